import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describe as describeRule } from '../../src/explain/describe.js';
import { FINDINGS } from '../../src/explain/findings/index.js';
import type { ReportContext } from '../../src/model/report.js';
import { sarifRule } from '../../src/report/parts/sarif-rule.js';
import { sarif } from '../../src/report/sarif.js';
import { RULES } from '../../src/rules/index.js';
import { anyReport } from './arbitrary.js';
import { expectGolden } from './golden.js';
import { CALLBACKS, change, context, finding, GAPS, report, SMS, span } from './sample.js';

/** Draft 4; what its `id` names is not to be fetched. */
const {
  $schema: _draft,
  id: _id,
  ...schema
} = JSON.parse(readFileSync(new URL('schemas/sarif-2.1.0.json', import.meta.url), 'utf8'));

const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
ajv.addFormat('uri', (text: string) => URL.canParse(text));
ajv.addFormat('uri-reference', (text: string) => URL.canParse(text, 'file:///') && !/[\s<>"{}|\\^`]/.test(text));
ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
const validate = ajv.compile(schema);

const about = (parts: Partial<ReportContext> = {}) =>
  context({ comparesLive: true, version: '1.2.3', describe: describeRule, ...parts });

const runOf = (text: string) => JSON.parse(text).runs[0];

function expectValid(text: string): void {
  validate(JSON.parse(text));
  expect(validate.errors).toBeNull();
}

const ACCEPTED = finding({
  rule: 'mfa-optional',
  status: 'accepted',
  acceptedBy: { owner: 'identity team', reason: 'A pilot.', expires: '2027-01-31' },
});

describe('is what the standard says, and what it was', () => {
  const unread = finding({
    rule: 'drift/unchecked',
    setting: 'domains',
    at: span(8, 1, 7),
    change: change({ kind: 'unchecked' }),
  });
  const sample = report({
    findings: [CALLBACKS, SMS, finding({ rule: 'mfa-optional' }), ACCEPTED, unread],
    coverage: GAPS,
  });

  test('golden', () => {
    const text = sarif(sample, about({ verbose: true }));
    expectValid(text);
    expectGolden('audit.golden.sarif.json', text);
  });

  test('any report', () => {
    const property = fc.property(anyReport, fc.boolean(), (one, verbose) =>
      expectValid(sarif(one, about({ verbose }))),
    );
    fc.assert(property, { numRuns: 200 });
  });

  test('the schema refuses what is none', () => {
    expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x', informationUri: 'no uri' } } }] })).toBe(
      false,
    );
  });
});

describe('what was not looked at', () => {
  test('makes the run unsuccessful, and is a result for readers that know nothing else', () => {
    const { invocations, results } = runOf(sarif(report({ coverage: GAPS }), about()));
    expect(invocations[0].executionSuccessful).toBe(false);
    expect(invocations[0].toolExecutionNotifications).toHaveLength(2);
    expect(results).toMatchObject([{ ruleId: 'drift/unchecked', level: 'warning' }]);
  });

  test('a run that saw everything is successful and empty', () => {
    const { invocations, results } = runOf(sarif(report(), about()));
    expect(invocations[0]).toMatchObject({ executionSuccessful: true, toolExecutionNotifications: [] });
    expect(results).toEqual([]);
  });
});

describe('fingerprints', () => {
  const hashes = (text: string): string[] =>
    runOf(text).results.map((one: any) => one.partialFingerprints.primaryLocationLineHash);

  test('survive that lines move', () => {
    const moved = { ...SMS, at: span(70, 8, 5), message: 'Other words.' };
    expect(hashes(sarif(report({ findings: [moved] }), about()))).toEqual(
      hashes(sarif(report({ findings: [SMS] }), about())),
    );
  });

  test('are unique, whatever the findings say', () => {
    const property = fc.property(anyReport, (one) => {
      const all = hashes(sarif(one, about()));
      expect(new Set(all).size).toBe(all.length);
    });
    fc.assert(property);
  });
});

describe('accepted findings', () => {
  const sample = report({ findings: [ACCEPTED] });

  test('are left out: code scanning would raise an alert for them', () => {
    expect(runOf(sarif(sample, about())).results).toEqual([]);
  });

  test('--verbose: are suppressed, and say who accepted them and why', () => {
    expect(runOf(sarif(sample, about({ verbose: true }))).results[0].suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'identity team: A pilot. (until 2027-01-31)' },
    ]);
  });
});

test('the worst 25,000 results are kept, and that others are not is said', () => {
  const notes = Array.from({ length: 25_000 }, (_item, index) => finding({ fingerprint: String(index) }));
  const { results, invocations } = runOf(sarif(report({ findings: [...notes, SMS] }), about()));
  expect(results).toHaveLength(25_000);
  expect(results[0].ruleId).toBe('drift/changed');
  expect(invocations[0].toolExecutionNotifications[0].message.text).toBe('1 finding did not fit in.');
});

test.each([
  ['configs/a b.yaml', '/repo', { uri: 'configs/a%20b.yaml', uriBaseId: '%SRCROOT%' }],
  ['/repo/configs/a.yaml', '/repo', { uri: 'configs/a.yaml', uriBaseId: '%SRCROOT%' }],
  ['./a.yaml', undefined, { uri: 'a.yaml', uriBaseId: '%SRCROOT%' }],
  ['/elsewhere/a.yaml', '/repo', { uri: 'file:///elsewhere/a.yaml' }],
])('the address of %s', (target, cwd, artifact) => {
  const text = sarif(report({ findings: [finding({ target })] }), about(cwd === undefined ? {} : { cwd }));
  expect(runOf(text).results[0].locations[0].physicalLocation.artifactLocation).toEqual(artifact);
});

test('a message makes no link and takes no argument', () => {
  const text = sarif(
    report({ findings: [finding({ message: 'See [here](https://evil.example) and {0}.' })] }),
    about(),
  );
  expect(runOf(text).results[0].message.text).toContain('See \\[here](https://evil.example) and {{0}}.');
});

describe('rules', () => {
  const ids = [...RULES, ...FINDINGS].map(({ id }) => id);

  test.each(ids)('%s is described within the limits of code scanning', (id) => {
    const rule = sarifRule(id, about()) as any;
    expectValid(JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x', rules: [rule] } } }] }));
    expect(rule.properties.tags.length).toBeLessThanOrEqual(20);
    for (const { text } of [rule.shortDescription, rule.fullDescription]) {
      expect(text).not.toBe('');
      expect(text.length).toBeLessThanOrEqual(1024);
    }
  });

  test('of a rule that nobody knows, its id is said', () => {
    expect(sarifRule('no-such', about())).toMatchObject({ id: 'no-such', shortDescription: { text: 'no-such' } });
  });
});
