// What a sign-in says about its pool.
import { describe, expect, it } from 'vitest';
import { expectationOf } from '../../src/signin/expectation.js';
import { judge } from '../../src/signin/judge.js';
import type { Answer } from '../../src/signin/ports.js';
import { effectiveFactor, type UserMfa } from '../../src/users/effective-factor.js';
import type { PoolMfa } from '../../src/users/pool-mfa.js';
import { subjectOf } from '../harness/specs.js';
import { challenge, play, TOKENS } from './scripted.js';

const POOL: PoolMfa = {
  mode: 'required',
  offered: ['sms', 'totp'],
  recovery: ['phone', 'email'],
  adaptive: false,
  devicesSkip: false,
  passkeys: false,
  firstFactors: ['password'],
};
const USER: UserMfa = { federated: false, has: ['email', 'phone'], app: true, enabled: ['sms'] };
const { document } = subjectOf('mfa:\n  mode: required\n  totp: true\n');
const VERIFIER = challenge('PASSWORD_VERIFIER', { SRP_B: 'B' });

/** Finding by finding, what Cognito answered says of such a user in such a pool. */
async function judged(answers: readonly (Answer | string)[], pool: Partial<PoolMfa> = {}, user: Partial<UserMfa> = {}) {
  const own = { ...POOL, ...pool };
  const mine = { ...USER, ...user };
  const withApp = mine.app ? undefined : effectiveFactor(own, { ...mine, app: true });
  const expectation = expectationOf(effectiveFactor(own, mine), 'CONFIRMED', withApp);
  const { seen } = await play([VERIFIER, ...answers]);
  const where = { specId: 'acme', document, client: 'web', pool: own };
  const { findings, compared, open } = judge(seen, expectation, 'spec', where);
  return { findings: findings.map(({ severity, setting }) => `${severity} ${setting}`), compared, open, all: findings };
}

const SMS = challenge('SMS_MFA');
const APP = challenge('SOFTWARE_TOKEN_MFA');

describe('a difference', () => {
  it('is an error at the factor that the pool is not to offer, else at the mode', async () => {
    expect((await judged([SMS], { offered: ['totp'] })).findings).toEqual(['error mfa.sms']);
    expect((await judged([TOKENS])).findings).toEqual(['error mfa.mode']);
    expect((await judged([challenge('BRAND_NEW')])).findings).toEqual(['error mfa.mode']);
  });

  it.each<[string, Parameters<typeof judged>, string]>([
    ['that was seen on real pools', [[SMS]], 'asked for a code by SMS. “Amazon Cognito'],
    ['that threat protection demands', [[SMS], { mode: 'optional', adaptive: true }, NOTHING()], 'Threat protection'],
    ['of an app that no list shows', [[APP], { mode: 'optional' }, NOTHING()], 'registered and not enabled'],
  ])('%s is a note', async (_name, args, cause) => {
    const { findings, all, compared } = await judged(...args);
    expect([findings, compared]).toEqual([['note mfa.mode'], true]);
    expect(all[0]?.cause).toContain(cause);
  });

  it('names neither the user nor more than the spec’s own words', async () => {
    const [finding] = (await judged([SMS])).all;
    expect(finding).toMatchObject({ rule: 'signin/other-challenge', fingerprint: 'acme:signin/other-challenge:web' });
    expect(finding?.message).toMatch(/^A sign-in was asked for SMS_MFA; with the spec it is SOFTWARE_TOKEN_MFA\.$/);
  });
});

function NOTHING(): Partial<UserMfa> {
  return { app: false, enabled: [] };
}

describe('no difference', () => {
  it('is as expected, whether or not it was answered', async () => {
    expect(await judged([APP])).toMatchObject({ findings: [], compared: true, open: [] });
    expect(await judged([APP, TOKENS])).toMatchObject({ findings: [], compared: true, open: [] });
  });

  it('of a sign-in that AWS refused leaves that open', async () => {
    const words = 'NotAuthorizedException: Incorrect username or password.';
    expect(await judged([words])).toMatchObject({ findings: [], compared: false, open: [words] });
  });

  it('is a choice between what the guide says, in any order', async () => {
    const select = (...names: string[]) => challenge('SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: JSON.stringify(names) });
    const pool = { recovery: ['email', 'phone'] } as const;
    expect((await judged([select('SOFTWARE_TOKEN_MFA', 'SMS_MFA')], pool)).findings).toEqual([]);
    expect((await judged([select('SOFTWARE_TOKEN_MFA', 'EMAIL_OTP')], pool)).findings).toEqual(['error mfa.email']);
  });
});

describe('a user whom the spec locks out', () => {
  const phoneOnly = { has: ['phone'], app: false, enabled: [] } as const;
  it('is not known to be, by a refusal', async () => {
    const { findings, compared, open } = await judged(['NotAuthorizedException: no'], {}, phoneOnly);
    expect([findings, compared, open.join()]).toEqual([[], false, expect.stringContaining('users/locked-out')]);
  });

  it('and gets in all the same is a difference', async () => {
    expect((await judged([TOKENS], {}, phoneOnly)).findings).toEqual(['error mfa.mode']);
    expect((await judged([SMS], {}, phoneOnly)).findings).toEqual(['error mfa.mode']);
  });
});
