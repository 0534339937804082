// What rows say they cover, against the types of the installed SDK: an upgrade that renames a member, or gives an
// enumeration a new word, fails here.
import { expect, it } from 'vitest';
import { ROWS, type Row } from '../harness/registry.js';
import { writableBlocks, writableMembers } from '../harness/writable-members.js';

const operations = [...new Set(ROWS.flatMap(({ field }) => field.covers.map((name) => name.split('.')[0] ?? '')))];
const members = writableMembers(operations);
/** A block is a member too where that it is there is the setting. */
const blocks = writableBlocks(operations);

/** Members that more than one row covers, and why. */
const SHARED: Readonly<Record<string, string>> = {
  'SetLogDeliveryConfiguration.LogConfigurations[].CloudWatchLogsConfiguration.LogGroupArn':
    'one row for each source of logs',
  'SetLogDeliveryConfiguration.LogConfigurations[].LogLevel': 'one row for each source of logs',
};

/** Rows whose words are not one to one AWS's, and why. */
const OWN_WORDS: Readonly<Record<string, string>> = {
  'accountRecovery.mechanisms': '`legacy` is our word for a pool that has no setting at all',
  'signIn.firstFactors': '“SOFTWARE_TOKEN is not currently supported as a first auth factor” (API reference)',
  'threatProtection.customAuth': 'AWS has no word for off: the member is left out',
};

/** Rows of what AWS does not show, and why. */
const UNSEEN: Readonly<Record<string, string>> = {
  'replicas.tags': 'they are kept in the Region of the replica, where the audit does not look',
};

it('knows the operations that rows write', () => {
  expect(members.size).toBeGreaterThan(100);
  expect(members.get('CreateUserPool.MfaConfiguration')?.words.toSorted()).toEqual(['OFF', 'ON', 'OPTIONAL']);
});

it('covers only members that the SDK has', () => {
  const unknown = ROWS.flatMap(({ path, field }) =>
    field.covers.filter((name) => !members.has(name) && !blocks.has(name)).map((name) => `${path}: ${name}`),
  );
  expect(unknown).toEqual([]);
});

it('covers each member by one row', () => {
  const covered = ROWS.flatMap(({ field }) => field.covers);
  const shared = covered.filter((name, index) => covered.indexOf(name) !== index);
  expect(shared.sort()).toEqual(Object.keys(SHARED).sort());
});

it('gives every row that covers a member of a live object a way to read it, or says that there is none', () => {
  const silent = ROWS.filter(({ field }) => field.covers.length > 0 && field.readable === 'never');
  expect(silent.map(({ path }) => path)).toEqual(Object.keys(UNSEEN));
});

const words = ({ field }: Row): readonly string[] =>
  ((field.schema['enum'] ?? (field.schema['items'] as { enum?: unknown } | undefined)?.enum) as
    | readonly string[]
    | undefined) ?? [];
const worded = ROWS.filter((row) => words(row).length > 0 && row.field.covers.length > 0);

it.each(worded.map((row) => [row.path, row]))('%s has a word for every word of AWS', (path, row) => {
  const aws = row.field.covers.flatMap((name) => members.get(name)?.words ?? []);
  if (path in OWN_WORDS || aws.length === 0) return;
  expect(words(row)).toHaveLength(new Set(aws).size);
});
