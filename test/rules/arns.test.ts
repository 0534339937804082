// Every setting that holds an ARN says where that must be, and a spec that names another place is refused there.
import { describe, expect, it, test } from 'vitest';
import { stringify } from 'yaml';
import type { ArnPlace } from '../../src/model/facet.js';
import { refused, there } from '../harness/refused.js';
import { ROWS, type Row } from '../harness/registry.js';

const POOL = { partition: 'aws', region: 'us-east-1', account: '123456789012' };
const FOREIGN = { partition: 'aws-us-gov', region: 'ap-southeast-7', account: '210987654321' } as const;
type What = keyof typeof FOREIGN;

/** A resource of each service, as its ARNs have it. */
const RESOURCES: Readonly<Record<string, string>> = {
  iam: 'role/a',
  lambda: 'function:a',
  kms: 'key/11111111-2222-3333-4444-555555555555',
  ses: 'identity/a@example.com',
  mobiletargeting: 'apps/0123456789abcdef',
  acm: 'certificate/11111111-2222-3333-4444-555555555555',
  'sms-voice': 'pool/pool-0123456789abcdef',
  logs: 'log-group:a',
  s3: 'a-bucket',
  firehose: 'deliverystream/a',
};

function arnOf({ service }: ArnPlace, where: typeof POOL): string {
  const global = service === 'iam' || service === 's3';
  const account = service === 's3' ? '' : where.account;
  return `arn:${where.partition}:${service}:${global ? '' : where.region}:${account}:${RESOURCES[service]}`;
}

/** What refuses a spec that says this ARN in one setting, at that setting. */
function rulesFor({ facet, name }: Row, member: string, arn: string): string[] {
  const keys = facet.kind === 'keyed' ? [facet.key.example] : [];
  const way = [facet.id, ...keys, name, ...(member === '' ? [] : [member])];
  const spec = way.reduceRight<unknown>((inner, step) => ({ [step]: inner }), arn);
  return refused(there(stringify(spec))).flatMap((finding) =>
    finding.setting === way.join('.') ? [finding.rule] : [],
  );
}

const places = ROWS.flatMap((row) =>
  Object.entries(row.field.arns).map(
    ([member, place]) => [`${row.path} ${member}`.trim(), { row, member, place }] as const,
  ),
);

it('knows the place of every ARN that a setting may hold', () => {
  const holds = ROWS.filter(({ field }) => JSON.stringify([field.schema, field.example ?? '']).includes('arn:aws'));
  const without = holds.filter(({ field }) => Object.keys(field.arns).length === 0).map(({ path }) => path);
  expect(without).toEqual([]);
  expect(places.length).toBeGreaterThan(25);
});

describe.each(places)('%s', (_, { row, member, place }) => {
  const home = { ...POOL, region: place.regions?.(POOL.region)?.[0] ?? POOL.region };
  const rules = (where: typeof POOL) => rulesFor(row, member, arnOf(place, where)).filter((id) => ARN_RULES.has(id));

  test('may name what lies where it must', () => {
    expect(rules(home)).toEqual([]);
  });

  test.each(Object.keys(FOREIGN) as What[])('is judged by its %s', (what) => {
    const refuses = wanted(place, what);
    expect(rules({ ...home, [what]: FOREIGN[what] })).toHaveLength(refuses ? 1 : 0);
  });
});

function wanted(place: ArnPlace, what: What): boolean {
  if (what === 'partition') return true;
  return what === 'account' ? place.account === 'pool' : place.regions?.(POOL.region) !== undefined;
}

const ARN_RULES = new Set([
  'arn-in-other-partition',
  'arn-in-other-region',
  'arn-in-other-account',
  'trigger-in-other-region',
  'ses-region-not-allowed',
  'analytics-in-other-region',
  'sms-role-in-other-account',
  'group-role-in-other-account',
]);
