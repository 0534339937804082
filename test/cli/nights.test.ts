// Three nights over a pool in the sandbox, by the command line: what is new, what stays, what goes, and what is accepted.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
  UpdateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { nodeIo } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';
import { session } from '../sandbox/support.js';
import { quietSignals } from './fake-io.js';

const SPEC = `# Customers.
pool:
  id: acme
  name: acme
  region: us-east-1
  account: "123456789012"
  environment: development   # for now

clients:
  web: {}
`;

const REAL = nodeIo(quietSignals(), tmpdir());

beforeAll(() => {
  process.env['AWS_ACCESS_KEY_ID'] ??= 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] ??= 'test';
});

/** A pool whose client differs from its spec in a folder, and the command line there. */
async function world(spec = SPEC) {
  const { client, sandbox, pool } = await session();
  const UserPoolId = await pool({ PoolName: 'acme', UsernameConfiguration: { CaseSensitive: false } });
  const { UserPoolClient } = await client.send(new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'web' }));
  const minutes = (AuthSessionValidity: number) =>
    client.send(
      new UpdateUserPoolClientCommand({ UserPoolId, ClientId: UserPoolClient?.ClientId, AuthSessionValidity }),
    );
  const folder = mkdtempSync(join(tmpdir(), 'poolward-nights-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = (name: string) => join(folder, name);
  writeFileSync(path('acme.yaml'), spec);
  const poolward = async (day: string, ...argv: readonly string[]) => {
    const printed: { readonly out: string[]; readonly err: string[] } = { out: [], err: [] };
    const io = {
      ...REAL,
      out: (text: string) => void printed.out.push(text),
      err: (text: string) => void printed.err.push(text),
      now: () => new Date(`${day}T03:00:00Z`),
    };
    const code = await run([argv[0] ?? '', path('acme.yaml'), ...argv.slice(1), '--endpoint-url', sandbox.url], io);
    return { code, out: printed.out.join(''), err: printed.err.join('') };
  };
  /** An audit that remembers the night before, with `status setting since` of its drift. */
  const night = async (day: string, ...options: readonly string[]) => {
    const report = ['--report', `json=${path(`${day}.json`)}`];
    const came = await poolward(day, 'audit', '--previous', path('last.json'), ...report, ...options);
    const text = readFileSync(path(`${day}.json`), 'utf8');
    if (came.code !== 2) writeFileSync(path('last.json'), text);
    const all: any[] = JSON.parse(text).findings ?? [];
    const drift = all.filter(({ rule }) => rule === 'drift/changed');
    const rules = all.map(({ rule, status }) => `${status} ${rule}`);
    return { ...came, rules, drift: drift.map((one) => `${one.status} ${one.setting} ${one.firstSeen ?? ''}`.trim()) };
  };
  const file = () => readFileSync(path('acme.yaml'), 'utf8');
  return {
    client,
    minutes,
    sandbox,
    path,
    poolward,
    night,
    file,
  };
}

const AUTH = 'clients.web.authSessionMinutes';
const FIRST = '2026-11-18T03:00:00.000Z';
const OWNED = ['--owner', 'web team', '--reason', 'Until the load test is over.'];

describe('nights', () => {
  it('tell what is new, known since when, not looked at, and gone', async () => {
    const { minutes, night, sandbox, poolward } = await world();
    // What the rules say of the spec itself.
    await poolward('2026-11-17', 'accept', ...OWNED, '--yes');
    await minutes(9);
    const first = await night('2026-11-18');
    expect(first.drift).toEqual([`new ${AUTH}`]);
    expect(first.err).toContain('nothing is known of earlier nights');

    const second = await night('2026-11-20');
    expect(second.drift).toEqual([`known ${AUTH} ${FIRST}`]);
    expect(second.out).toContain('since 2026-11-18 (2 nights)');
    expect(second.code).toBe(1);

    sandbox.inject([
      { operation: 'DescribeUserPoolClient', error: { type: 'AccessDeniedException', message: 'no', status: 400 } },
    ]);
    await minutes(3);
    const blind = await night('2026-11-21');
    expect(blind.drift).toEqual([`known ${AUTH} ${FIRST}`]);
    expect(blind.code).toBe(1);

    sandbox.inject([]);
    const last = await night('2026-11-22');
    expect(last.drift).toEqual([`gone ${AUTH} ${FIRST}`]);
    expect(last.out).toContain('(0 new, 0 known and 2 gone since the last report)');
    expect(last.out).toMatch(new RegExp(`Gone since the last report: .*\n(.*\n)*.*acme.yaml  ${AUTH}  drift/changed`));
    expect(last.code).toBe(0);
    expect((await night('2026-11-23')).drift).toEqual([]);
  });

  it('call nothing gone that the live pool still has, though the spec is mended', async () => {
    const { night, path } = await world();
    expect((await night('2026-11-18')).rules).toContain('new user-existence-revealed');
    writeFileSync(path('acme.yaml'), SPEC.replace('web: {}', 'web: {preventUserExistenceErrors: true}'));
    const { rules, drift } = await night('2026-11-19');
    expect(drift).toEqual(['new clients.web.preventUserExistenceErrors']);
    expect(rules.filter((one) => one.includes('user-existence'))).toEqual([]);
  });

  it('know pools that no spec declares only where they were looked for', async () => {
    const { night, client } = await world();
    const { UserPool } = await client.send(new CreateUserPoolCommand({ PoolName: 'rogue' }));
    const about = (rules: readonly string[]) => rules.filter((one) => one.includes('undeclared'));
    expect(about((await night('2026-11-18', '--undeclared-pools')).rules)).toEqual(['new audit/undeclared-pool']);
    expect(about((await night('2026-11-19', '--undeclared-pools')).rules)).toEqual(['known audit/undeclared-pool']);
    await client.send(new DeleteUserPoolCommand({ UserPoolId: UserPool?.Id }));
    expect(about((await night('2026-11-20', '--undeclared-pools')).rules)).toEqual(['gone audit/undeclared-pool']);
    await client.send(new CreateUserPoolCommand({ PoolName: 'rogue' }));
    await night('2026-11-21', '--undeclared-pools');
    const { rules, err } = await night('2026-11-22');
    expect(about(rules)).toEqual([]);
    expect(err).toContain('1 of the findings in');
  });

  it.each([
    ['no JSON', 'x', 'not JSON'],
    ['another version', '{"version": 2, "command": "audit"}', 'its version is'],
    ['another command', '{"version": 1, "command": "validate"}', 'poolward validate'],
    ['a failure', '{"version": 1, "command": "audit", "failure": {}}', 'failed'],
    [
      'half a report',
      '{"version": 1, "command": "audit", "startedAt": "2026-11-18T03:00:00Z", "findings": [{}]}',
      'missing',
    ],
  ])('refuse %s as the report of an earlier one', async (_name, text, why) => {
    const { path, poolward } = await world();
    writeFileSync(path('last.json'), text);
    const { code, err } = await poolward('2026-11-18', 'audit', '--previous', path('last.json'));
    expect([code, err]).toEqual([2, expect.stringContaining(why)]);
    expect(err).toContain('--report json=FILE');
  });
});

describe('accept', () => {
  it('writes what was found, and from then on it does not count', async () => {
    const { minutes, night, poolward, file } = await world(`\ufeff${SPEC.replaceAll('\n', '\r\n')}`);
    await minutes(9);
    const before = file();
    expect((await night('2026-11-18')).code).toBe(1);
    const dry = await poolward('2026-11-18', 'accept', ...OWNED);
    expect([dry.code, file()]).toEqual([0, before]);
    expect(dry.err).toMatch(/^Dry run: nothing was written\. With --yes: \d+ entr/m);

    const { out, err, code } = await poolward('2026-11-18', 'accept', ...OWNED, '--yes', '--expires', '2026-11-20');
    expect([code, out]).toEqual([0, expect.stringContaining(`+    path: ${AUTH}`)]);
    expect(err).toMatch(/^Wrote \d+ entr/m);
    expect(file().startsWith(before)).toBe(true);
    expect(file().slice(before.length)).toMatch(/^\r\naccept:\r\n( {2}- rule: .*\r\n( {4}.*\r\n)+)+$/);
    const night2 = await night('2026-11-19');
    expect([night2.code, night2.drift]).toEqual([0, [`accepted ${AUTH} ${FIRST}`]]);
    const again = await poolward('2026-11-19', 'accept', ...OWNED, '--yes');
    expect(again).toMatchObject({ code: 0, out: '', err: 'There is nothing to accept.\n' });
    expect((await night('2026-11-20')).drift).toEqual([`known ${AUTH} ${FIRST}`]);
  });

  it('takes a report instead of looking, and only what is asked for', async () => {
    const { minutes, night, poolward, path, sandbox, file } = await world();
    await minutes(9);
    await night('2026-11-18');
    const calls = sandbox.requests.length;
    const from = ['--from', path('last.json'), ...OWNED, '--yes'];
    const wrong = await poolward('2026-11-18', 'accept', ...from, '--path', 'mfa.nothing');
    expect([wrong.code, file()]).toEqual([2, SPEC]);
    expect(wrong.err).toContain(`drift/changed at ${AUTH}`);
    const { code } = await poolward(
      '2026-11-18',
      'accept',
      ...from,
      '--rule',
      'drift/changed',
      '--path',
      'clients.web',
    );
    expect(code).toBe(0);
    expect(sandbox.requests.length).toBe(calls);
    const again = await poolward('2026-11-18', 'accept', ...from, '--path', 'clients.web.authSessionMinutes');
    expect(again.code).toBe(2);
    expect(file().slice(SPEC.length)).toBe(
      `\naccept:\n  - rule: drift/changed\n    path: ${AUTH}\n    owner: web team\n    reason: Until the load test is over.\n`,
    );
  });

  it('gives each environment entries of its own, with those that it inherits', async () => {
    const overlays = `accept:\n  - {rule: no-such-drift, owner: a, reason: b}\noverlays:\n  production:\n    pool: {deletionProtection: false}\n`;
    const { minutes, poolward, file } = await world(SPEC + overlays.replace('no-such-drift', 'drift/extra'));
    await minutes(9);
    const { code, err } = await poolward('2026-11-18', 'accept', ...OWNED, '--rule', 'drift/changed', '--yes');
    expect([code, err]).toEqual([0, expect.stringMatching(/^Wrote/m)]);
    expect(file()).toContain(`  production:
    pool: {deletionProtection: false}
    accept:
      - rule: drift/extra
        owner: a
        reason: b
      - rule: drift/changed
        path: ${AUTH}
`);
  });

  it('copies what a base accepts, save what the environment fills in', async () => {
    const { minutes, poolward, path, file } = await world(`extends: base.yaml\n${SPEC}`);
    await minutes(9);
    const base = (owner: string) =>
      writeFileSync(path('base.yaml'), `accept:\n  - {rule: drift/extra, owner: ${owner}, reason: b}\n`);
    const once = () => poolward('2026-11-18', 'accept', ...OWNED, '--rule', 'drift/changed', '--yes');
    base(`"\${HOME}"`);
    expect(await once()).toMatchObject({ code: 2, err: expect.stringContaining('Add them by hand') });
    base('platform');
    expect((await once()).code).toBe(0);
    expect(file().slice(file().indexOf('accept:'))).toMatch(
      /^accept:\n {2}- rule: drift\/extra\n {4}owner: platform\n[\s\S]*drift\/changed/,
    );
  });

  it('does not accept what could not be looked at', async () => {
    const { poolward, sandbox, file } = await world();
    sandbox.inject([
      { operation: 'DescribeUserPoolClient', error: { type: 'AccessDeniedException', message: 'no', status: 400 } },
    ]);
    const { code, err } = await poolward('2026-11-18', 'accept', ...OWNED, '--rule', 'drift/unchecked', '--yes');
    expect([code, file()]).toEqual([0, SPEC]);
    expect(err).toContain('drift/unchecked is for mending, not for accepting');
  });

  it.each([
    ['a spec that is not valid', `${SPEC}clints: {}\n`, [], 'clints'],
    [
      'a list that is an alias',
      `${SPEC}baseline: []\nunmanaged: &a []\naccept: *a\n`,
      [],
      'Add them by hand, under accept:',
    ],
    ['a day that is over', SPEC, ['--expires', '2026-11-18'], 'Give a day after 2026-11-18.'],
    ['a report that is not there', SPEC, ['--from', 'nowhere.json'], 'There is no nowhere.json.'],
  ])('writes nothing for %s', async (_name, spec, options, why) => {
    const { minutes, poolward, file } = await world(spec);
    await minutes(9);
    const { code, err } = await poolward('2026-11-18', 'accept', ...OWNED, ...options, '--yes');
    expect([code, err, file()]).toEqual([2, expect.stringContaining(why), spec]);
  });
});
