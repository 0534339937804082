import { readFileSync } from 'node:fs';
import type { Facet } from '../../src/model/facet.js';
import { ALL_FACETS, ROWS, type Row } from './registry.js';

/** What AWS documents of a member: bounds of a number or of a text's length, a pattern of the whole text, its words. */
export interface Constraint {
  readonly min?: number;
  readonly max?: number;
  /** Java's, of the whole text. */
  readonly pattern?: string;
  readonly words?: readonly string[];
  /** How many there may be in a list or map. */
  readonly count?: { readonly min?: number; readonly max?: number };
  /** Of the keys of a map. */
  readonly key?: Constraint;
}

interface Recorded {
  /** By member, as the API model has them. */
  readonly members: Readonly<Record<string, Constraint>>;
  /** What AWS's own answers say instead. */
  readonly measured: Readonly<Record<string, Constraint>>;
}

const recorded = JSON.parse(readFileSync('test/cases/constraints.json', 'utf8')) as Recorded;

export const CONSTRAINTS: ReadonlyMap<string, Constraint> = new Map(
  Object.entries(recorded.members).map(([member, constraint]) => [
    member,
    { ...constraint, ...recorded.measured[member] },
  ]),
);

/** Where a spec says a member, and one that says it. */
export interface Place {
  /** `mfa.smsMessage`, `identityProviders`, `resourceServers.orders.scopes`. */
  readonly setting: string;
  /** Whether the member is the name of an object, and not a value. */
  readonly key: boolean;
  /** A good value. */
  readonly example: unknown;
  spec(value: unknown): Record<string, unknown>;
}

/** Members that are keys of a section, and how the key is made from them. */
const KEYS: Readonly<Record<string, readonly [section: string, key: (name: string) => string]>> = {
  'CreateGroup.GroupName': ['groups', (name) => name],
  'CreateIdentityProvider.ProviderName': ['identityProviders', (name) => name],
  'CreateResourceServer.Identifier': ['resourceServers', (name) => name],
  'CreateTerms.TermsName': ['terms', (name) => `web/${name}`],
  'CreateUserPool.Schema[].Name': ['attributes', (name) => `custom:${name}`],
  'CreateUserPoolDomain.Domain': ['domains', (name) => name],
  'CreateUserPoolReplica.RegionName': ['replicas', (name) => name],
};

/** Members inside a row that holds several: the way to it, and what stands beside it. */
const INSIDE: Readonly<
  Record<string, readonly [path: readonly (string | number)[], beside: object, example: unknown]>
> = {
  ...Object.fromEntries(
    [
      ['Category', 'category', 'pageBackground'],
      ['ColorMode', 'colorMode', 'light'],
      ['Extension', 'extension', 'png'],
      ['ResourceId', 'resourceId', 'background-1'],
    ].map(([member, name, example]) => [
      `CreateManagedLoginBranding.Assets[].${member}`,
      [[0, name], [{ category: 'pageBackground', colorMode: 'light', extension: 'png' }], example],
    ]),
  ),
  'SetLogDeliveryConfiguration.LogConfigurations[].LogLevel': [['level'], {}, 'info'],
  'SetLogDeliveryConfiguration.LogConfigurations[].CloudWatchLogsConfiguration.LogGroupArn': [
    ['logGroup'],
    {},
    'arn:aws:logs:us-east-1:123456789012:log-group:/cognito/messages',
  ],
  'SetLogDeliveryConfiguration.LogConfigurations[].S3Configuration.BucketArn': [
    ['bucket'],
    {},
    'arn:aws:s3:::acme-sign-ins',
  ],
  'SetLogDeliveryConfiguration.LogConfigurations[].FirehoseConfiguration.StreamArn': [
    ['stream'],
    {},
    'arn:aws:firehose:us-east-1:123456789012:deliverystream/acme',
  ],
};

const scopesOf = (scopes: object) => ({ resourceServers: { orders: { scopes } } });

/** The two halves of a map that AWS has as a list. */
const SCOPES: Readonly<Record<string, Place>> = {
  'CreateResourceServer.Scopes[].ScopeName': {
    setting: 'resourceServers.orders.scopes',
    key: true,
    example: 'read',
    spec: (name) => scopesOf({ [String(name)]: 'Read' }),
  },
  'CreateResourceServer.Scopes[].ScopeDescription': {
    setting: 'resourceServers.orders.scopes.read',
    key: false,
    example: 'Read orders',
    spec: (description) => scopesOf({ read: description }),
  },
};

