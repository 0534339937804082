import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { Engines } from '../../src/cli/engines.js';
import { wantsJson } from '../../src/cli/run.js';
import { PoolwardError } from '../../src/model/errors.js';
import { finding, GAPS, SMS } from '../report/sample.js';
import { call, SPECS } from './call.js';
import { outcome } from './fake-engines.js';

const schema = JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ strict: true, strictTypes: false }).compile(schema);

const throwing = (error: unknown) => ({
  auditSpecs: async () => {
    throw error;
  },
});
const denied = new PoolwardError('denied', 'AWS refused.', { fault: 'environment', help: 'Use --profile.' });

describe('exit codes', () => {
  test.each<[string, Partial<Engines>, number]>([
    ['audit', {}, 0],
    ['audit', { auditSpecs: async () => outcome({ findings: [SMS] }) }, 1],
    ['audit', { auditSpecs: async () => outcome({ coverage: GAPS }) }, 3],
    ['audit', { auditSpecs: async () => outcome({ findings: [SMS] }, { invalidSpec: true }) }, 2],
    ['audit', throwing(denied), 2],
    ['audit', throwing(new TypeError('x is not a function')), 2],
    ['audit', throwing('a string'), 2],
    ['fix --yes', { fixSpecs: async () => outcome({ findings: [SMS] }) }, 1],
    ['synth', { synthSpecs: async () => outcome({ findings: [SMS] }, { invalidSpec: true }) }, 2],
    ['synth', { synthSpecs: async () => outcome({ findings: [finding({ severity: 'warning' })] }) }, 0],
    ['validate', { validateSpecs: async () => outcome({ findings: [finding({ severity: 'error' })] }) }, 1],
    [
      'validate --severity error',
      { validateSpecs: async () => outcome({ findings: [finding({ severity: 'warning' })] }) },
      0,
    ],
    [
      'validate --max-warnings 1',
      { validateSpecs: async () => outcome({ findings: [finding({ severity: 'warning' })] }) },
      0,
    ],
    ['--version', {}, 0],
    ['--help', {}, 0],
    ['help audit', {}, 0],
    ['', {}, 2],
    ['audti', {}, 2],
    ['audit --sevrity note', {}, 2],
    ['audit --severity high', {}, 2],
    ['audit --max-warnings -1', {}, 2],
    ['audit --format', {}, 2],
    ['audit --report json', {}, 2],
    ['audit --report jsno=a.json', {}, 2],
    ['audit --endpoint-url http://user:secret@host', {}, 2],
    ['audit --role-arn me', {}, 2],
    ['sandbox --port 70000', {}, 2],
    ['schema extra', {}, 2],
  ])('%s %j: %i', async (line, engines, code) => {
    const plain = await call(line, engines);
    expect(plain.code).toBe(code);
    const asJson = await call(`${line} --format json`, engines);
    expect(validate(JSON.parse(asJson.out))).toBe(true);
  });
});

describe('--format json', () => {
  test('a report', async () => {
    const { out, err } = await call('audit --format json', { auditSpecs: async () => outcome({ findings: [SMS] }) });
    expect(JSON.parse(out)).toMatchObject({ version: 1, command: 'audit', findings: [{ rule: 'drift/changed' }] });
    expect(err).toBe('');
  });

  test.each<[string, string, Partial<Engines>, object]>([
    ['usage', 'audit --nope --format json', {}, { command: null, failure: { code: 'usage', fault: 'user' } }],
    ['usage, other spelling', '--format=json audti', {}, { failure: { code: 'usage' } }],
    [
      'a known error',
      'audit --format json',
      throwing(denied),
      { command: 'audit', failure: { code: 'denied', help: 'Use --profile.' } },
    ],
    [
      'an unknown one',
      'audit --format json',
      throwing(new Error('boom')),
      { failure: { code: 'unexpected', fault: 'tool', message: 'boom' } },
    ],
    [
      'an invalid spec',
      'audit --format json',
      { auditSpecs: async () => outcome({ findings: [SMS] }, { invalidSpec: true }) },
      { failure: { code: 'invalid-spec', findings: [{ rule: 'drift/changed' }] } },
    ],
  ])('a failure: %s', async (_name, line, engines, wanted) => {
    const { out, code } = await call(line, engines);
    const document = JSON.parse(out);
    expect(document).toMatchObject(wanted);
    expect(document.findings).toBeUndefined();
    expect(validate(document)).toBe(true);
    expect(code).toBe(2);
  });

  test('stays one document when something breaks after it', async () => {
    const writeAtomic = async () => {
      throw new TypeError('boom');
    };
    const { code, out, err } = await call('audit --format json --report json=a.json', {}, { writeAtomic });
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ command: 'audit', findings: [] });
    expect(err).toContain('boom');
  });

  test('is read from the words themselves', () => {
    expect(wantsJson(['audit', '--format', 'json'])).toBe(true);
    expect(wantsJson(['audit', '--format=json', '--format', 'text'])).toBe(false);
    expect(wantsJson(['audit', '--', '--format', 'json'])).toBe(false);
  });
});

