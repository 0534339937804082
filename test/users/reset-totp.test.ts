// reset-totp, from its words to its exit codes, against the sandbox and the real SDK.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WorldOptions } from '../../src/sandbox/index.js';
import { USER_OPERATIONS } from '../../src/users/operations.js';
import { outcomeWords } from '../../src/users/outcome.js';
import { enforceBench, FILE, type Person } from './enforce-bench.js';

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
});
afterEach(() => vi.unstubAllEnvs());

const RESET = `users reset-totp ada ${FILE}`;
const APP = { settings: ['SOFTWARE_TOKEN_MFA'], preferred: 'SOFTWARE_TOKEN_MFA' };
const EMAIL = { email: 'ada@example.com' };
const PHONE = { phone: '+4915112345678' };

type Options = Parameters<typeof enforceBench>[1];

async function bench(ada: Person, options: Options = {}) {
  const own = await enforceBench('', options);
  own.people({ ada });
  const journal = `.poolward/totp-reset.${own.poolId}.jsonl`;
  const entries = () =>
    (own.files.get(journal) ?? '')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  return { ...own, journal, entries };
}

describe('users reset-totp', () => {
  it('says without --yes what it would do, and changes nothing', async () => {
    const { poolward, state, files, journal, calls } = await bench(APP, { required: true });
    const before = state();
    const { code, out, err } = await poolward(RESET);
    expect([code, state(), files.has(journal), calls('AdminDeleteSoftwareToken')]).toEqual([0, before, false, 0]);
    expect(out).toContain('this cannot be undone');
    expect(out).toContain('Next       the sign-in asks to set up one of');
    expect(out).toContain('whoever knows the password may then register an app');
    expect(out).toContain('all are ended (AdminUserGlobalSignOut)');
    expect(err).toContain('With --yes: AdminDeleteSoftwareToken and AdminUserGlobalSignOut, noted in');
  });

  it('notes it, deletes the app, proves it, and ends the sessions', async () => {
    const { poolward, state, entries, sandbox, calls } = await bench(APP);
    const { code, err } = await poolward(`${RESET} --yes --reason ticket`);
    expect([code, state()]).toEqual([0, { ada: { settings: [] } }]);
    expect(err).toContain('Done, and read back: AWS lists no app. The sessions are ended.');
    const [header, ...lines] = entries();
    expect(header).toMatchObject({ kind: 'reset-totp' });
    expect(lines).toMatchObject([
      { n: 1, user: 'ada', does: 'delete-app', reason: 'ticket', before: { enabled: ['totp'], preferred: 'totp' } },
      { n: 1, result: 'done' },
      { n: 2, user: 'ada', does: 'sign-out' },
      { n: 2, result: 'done' },
    ]);
    expect(calls('AdminUserGlobalSignOut')).toBe(1);
    const asked = new Set<string>(sandbox.requests.map(({ operation }) => operation));
    const { list, settings, resetTotp } = USER_OPERATIONS;
    const setUp = ['CreateUserPool', 'CreateGroup', 'SetUserPoolMfaConfig'];
    const role = [...list, ...settings, ...resetTotp, ...setUp] as string[];
    expect([...asked].filter((one) => !role.includes(one))).toEqual([]);
  });

  it('leaves sessions open where it is told to, and other factors in any case', async () => {
    const { poolward, state, calls } = await bench({
      ...PHONE,
      settings: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'],
      preferred: 'SOFTWARE_TOKEN_MFA',
    });
    const { code, out } = await poolward(`${RESET} --yes --keep-sessions`);
    expect([code, calls('AdminUserGlobalSignOut')]).toEqual([0, 0]);
    expect(state()).toMatchObject({ ada: { settings: ['SMS_MFA'] } });
    expect(out).toContain('Keeps      SMS');
    expect(out).toContain('stay open (--keep-sessions)');
  });

  it.each<[string, Person, Options, string]>([
    ['optional, nothing else', APP, {}, 'the password alone'],
    ['optional, SMS too', { ...PHONE, settings: ['SMS_MFA', ...APP.settings] }, {}, 'a code by SMS (SMS_MFA)'],
    ['required, nothing else', APP, { required: true }, 'to set up one of SMS_MFA, SOFTWARE_TOKEN_MFA (MFA_SETUP)'],
    [
      'required, an address',
      { ...EMAIL, ...APP },
      { required: true },
      'to set up one of SOFTWARE_TOKEN_MFA (MFA_SETUP)',
    ],
    ['required, a number', { ...PHONE, ...APP }, { required: true }, 'a code by SMS (SMS_MFA)'],
  ])('what is asked next: %s', async (_what, ada, options, expected) => {
    const { poolward, poolId, sandbox } = await bench(ada, options);
    const { code, out } = await poolward(`${RESET} --yes`);
    expect([code, out]).toEqual([0, expect.stringMatching(/Next {7}the sign-in asks/)]);
    expect(out).toContain(expected);
    // The sandbox decides by itself what follows.
    const { secondStep } = await import('../../src/sandbox/auth/second-factor.js');
    const { worldWith } = await import('../../src/sandbox/index.js');
    sandbox.seed(poolId, (stored) => {
      const step = secondStep(stored, stored.users.get('ada') as never, worldWith());
      const kinds = {
        none: 'password alone',
        challenge: 'a code',
        select: 'a choice',
        setup: 'to set up',
        error: 'locked',
      };
      expect(out).toContain(kinds[step.kind]);
    });
  });

  it('does not lock a user out, and says what to do first', async () => {
    const { poolward, state, calls } = await bench({ ...EMAIL, ...APP }, { required: true, offers: ['email', 'totp'] });
    const before = state();
    const { code, out } = await poolward(`${RESET} --yes`);
    expect([code, state(), calls('AdminDeleteSoftwareToken')]).toEqual([1, before, 0]);
    expect(out).toContain(outcomeWords({ kind: 'lockedOut' }).split(': ')[1]);
    expect(out).toContain('--email-mfa-settings Enabled=true,PreferredMfa=true');
  });

  it.each([
    ['EXTERNAL_PROVIDER', 'signs in with an identity provider'],
    ['UNCONFIRMED', 'has not confirmed the sign-up'],
  ] as const)('does nothing for a user who is %s', async (status, words) => {
    const { poolward, calls } = await bench({ ...EMAIL, status });
    const { code, out } = await poolward(`${RESET} --yes`);
    expect([code, out, calls('AdminDeleteSoftwareToken')]).toEqual([1, expect.stringContaining(words), 0]);
  });

  it.each(['accepted', 'refused'] as const)(
    'deletes an app that AWS does not list; without any, AWS decides (%s)',
    async (deletingNoSoftwareToken) => {
      const world: WorldOptions = { deletingNoSoftwareToken };
      const { poolward, people, sandbox, poolId, entries } = await bench({ ...PHONE, app: true }, { world });
      const { code, out } = await poolward(`${RESET} --yes`);
      expect([code, out]).toEqual([0, expect.stringContaining('AWS lists no app of this user')]);
      sandbox.seed(poolId, ({ users }) => expect(users.get('ada')?.totpRegistered).toBe(false));
      people({ ada: PHONE });
      const again = await poolward(`${RESET} --yes`);
      expect(again.code).toBe(deletingNoSoftwareToken === 'accepted' ? 0 : 2);
      if (again.code === 2) expect(entries().at(-1)).toMatchObject({ result: 'refused' });
    },
  );

  it('says what AWS refuses, what nobody knows, and which sessions are left', async () => {
    const { poolward, sandbox, people, entries } = await bench(APP);
    const fault = (operation: string, type: string, after = 0) =>
      sandbox.inject([{ operation, after, error: { type, message: 'no' } }]);
    fault('AdminDeleteSoftwareToken', 'AccessDeniedException');
    const refused = await poolward(`${RESET} --yes`);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('Nothing was changed: AccessDenied')]);
    fault('AdminGetUserAuthFactors', 'AccessDeniedException', 1);
    const unread = await poolward(`${RESET} --yes`);
    expect([unread.code, unread.err]).toEqual([3, expect.stringContaining('nobody knows whether it took effect')]);
    expect(entries().at(-1)).toMatchObject({ result: 'unproved' });
    people({ ada: APP });
    fault('AdminUserGlobalSignOut', 'AccessDeniedException');
    const open = await poolward(`${RESET} --yes`);
    expect([open.code, open.err]).toEqual([1, expect.stringContaining('the sessions were not ended: AccessDenied')]);
    sandbox.inject([]);
    const again = await poolward(`${RESET} --yes`);
    expect([again.code, again.err]).toEqual([0, expect.stringContaining('did not end the sessions')]);
  });

  it('goes on after a crash at any line of the journal', async () => {
    for (const lines of [2, 3, 4, 5]) {
      const { poolward, files, journal, state, calls, poolId, sandbox } = await bench(APP, {
        world: { deletingNoSoftwareToken: 'refused' },
      });
      await poolward(`${RESET} --yes`);
      const whole = files.get(journal) ?? '';
      files.set(journal, `${whole.split('\n').slice(0, lines).join('\n')}\n`);
      // Before the first settlement nobody knows whether the call was sent.
      if (lines === 2)
        sandbox.seed(
          poolId,
          (stored) => void Object.assign(stored.users.get('ada') as object, APP, { totpRegistered: true }),
        );
      expect((await poolward(`${RESET} --yes`)).code, `after ${lines} lines`).toBe(lines === 5 ? 2 : 0);
      expect(state()).toEqual({ ada: { settings: [] } });
      if (lines < 5) expect(calls('AdminUserGlobalSignOut')).toBe(2);
    }
  });
});
