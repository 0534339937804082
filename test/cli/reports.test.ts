import { describe, expect, test } from 'vitest';
import type { Engines } from '../../src/cli/engines.js';
import { PoolwardError } from '../../src/model/errors.js';
import { FORMAT_NAMES } from '../../src/report/index.js';
import { FILE, finding, GAPS, SMS } from '../report/sample.js';
import { call, SPECS } from './call.js';
import { outcome } from './fake-engines.js';

const found: Partial<Engines> = { auditSpecs: async () => outcome({ findings: [SMS], coverage: GAPS }) };
const broken: Partial<Engines> = {
  auditSpecs: async () => {
    throw new PoolwardError('denied', 'AWS refused.', { fault: 'environment' });
  },
};

test('all formats at once, each its own file', async () => {
  const line = `audit ${FORMAT_NAMES.map((name) => `--report ${name}=out/${name}`).join(' ')}`;
  const { files, code } = await call(line, found);
  expect(code).toBe(1);
  for (const name of FORMAT_NAMES) expect(files.get(`out/${name}`)).toMatch(/\S\n$/);
  const [{ tool }] = JSON.parse(files.get('out/sarif') ?? '').runs;
  expect(tool.driver.semanticVersion).toBe('1.2.3');
  expect(tool.driver.rules[0].shortDescription.text).not.toBe('drift/changed');
});

test.each(FORMAT_NAMES)('--format %s goes to stdout, alone', async (name) => {
  const { out, err } = await call(`audit --format ${name}`, found);
  expect(out).toMatch(/\S\n$/);
  expect(err).toBe('');
});

describe('a command that failed', () => {
  const formats = FORMAT_NAMES.filter((name) => name !== 'text');

  test.each(formats)('says so in a report of the format %s', async (name) => {
    const { files, code } = await call(`audit --report ${name}=out`, broken, {}, { ...SPECS, out: 'yesterday' });
    expect(code).toBe(2);
    expect(files.get('out')).toContain('AWS refused.');
    expect(files.get('out')).not.toContain('yesterday');
  });

  test('is no success for a reader of SARIF, JUnit or GitLab', async () => {
    const { files } = await call('audit --report sarif=s --report junit=j --report gitlab=g', broken);
    const [{ invocations, results }] = JSON.parse(files.get('s') ?? '').runs;
    expect(invocations[0].executionSuccessful).toBe(false);
    expect(results).toHaveLength(1);
    expect(files.get('j')).toContain('errors="1"');
    expect(JSON.parse(files.get('g') ?? '')).toHaveLength(1);
  });
});

test('a pool that nobody looked at is said by every format', async () => {
  const unseen = { auditSpecs: async () => outcome({ targets: [{ spec: FILE }] }) };
  const { files, code } = await call(
    'audit --report sarif=s --report junit=j --report github=h --report gitlab=g',
    unseen,
  );
  expect(code).toBe(3);
  for (const file of files.keys()) if (file !== FILE) expect(files.get(file)).toContain('No pool was looked at.');
});

describe('the summary of a step', () => {
  const SUMMARY = '/runner/summary.md';
  const env = { GITHUB_STEP_SUMMARY: SUMMARY };
  const summary = async (line: string, before?: string, world = {}) => {
    const files = before === undefined ? SPECS : { ...SPECS, [SUMMARY]: before };
    const result = await call(line, found, { env, ...world }, files);
    return { ...result, text: result.files.get(SUMMARY) };
  };

  test('--format github: the report is added to what is there', async () => {
    const { text } = await summary('audit --format github', '# Before\n');
    expect(text).toMatch(/^# Before\n\n\*\*1 error, .*<details>/s);
    expect((await summary('audit --format github')).text).toMatch(/^\*\*1 error/);
  });

  test.each(['audit', 'audit --report github=x', 'audit --format markdown'])('%s: is left alone', async (line) => {
    expect((await summary(line, 'before')).text).toBe('before');
  });

  test('no summary outside of GitHub Actions', async () => {
    const { files } = await call('audit --format github', found);
    expect([...files.keys()]).toEqual([FILE]);
  });

  test('never grows beyond what GitHub takes', async () => {
    const many = Array.from({ length: 9000 }, (_item, index) =>
      finding({ message: `Number ${index}. ${'x'.repeat(200)}` }),
    );
    const engines = { auditSpecs: async () => outcome({ findings: many }) };
    const before = 'x'.repeat(500_000);
    const { files } = await call('audit --format github', engines, { env }, { ...SPECS, [SUMMARY]: before });
    const size = Buffer.byteLength(files.get(SUMMARY) ?? '');
    expect(size).toBeLessThanOrEqual(1024 * 1024);
    expect(size).toBeGreaterThan(1_000_000);
  });

  test('that it is full is said, and what is there stays', async () => {
    const before = 'x'.repeat(1024 * 1024 - 100);
    const { text, code, err } = await summary('audit --format github', before);
    expect(text).toBe(before);
    expect([code, err]).toEqual([2, expect.stringContaining('The summary of this step is full')]);
  });
});