describe('what people are told', () => {
  test('did you mean', async () => {
    expect((await call('audti')).err).toContain('Did you mean audit?');
    expect((await call('audit --sevrity note')).err).toContain('Did you mean --severity?');
  });

  test('a known error has no stack, and says what to do', async () => {
    const { err, out } = await call('audit', throwing(denied));
    expect(err).toBe('poolward: AWS refused.\n  Use --profile.\n');
    expect(out).toBe('');
  });

  test('an unknown one has a stack, its causes, and a request', async () => {
    const { err } = await call('audit', throwing(new Error('boom', { cause: new Error('deep') })));
    expect(err).toMatch(/Error: boom\n\s+at .*caused by: Error: deep\n.*defect in Poolward/s);
  });

  test('no command: help on stderr', async () => {
    const { out, err } = await call('');
    expect(out).toBe('');
    expect(err).toMatch(/Usage: poolward .*A command is needed/s);
  });

  test('version', async () => expect((await call('--version')).out).toBe('1.2.3\n'));

  test('a notice and talk go to stderr, and --quiet silences them', async () => {
    const engines: Partial<Engines> = {
      fixSpecs: async ({ talk }) => {
        talk.say('said');
        talk.detail('detailed');
        return outcome({}, { notice: 'Dry run.' });
      },
    };
    expect((await call('fix', engines)).err).toBe('said\nDry run.\n');
    expect((await call('fix --verbose', engines)).err).toBe('said\ndetailed\nDry run.\n');
    expect((await call('fix --quiet', engines)).err).toBe('');
  });
});

describe('--report', () => {
  const found = { auditSpecs: async () => outcome({ findings: [SMS] }) };

  test('writes each, without colour, over what was there', async () => {
    const line = 'audit --report json=out/a.json --report text=a=b.txt';
    const { files, out } = await call(line, found, { color: true }, { ...SPECS, 'out/a.json': 'old' });
    expect(JSON.parse(files.get('out/a.json') ?? '')).toMatchObject({ version: 1 });
    expect(files.get('a=b.txt')).not.toContain('\x1b');
    expect(out).toContain('\x1b[');
  });

  test('a failure replaces the report of yesterday', async () => {
    const { files } = await call(
      'audit --report json=a.json',
      throwing(denied),
      {},
      { ...SPECS, 'a.json': '{"findings":[]}' },
    );
    expect(JSON.parse(files.get('a.json') ?? '')).toMatchObject({ failure: { code: 'denied' } });
  });

  test('a file that cannot be written costs the exit code, not the report', async () => {
    const writeAtomic = async () => {
      throw new PoolwardError('cannot-write', 'The disk is full.', { fault: 'environment' });
    };
    const { code, out, err } = await call('audit --format json --report json=a.json', found, { writeAtomic });
    expect([code, err]).toEqual([2, 'poolward: The disk is full.\n']);
    expect(JSON.parse(out).findings).toHaveLength(1);
  });
});
