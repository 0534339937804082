// Every list is a set, or is named here with the reason why its order counts: another order of a set is no change, to no one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameContent } from '../../src/model/equality.js';
import { identityOf, desired as stateOf } from '../../src/spec/desired.js';
import { terraformContext } from '../../src/synth/context.js';
import { anyValue } from '../harness/arbitrary.js';
import { ROWS, type Row, rowAt, titled } from '../harness/registry.js';
import { permuted } from '../harness/shuffle.js';
import { MINIMAL } from '../harness/specs.js';

/** Lists whose order counts, two values that differ in it alone, and who says so. */
const ORDERED: Readonly<Record<string, readonly [one: unknown, other: unknown, source: string]>> = {
  'accountRecovery.mechanisms': [
    ['email', 'phone'],
    ['phone', 'email'],
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RecoveryOptionType.html (Priority)',
  ],
  'userMfa.factors': [
    ['totp', 'email'],
    ['email', 'totp'],
    'ours: who cannot use the preferred factor gets the first usable one',
  ],
  'userMfa.overrides': [
    [
      { group: 'a', factors: [] },
      { group: 'b', factors: [] },
    ],
    [
      { group: 'b', factors: [] },
      { group: 'a', factors: [] },
    ],
    'ours: the first that matches counts alone',
  ],
};

const context = terraformContext(stateOf(MINIMAL), identityOf(MINIMAL));
const lists = ROWS.filter(({ field }) => field.schema['type'] === 'array');
const sets = lists.filter(({ path }) => !(path in ORDERED));

const argumentsOf = ({ field }: Row, value: unknown) =>
  typeof field.terraform === 'function' ? field.terraform(value as never, context) : undefined;

it.each(Object.entries(ORDERED))('the order of %s counts', (path, [one, other]) => {
  expect(lists.map((row) => row.path)).toContain(path);
  expect(rowAt(path).field.equal(one as never, other as never)).toBe(false);
});

describe('another order is no change of', () => {
  it.each(titled(sets))('%s', (_path, row) => {
    fc.assert(
      fc.property(anyValue(row), fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (drawn, numbers) => {
        const value = drawn as readonly unknown[];
        const other = permuted(value, (below) => (numbers[below % numbers.length] ?? 0) % below);
        expect(row.field.equal(value as never, other as never)).toBe(true);
        expect(row.field.stronger?.(value as never, other as never) ?? 0).toBe(0);
        expect(sameContent(argumentsOf(row, other), argumentsOf(row, value))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['spaces', 'openid email profile', 'profile openid email', true],
    ['commas, as Facebook has them', 'public_profile,email', 'email,public_profile', true],
    ['one that is missing', 'openid email', 'openid', false],
  ])('the scopes of a provider, parted by %s', (_name, desired, live, same) => {
    const details = (authorize_scopes: string) => ({ client_id: 'poolward', authorize_scopes }) as never;
    expect(rowAt('identityProviders.details').field.equal(details(desired), details(live))).toBe(same);
  });
});
