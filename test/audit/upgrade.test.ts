// A report that an earlier version wrote is read by this one: nothing that it knew is new, and what was accepted stays so.
// `v1.json` was written before items of sets were named by their values, and is never written again.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { nodeIo } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';
import { accepted } from '../../src/model/accept.js';
import { quietSignals } from '../cli/fake-io.js';
import { finding as sample } from '../report/sample.js';
import { session } from '../sandbox/support.js';
import { makeAcme } from './upgrade/live.js';

const FOLDER = 'test/audit/upgrade';

beforeAll(() => {
  process.env['AWS_ACCESS_KEY_ID'] ??= 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] ??= 'test';
});

interface Reported {
  readonly rule: string;
  readonly setting: string | null;
  readonly status: string;
  readonly fingerprint: string;
}

/** The JSON of an audit of the pool, as it is read from the command line. */
async function audited(...options: readonly string[]): Promise<Reported[]> {
  const own = await session();
  await makeAcme(own);
  const folder = mkdtempSync(join(tmpdir(), 'poolward-upgrade-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'report.json');
  const quiet = { out: () => undefined, err: () => undefined, now: () => new Date('2026-12-02T03:00:00Z') };
  const argv = ['audit', `${FOLDER}/acme.yaml`, '--endpoint-url', own.sandbox.url, '--report', `json=${file}`];
  await run([...argv, ...options], { ...nodeIo(quietSignals()), ...quiet });
  return JSON.parse(readFileSync(file, 'utf8')).findings;
}

const named = ({ status, rule, setting }: Reported) => `${status} ${rule} ${setting ?? ''}`.trim();

describe('after the upgrade', () => {
  it('nothing known is new or gone, and what was accepted stays so', async () => {
    const earlier: Reported[] = JSON.parse(readFileSync(`${FOLDER}/v1.json`, 'utf8')).findings;
    // Rules that this version has besides are not what the report is about.
    const rules = new Set(earlier.map(({ rule }) => rule));
    const findings = (await audited('--previous', `${FOLDER}/v1.json`)).filter(({ rule }) => rules.has(rule));
    const changed = findings.filter(({ status }) => status === 'new' || status === 'gone');
    expect(changed.map(named)).toEqual([]);
    const accepted = earlier.filter(({ status }) => status === 'accepted').map(({ rule }) => rule);
    expect(findings.filter(({ status }) => status === 'accepted').map(({ rule }) => rule)).toEqual([
      ...new Set(accepted),
    ]);
  });

  it('an item is one finding, named by its value, and no entry of accept is idle', async () => {
    const findings = await audited();
    const items = findings.filter(({ setting }) => setting?.endsWith(']'));
    expect(items.map(named)).toContain(
      'new development-callback-in-production clients.web.callbackUrls[http://localhost:3000/callback]',
    );
    expect(items.map(named)).toContain(
      'accepted callback-with-wildcard clients.web.callbackUrls[https://*.example.com/callback]',
    );
    expect(new Set(items.map(named)).size).toBe(items.length);
    expect(findings.map(({ setting }) => setting ?? '').filter((setting) => /\.\d+$/.test(setting))).toEqual([]);
    expect(findings.map(({ rule }) => rule)).not.toContain('accept/unused');
  });
});

describe('an entry of accept for an item', () => {
  const finding = {
    ...sample(),
    rule: 'r',
    setting: 'clients.web.callbackUrls[http://a]',
    formerly: ['clients.web.callbackUrls.1'],
  };
  it.each([
    ['clients.web.callbackUrls[http://a]', true],
    ['clients.web.callbackUrls.1', true],
    ['clients.web.callbackUrls', true],
    ['clients.web.callbackUrls.0', false],
    ['clients.web.callbackUrls[http://a.example]', false],
    ['clients.web.callback', false],
  ])('%s: %s', (path, holds) => {
    const entry = { rule: 'r', path, owner: 'o', reason: 'r' };
    expect(accepted([finding], [entry], '2026-12-02').used.size === 1).toBe(holds);
  });
});
