import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import type { Report } from '../../src/model/report.js';
import { text } from '../../src/report/text.js';
import { coverage, judgement, string } from './arbitrary.js';
import { expectGolden } from './golden.js';
import { CALLBACKS, change, context, document, FILE, finding, GAPS, report, SMS, span } from './sample.js';

const OTHER = {
  spec: 'configs/other.yaml',
  poolId: 'eu-west-1_Other0001',
  region: 'eu-west-1',
  account: '123456789012',
};

const FULL = report({
  targets: [...report().targets, OTHER],
  findings: [SMS, CALLBACKS, finding(), finding({ target: undefined as never, message: 'A finding about no spec.' })],
  coverage: GAPS,
});

describe('golden', () => {
  test.each<[string, Report, Parameters<typeof context>[0]]>([
    ['audit.txt', FULL, {}],
    ['audit-quiet.txt', FULL, { quiet: true }],
    ['audit-verbose.txt', FULL, { verbose: true }],
    ['audit-color.txt', FULL, { color: true }],
    ['in-sync.txt', report({ coverage: { ...GAPS, unchecked: [] } }), {}],
    ['unchecked.txt', report({ coverage: GAPS }), {}],
    [
      'validate-clean.txt',
      report({
        command: 'validate',
        targets: [{ spec: FILE }],
        coverage: { ...GAPS, checked: 0, unchecked: [], unverifiable: [], unmanaged: [] },
      }),
      {},
    ],
  ])('%s', (name, sample, parts) => {
    expectGolden(name, text(sample, context(parts)));
  });
});

describe('"in sync"', () => {
  test.each<[string, Report, boolean]>([
    ['all compared, nothing found', report(), true],
    ['all compared, only a rule complains', report({ findings: [finding()] }), true],
    ['drift below every threshold', report({ findings: [finding({ change: change() })] }), false],
    ['something unchecked', report({ coverage: GAPS }), false],
    ['unchecked as a finding only', report({ findings: [finding({ change: change({ kind: 'unchecked' }) })] }), false],
    ['nothing compared', report({ coverage: { ...GAPS, checked: 0, unchecked: [] } }), false],
    ['one of two pools not found', report({ targets: [...report().targets, { spec: 'configs/b.yaml' }] }), false],
    ['no target', report({ targets: [], coverage: { ...GAPS, checked: 0, unchecked: [] } }), false],
  ])('%s: %s', (_name, sample, said) => {
    expect(text(sample, context()).includes('in sync')).toBe(said);
    expect(text(sample, context({ quiet: true })).includes('in sync')).toBe(said);
  });

  test('says how many settings were compared', () => {
    expect(text(report(), context())).toContain('in sync, 128 settings compared in 1 pool');
  });
});

test('says that something would be destroyed, whatever the finding says', () => {
  const sample = report({ findings: [finding({ change: change({ impact: 'replace' }), deploy: 'sets it' })] });
  expect(text(sample, context())).toContain('sets it (REPLACES it: the live object is destroyed');
});

test('names the remedy where the finding does not', () => {
  const lines = (convergedBy: NonNullable<Finding['convergedBy']>) =>
    text(report({ findings: [finding({ change: change(), convergedBy })] }), context());
  expect(lines('fix')).toContain(`fix      poolward fix ${FILE} --yes`);
  expect(lines('terraform')).toContain('fix      npx cdktf deploy');
  expect(lines('nobody')).toContain('fix      nothing that exists can change it');
});

/** What a terminal would obey; line feeds are the report's own. */
const FORBIDDEN = /(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

describe('arbitrary findings', () => {
  test('never throw, never print a raw control character', () => {
    const property = fc.property(
      fc.array(judgement, { maxLength: 4 }),
      coverage,
      string,
      fc.boolean(),
      (findings, seen, spec, verbose) => {
        const sample = report({ findings, coverage: seen });
        const shown = text(sample, context({ verbose, document: () => document(spec) }));
        expect(shown).not.toMatch(FORBIDDEN);
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  test('colour adds nothing but colour', () => {
    const property = fc.property(fc.array(judgement, { maxLength: 2 }), coverage, (findings, seen) => {
      const sample = report({ findings, coverage: seen });
      const plain = text(sample, context());
      // The report's own sequences; no text of a finding can hold one.
      expect(text(sample, context({ color: true })).replace(/\x1b\[[\d;]*m/g, '')).toBe(plain);
    });
    fc.assert(property, { numRuns: 100 });
  });

  test('are all printed', () => {
    const property = fc.property(fc.array(judgement, { maxLength: 4 }), (findings) => {
      const marked = findings.map((item, index) => ({ ...item, message: `finding number ${index}` }));
      const shown = text(report({ findings: marked }), context({ quiet: true }));
      for (const { message } of marked) expect(shown).toContain(message);
    });
    fc.assert(property, { numRuns: 100 });
  });
});

describe('one cause in many specs', () => {
  const inSpec = (name: string, finding: Finding): Finding => ({
    ...finding,
    target: name,
    at: { ...span(7, 8, 5), file: name },
    fingerprint: `${name}:${finding.fingerprint}`,
  });
  const of = (...findings: Finding[]) => {
    const targets = [...new Set(findings.map(({ target = '' }) => target))].map((spec) => ({ spec, poolId: 'p' }));
    return text(report({ targets, findings }), context());
  };

  test('is told once, with the list', () => {
    const printed = of(inSpec('a.yaml', SMS), inSpec('b.yaml', SMS), inSpec('c.yaml', SMS));
    expect(printed.match(/SMS MFA is on in the pool/g)).toHaveLength(1);
    expect(printed).toContain('same in  b.yaml:7, c.yaml:7');
    expect(printed.match(/1 finding told above/g)).toHaveLength(2);
    expect(printed).toContain('3 errors');
  });

  test('is told of each of two specs, and where the text differs', () => {
    const two = of(inSpec('a.yaml', SMS), inSpec('b.yaml', SMS));
    expect(two.match(/SMS MFA is on in the pool/g)).toHaveLength(2);
    const other = { ...SMS, message: 'Something else.' };
    const three = of(inSpec('a.yaml', SMS), inSpec('b.yaml', SMS), inSpec('c.yaml', other));
    expect(three).not.toContain('same in');
  });
});
