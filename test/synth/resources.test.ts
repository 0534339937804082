import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PoolSpec } from '../../src/facets/index.js';
import { desired, identityOf } from '../../src/spec/desired.js';
import { terraformContext } from '../../src/synth/context.js';
import { logicalName } from '../../src/synth/names.js';
import { forgotten, resources } from '../../src/synth/resources.js';
import { anySpec } from '../harness/arbitrary.js';
import { namedValues, ROWS } from '../harness/registry.js';
import { MINIMAL } from '../harness/specs.js';

const CONTEXT = terraformContext(desired(MINIMAL), identityOf(MINIMAL));
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
    expect(pool?.arguments).not.toHaveProperty('aliasAttributes');
    expect(pool?.arguments).not.toHaveProperty('schema');
    const [said] = resourcesOf({ ...MINIMAL, signIn: { aliasAttributes: ['email'] } });
    expect(said?.arguments).toMatchObject({ aliasAttributes: ['email'] });
  });

  const fixed = ROWS.filter(({ field }) => field.fixedAtCreation !== undefined);

  it.each(fixed.map((row) => [row.path, row]))(
    'always write %s, which is fixed at creation, and ignore changes of it',
    (_path, row) => {
      const { facet, name, field } = row;
      for (const value of [undefined, ...namedValues(row)]) {
        const said = value === undefined ? {} : { [facet.id]: { [name]: value } };
        const [pool] = resourcesOf({ ...MINIMAL, ...said } as PoolSpec);
        const written = typeof field.terraform === 'function' ? field.terraform(value ?? field.default, CONTEXT) : {};
        expect(pool?.arguments).toMatchObject(written);
        expect(pool?.lifecycle?.ignoreChanges).toEqual([field.fixedAtCreation]);
      }
    },
  );

  it('write every default that AWS would set otherwise for good', () => {
    const lasting = ROWS.filter(({ facet, field }) => facet.kind === 'single' && field.onChange === 'replace');
    const otherwise = lasting.filter(({ field }) => field.default !== undefined && field.absentMeans !== field.default);
    expect(otherwise.map(({ path }) => path)).toEqual(fixed.map(({ path }) => path));
  });

  it('that the spec asks for no more are forgotten, not destroyed', () => {
    const role = ['aws_iam_role.sms_sender', 'aws_iam_role_policy.sms_sender'];
    expect(forgotten(resourcesOf(MINIMAL))).toEqual(expect.arrayContaining(role));
    const created = resourcesOf({ ...MINIMAL, smsSender: { role: 'create' } });
    expect(created.map(({ type, name }) => `${type}.${name}`)).toEqual(expect.arrayContaining(role));
    for (const address of role) expect(forgotten(created)).not.toContain(address);
  });
});
