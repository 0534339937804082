import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PoolSpec } from '../../src/facets/index.js';
import { desired, identityOf } from '../../src/spec/desired.js';
import { logicalName } from '../../src/synth/names.js';
import { forgotten, resources } from '../../src/synth/resources.js';
import { anySpec } from '../harness/arbitrary.js';
import { MINIMAL } from '../harness/specs.js';

const resourcesOf = (spec: PoolSpec) => resources(desired(spec), identityOf(spec));

describe('logicalName', () => {
  /** Keys made of what the escapes are made of. */
  const awkward = fc.string({
    unit: fc.constantFrom('-', 'x', '2', 'd', 'e', '.', '_', '1', 'a', '@', '😀'),
    maxLength: 9,
  });
  const key = fc.oneof(awkward, fc.string({ unit: 'grapheme', maxLength: 12 }));

  it('is a Terraform name', () => {
    fc.assert(
      fc.property(key, (one) => {
        expect(logicalName(one)).toMatch(/^[A-Za-z_][A-Za-z0-9_-]*$/);
      }),
    );
  });

  it('is another one for another key', () => {
    fc.assert(
      fc.property(key, key, (one, other) => one === other || logicalName(one) !== logicalName(other)),
      {
        numRuns: 2000,
      },
    );
    const all = fc.sample(awkward, 20_000);
    expect(new Set(all.map(logicalName)).size).toBe(new Set(all).size);
  });

  it.each([
    ['1a', '_1a'],
    ['-x2e.', '.x2e-'],
    ['-x2e-', '.'],
  ])('is not the same for %s and %s', (one, other) => {
    expect(logicalName(one)).not.toBe(logicalName(other));
  });

  it.each(['web', 'Web_1', 'a-b', 'my-xbox', 'a-x2e'])('leaves %s as it is', (one) =>
    expect(logicalName(one)).toBe(one),
  );
});

describe('resources', () => {
  it('of any spec are one pool, and an object for every key, each with an address of its own', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const all = resourcesOf(spec);
        const addresses = all.map(({ type, name }) => `${type}.${name}`);
        expect(new Set(addresses).size).toBe(addresses.length);
        const count = (type: string): number => all.filter((one) => one.type === type).length;
        expect(count('aws_cognito_user_pool')).toBe(1);
        expect(count('aws_cognito_user_pool_client')).toBe(Object.keys(spec.clients ?? {}).length);
      }),
      { numRuns: 40 },
    );
  });

  it('are in the same order whenever they are asked for', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        expect(resourcesOf(spec)).toEqual(resourcesOf(structuredClone(spec)));
      }),
      { numRuns: 15 },
    );
  });

  it('write no argument that forces replacement unless the spec says it', () => {
    const [pool] = resourcesOf(MINIMAL);
    expect(pool?.arguments).not.toHaveProperty('usernameConfiguration');
    expect(pool?.arguments).not.toHaveProperty('aliasAttributes');
    expect(pool?.arguments).not.toHaveProperty('schema');
    const [said] = resourcesOf({ ...MINIMAL, signIn: { caseSensitive: false } });
    expect(said?.arguments).toMatchObject({ usernameConfiguration: { caseSensitive: false } });
  });

  it('that the spec asks for no more are forgotten, not destroyed', () => {
    const role = ['aws_iam_role.sms_sender', 'aws_iam_role_policy.sms_sender'];
    expect(forgotten(resourcesOf(MINIMAL))).toEqual(expect.arrayContaining(role));
    const created = resourcesOf({ ...MINIMAL, smsSender: { role: 'create' } });
    expect(created.map(({ type, name }) => `${type}.${name}`)).toEqual(expect.arrayContaining(role));
    for (const address of role) expect(forgotten(created)).not.toContain(address);
  });
});