/** Good values of members for which a row's example is a shorthand of the spec. */
const EXAMPLES: Readonly<Record<string, string>> = {
  'CreateUserPool.EmailConfiguration.SourceArn': 'arn:aws:ses:us-east-1:123456789012:identity/example.com',
  'CreateUserPool.SmsConfiguration.SnsCallerArn': 'arn:aws:iam::123456789012:role/cognito-sms',
  'SetUserPoolMfaConfig.SmsMfaConfiguration.SmsConfiguration.SnsCallerArn':
    'arn:aws:iam::123456789012:role/cognito-sms',
};

/** Every place of a member; none where no row covers it. */
export function placesOf(member: string): Place[] {
  const key = KEYS[member];
  if (key) return [keyPlace(...key)];
  const scope = SCOPES[member];
  if (scope) return [scope];
  return ROWS.filter(({ field }) => field.covers.includes(member)).map((row) => rowPlace(row, member));
}

function keyPlace(section: string, toKey: (name: string) => string): Place {
  const facet = facetOf(section);
  const example = facet.kind === 'keyed' ? facet.key.example.replace(/^custom:|^.*\//, '') : '';
  const spec = (name: unknown) => ({ [section]: { [toKey(String(name))]: requiredOf(facet) } });
  return { setting: section, key: true, example, spec };
}

function rowPlace({ facet, name, field }: Row, member: string): Place {
  const holder = facet.kind === 'keyed' ? [facet.id, facet.key.example] : [facet.id];
  const inside = INSIDE[member];
  const [path, beside, example] = inside ?? [[], undefined, EXAMPLES[member] ?? field.example ?? field.default];
  const whole = (value: unknown) => ({ ...requiredOf(facet), [name]: inside ? put(beside, path, value) : value });
  return {
    setting: [...holder, name, ...path].join('.'),
    key: false,
    example,
    spec: (value) => put({}, holder, whole(value)) as Record<string, unknown>,
  };
}

/** A copy with a value put at a path. */
function put(into: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = [...((into as unknown[] | undefined) ?? [])];
    list[step] = put(list[step], rest, value);
    return list;
  }
  return {
    ...(into as object | undefined),
    [step]: put((into as Record<string, unknown> | undefined)?.[step], rest, value),
  };
}

function facetOf(id: string): Facet {
  const facet = ALL_FACETS.find((one) => one.id === id);
  if (!facet) throw new Error(`no section ${id}`);
  return facet;
}

function requiredOf({ id, fields }: Facet): Record<string, unknown> {
  // Those of `pool` are supplied to every example.
  const needed = Object.entries(fields).filter(([, { required }]) => required && id !== 'pool');
  return Object.fromEntries(needed.map(([name, { example }]) => [name, example]));
}

/** Java's pattern of the whole text as one of JavaScript. */
export function whole(pattern: string): RegExp {
  const dotAll = pattern.includes('(?s)');
  return new RegExp(`^(?:${pattern.replaceAll('(?s)', '')})$`, dotAll ? 'su' : 'u');
}

const PROBES = ['', ' ', '"', '\\', '\u0007', 'é', '_', '/', ':', '!', '\u200d', '<', '*'];

/** Texts just outside what a constraint allows, made from a good one. */
export function outside(good: string, { min, max, pattern }: Constraint): string[] {
  const short =
    min !== undefined && min > 0
      ? [good.slice(0, min - 1), good.slice(-min + 1 || good.length), 'a'.repeat(min - 1)]
      : [];
  const long =
    max === undefined ? [] : [good.padEnd(max + 1, 'a'), `${good.slice(0, 1)}${'a'.repeat(max)}${good.slice(1)}`];
  const matches = pattern === undefined ? () => true : (text: string) => whole(pattern).test(text);
  const wrong = pattern === undefined ? [] : probes(good).filter((text) => !matches(text));
  return [...short.filter((text) => [...text].length < (min ?? 0)), ...long, ...wrong];
}

function probes(good: string): string[] {
  const middle = Math.floor(good.length / 2);
  return PROBES.flatMap((probe) => [
    probe,
    `${good}${probe}`,
    `${probe}${good}`,
    good.slice(0, middle) + probe + good.slice(middle),
  ]).concat(good.replace(/\{[^}]*\}/g, ''));
}

const REGION = /^[a-z]+-[a-z]+-\d$/;

/** Texts at the bounds, made from a good one: the longest only where letters at its end leave it good. */
export function inside(good: string, { max, pattern }: Constraint): string[] {
  const longest = max === undefined || REGION.test(good) ? [] : [good.padEnd(max, 'a')];
  return [good, ...longest].filter((text) => pattern === undefined || whole(pattern).test(text));
}
