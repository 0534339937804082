// Every bound, pattern and enumeration that AWS documents of a writable member, against what a spec is refused for.
import { describe, expect, it, test } from 'vitest';
import { stringify } from 'yaml';
import { EXCEPTIONS } from '../../scripts/coverage/exceptions.js';
import type { Finding } from '../../src/model/finding.js';
import { CONSTRAINTS, type Constraint, inside, outside, type Place, placesOf } from '../harness/constraints.js';
import { refused, there, unfit } from '../harness/refused.js';

/** Members whose value in a spec is not AWS's, so that their bounds are met by other means. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'CreateManagedLoginBranding.Assets[].Bytes': 'a file: spec/embed measures it',
  'SetUICustomization.ImageFile': 'a file: spec/embed measures it',
  'CreateUserPoolDomain.Domain': 'documented for prefixes; a domain of one’s own has dots and up to 253 characters',
  'CreateUserPoolClient.AccessTokenValidity': 'a duration: the rule token-validity-range',
  'CreateUserPoolClient.IdTokenValidity': 'a duration: the rule token-validity-range',
  'CreateUserPoolClient.RefreshTokenValidity': 'a duration: the rule token-validity-range',
  'CreateUserPoolClient.TokenValidityUnits.AccessToken': 'the unit of a duration',
  'CreateUserPoolClient.TokenValidityUnits.IdToken': 'the unit of a duration',
  'CreateUserPoolClient.TokenValidityUnits.RefreshToken': 'the unit of a duration',
  'CreateUserPool.AccountRecoverySetting.RecoveryMechanisms[].Priority': 'the place in a list',
  'CreateUserPool.Schema[].NumberAttributeConstraints.MinValue': 'digits in AWS, a number in a spec',
  'CreateUserPool.Schema[].NumberAttributeConstraints.MaxValue': 'digits in AWS, a number in a spec',
  'CreateUserPool.Schema[].StringAttributeConstraints.MinLength': 'digits in AWS, a number in a spec',
  'CreateUserPool.Schema[].StringAttributeConstraints.MaxLength': 'digits in AWS, a number in a spec',
  'CreateUserPool.Schema[]': 'the rule attributes-too-many',
  'SetLogDeliveryConfiguration.LogConfigurations[]': 'two settings of logs, and no third',
};

/** Texts of this length cannot be written into a spec by mistake, and making them takes long. */
const ENDLESS = 131072;

const many = <T>(count: number, one: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => one(index));

/** Lists of objects, and maps whose keys are a member of their own: a spec with so many of them, and where. */
const COUNTED: Readonly<Record<string, readonly [setting: string, spec: (count: number) => object]>> = {
  'CreateManagedLoginBranding.Assets[]': [
    'branding.web.assets',
    (count) => ({
      branding: {
        web: { assets: many(count, () => ({ category: 'formLogo', colorMode: 'light', extension: 'png' })) },
      },
    }),
  ],
  'CreateResourceServer.Scopes[]': [
    'resourceServers.orders.scopes',
    (count) => ({
      resourceServers: { orders: { scopes: Object.fromEntries(many(count, (index) => [`scope${index}`, 'Read'])) } },
    }),
  ],
  'CreateUserPool.AccountRecoverySetting.RecoveryMechanisms[]': [
    'accountRecovery.mechanisms',
    (count) => ({ accountRecovery: { mechanisms: ['email', 'phone', 'admin'].slice(0, count) } }),
  ],
};

const at = (place: Pick<Place, 'setting'>, findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ setting }) => setting === place.setting || setting?.startsWith(`${place.setting}.`));
const text = (place: Place, value: unknown): string => there(stringify(place.spec(value)));
const found = (place: Place, value: unknown) => at(place, refused(text(place, value)));
const misfits = (place: Place, value: unknown) => at(place, unfit(text(place, value)));

const all = [...CONSTRAINTS].filter(([name]) => !(name in OTHERWISE || name in COUNTED));
const placed = all.flatMap(([name, constraint]) =>
  placesOf(name).map((place) => [`${name} at ${place.setting}`, { name, constraint, place }] as const),
);

it('knows a place, or a reason, for every member with a constraint', () => {
  const nowhere = all.filter(([name]) => placesOf(name).length === 0).map(([name]) => name);
  const elsewhere = (name: string) =>
    name in EXCEPTIONS || name.startsWith('SetUserPoolMfaConfig.SmsMfaConfiguration.');
  expect(nowhere.filter((name) => !elsewhere(name))).toEqual([]);
  expect(Object.keys(OTHERWISE).filter((name) => !CONSTRAINTS.has(name))).toEqual([]);
  expect(placed.length).toBeGreaterThan(140);
});

it.each(Object.entries(COUNTED))('%s takes no more entries than AWS', (name, [setting, spec]) => {
  const most = CONSTRAINTS.get(name)?.count?.max ?? 0;
  expect(at({ setting }, unfit(there(stringify(spec(most)))))).toEqual([]);
  expect(at({ setting }, unfit(there(stringify(spec(most + 1)))))).toHaveLength(1);
});

describe.each(placed)('%s', (_, { name, constraint, place }) => {
  const { words, count, key } = constraint;
  const one = (value: unknown): unknown =>
    name.endsWith('[]') ? [value] : name.endsWith('.*') ? { [firstKey(place)]: value } : value;

  if (words)
    test('takes no word that AWS does not have', () => {
      expect(found(place, one('no-word-of-aws'))).not.toEqual([]);
    });

  const texts = words ? [] : goodTexts(name, place);
  test.each(texts)('takes %s, and nothing outside', (good) => {
    const bounded: Constraint = (constraint.max ?? 0) >= ENDLESS ? withoutMax(constraint) : constraint;
    for (const text of inside(good, bounded)) expect([text, misfits(place, one(text))]).toEqual([text, []]);
    const accepted = outside(good, bounded).filter((text) => found(place, one(text)).length === 0);
    expect(accepted).toEqual([]);
  });

  if (typeof place.example === 'number')
    test('takes numbers from its least to its most', () => {
      const { min, max } = constraint;
      for (const number of [min, max]) if (number !== undefined) expect(misfits(place, number)).toEqual([]);
      if (min !== undefined) expect(found(place, min - 1)).toHaveLength(1);
      if (max !== undefined) expect(found(place, max + 1)).toHaveLength(1);
    });

  // A list of words, or a map of fixed keys, has no more than there are.
  if (count?.max !== undefined && !words && !key?.pattern && texts[0] !== undefined)
    test('takes no more entries than AWS', () => {
      const list = (length: number) => entries(name, texts[0] ?? '', length);
      expect(misfits(place, list(count.max ?? 0))).toEqual([]);
      expect(found(place, list((count.max ?? 0) + 1))).not.toEqual([]);
    });

  if (key)
    test('takes no key that AWS does not', () => {
      const good = firstKey(place);
      const value = texts[0] ?? 'a';
      const accepted = outside(good, key).filter((text) => found(place, { [text]: value }).length === 0);
      expect(accepted).toEqual([]);
    });
});

function withoutMax({ max: _, ...rest }: Constraint): Constraint {
  return rest;
}

function firstKey({ example }: Place): string {
  return Object.keys((example as object | undefined) ?? {})[0] ?? 'key';
}

/** The texts of a row's own example. */
function goodTexts(name: string, { example }: Place): string[] {
  if (name.endsWith('[]')) return Array.isArray(example) ? example.slice(0, 1).map(String) : [];
  if (name.endsWith('.*'))
    return Object.values((example as object | undefined) ?? {})
      .slice(0, 1)
      .map(String);
  return typeof example === 'string' ? [example] : [];
}

function entries(name: string, good: string, length: number): unknown {
  const each = many(length, (index) => index);
  if (/\/\d+$/.test(good)) return each.map((index) => `10.0.${index}.0/24`);
  if (name.endsWith('[]')) return each.map((index) => `${good}${index}`);
  return Object.fromEntries(each.map((index) => [`key${index}`, good]));
}
