// The documented way to turn SMS MFA off leads through OFF, which makes Cognito forget what every user has set.
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { WorldOptions } from '../../src/sandbox/index.js';
import { type Bench, enforceBench, FILE } from '../users/enforce-bench.js';

const SMS = 'SMS_MFA';
const APP = 'SOFTWARE_TOKEN_MFA';
const MAIL = 'EMAIL_OTP';
const SES = 'arn:aws:ses:us-east-1:123456789012:identity/a@example.com';
const RESTART = `fix ${FILE} --restart-mfa`;

beforeAll(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
});

/** Users of every kind, in a pool that offers all factors; the spec has turned SMS off since. */
async function bench(world: WorldOptions, required = false): Promise<Bench> {
  const own = await enforceBench('', { required, offers: ['sms', 'totp', 'email'], world });
  own.people({
    nothing: { email: 'n@example.com' },
    app: { email: 'a@example.com', settings: [APP], preferred: APP },
    both: { email: 'b@example.com', phone: '+15555550101', settings: [APP, SMS], preferred: SMS },
    mail: { email: 'm@example.com', settings: [MAIL], preferred: MAIL },
    sms: { phone: '+15555550102', settings: [SMS], preferred: SMS },
    every: { email: 'e@example.com', phone: '+15555550103', settings: [APP, MAIL, SMS], preferred: APP },
    elsewhere: { email: 'x@example.com', status: 'EXTERNAL_PROVIDER' },
  });
  own.sandbox.seed(own.poolId, ({ pool }) => {
    pool.EmailConfiguration = { EmailSendingAccount: 'DEVELOPER', SourceArn: SES };
  });
  const yaml = own.yaml.replace('  sms: true\n', '').replace('smsSender:\n  role: create\n', '');
  expect(yaml).not.toContain('sms');
  return { ...own, poolward: (words, io) => own.poolward(words, io, yaml) };
}

const factors = (own: Bench) =>
  Object.fromEntries(
    Object.entries(own.state()).map(([user, { settings, preferred }]: any) => [user, [settings, preferred]]),
  );

const AFTER = {
  nothing: [[], undefined],
  app: [[APP], APP],
  both: [[APP], undefined],
  mail: [[MAIL], MAIL],
  sms: [[], undefined],
  every: [[MAIL, APP], APP],
  elsewhere: [[], undefined],
};

const BEFORE = {
  ...AFTER,
  both: [[SMS, APP], SMS],
  sms: [[SMS], SMS],
  every: [[MAIL, SMS, APP], APP],
};

const WORLDS: readonly [string, WorldOptions, boolean][] = (['dropped', 'kept', 'refused'] as const).flatMap((way) =>
  (['kept', 'reset'] as const).map((omitted): [string, WorldOptions, boolean] => [
    `a call without SMS has it ${way}, an update without it ${omitted}`,
    { smsConfigurationOnOmit: way, poolUpdateOmission: { SmsConfiguration: omitted } },
    way === 'dropped' || omitted === 'reset',
  ]),
);

describe.each(WORLDS)('where %s', (_world, world, senderGoes) => {
  it.each([false, true])('users have back what the pool still offers (MFA required: %s)', async (required) => {
    const own = await bench(world, required);
    const dry = await own.poolward(RESTART);
    expect(dry.err + dry.out).toContain(`${RESTART} 5 --yes`);
    expect(own.calls('SetUserPoolMfaConfig')).toBe(1);
    const ran = await own.poolward(`${RESTART} 5 --yes`);
    expect(factors(own)).toEqual(senderGoes ? AFTER : BEFORE);
    const { UserPool } = await own.call('DescribeUserPool');
    expect(UserPool.MfaConfiguration).toBe(required ? 'ON' : 'OPTIONAL');
    expect(UserPool.SmsConfiguration === undefined).toBe(senderGoes);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain(senderGoes ? '3 users had SMS as a second factor' : 'still has its SMS sender');
    expect(ran.err).toMatch(
      /MFA was off from \d{4}-.* to \d{4}-.*: in that time nobody had a second factor\. 5 of 5 users/,
    );
    const audit = JSON.parse((await own.poolward(`audit ${FILE} --format json`)).out);
    const open = audit.findings.filter(({ setting }: { setting: string }) => setting === 'mfa.sms');
    expect(open).toHaveLength(senderGoes ? 0 : 1);
  });
});

describe('a restart', () => {
  it('does not begin where AWS would refuse to turn MFA on as the spec says', async () => {
    const own = await bench({});
    own.sandbox.seed(own.poolId, ({ pool }) => {
      pool.EmailConfiguration = { EmailSendingAccount: 'COGNITO_DEFAULT' };
    });
    const before = factors(own);
    const { code, err } = await own.poolward(`${RESTART} 5 --yes`);
    expect([code, err]).toEqual([2, expect.stringContaining('MFA was not turned off, and no user was changed.')]);
    expect([factors(own), (await own.call('DescribeUserPool')).UserPool.MfaConfiguration]).toEqual([
      before,
      'OPTIONAL',
    ]);
  });

  it('changes nothing where the number of users is not the one agreed to', async () => {
    const own = await bench({});
    const before = factors(own);
    const { code, out } = await own.poolward(`${RESTART} 4 --yes`);
    expect([code, out]).toEqual([1, expect.stringContaining('5 users have MFA settings of their own')]);
    expect([factors(own), own.calls('SetUserPoolMfaConfig')]).toEqual([before, 1]);
  });

  it('has nothing to do where the pool offers no SMS', async () => {
    const own = await bench({});
    await own.poolward(`${RESTART} 5 --yes`);
    const { code, err } = await own.poolward(`${RESTART} 5 --yes`);
    expect([code, err]).toEqual([0, expect.stringContaining('there is nothing to restart')]);
  });

  it('names in its journal who cannot have an app back', async () => {
    const own = await bench({ lostWithMfaOff: 'settingsAndApps' });
    const { code, out } = await own.poolward(`${RESTART} 5 --yes`);
    expect([code, out]).toEqual([1, expect.stringContaining('3 users could not be given back')]);
    expect(factors(own)).toMatchObject({ app: [[], undefined], every: [[MAIL], undefined], mail: [[MAIL], MAIL] });
    const [journal] = [...own.files].filter(([name]) => name.includes('mfa-restart'));
    const refused = (journal?.[1] ?? '').split('\n').filter((line) => line.includes('"refused"'));
    expect(refused).toHaveLength(3);
    expect(refused.join()).toContain('SOFTWARE_TOKEN_MFA');
  });

  it.each([
    'SetUserPoolMfaConfig',
    'UpdateUserPool',
    'AdminSetUserMFAPreference',
    'AdminGetUserAuthFactors',
    'ListUsers',
  ])(
    'that %s stops anywhere is led to the end by the same command',
    async (operation) => {
      for (let after = 0; ; after += 1) {
        const own = await bench({ smsConfigurationOnOmit: 'kept', poolUpdateOmission: { SmsConfiguration: 'reset' } });
        // The SDK does not send it again.
        const error = { type: 'AccessDeniedException', message: 'not now' };
        own.sandbox.inject([{ operation, after, error }]);
        const before = own.calls(operation);
        await own.poolward(`${RESTART} 5 --yes`);
        const failed = own.sandbox.requests.some((one) => one.operation === operation && one.error !== undefined);
        own.sandbox.inject([]);
        if (!failed) {
          expect(after).toBeGreaterThan(0);
          return;
        }
        expect(own.calls(operation)).toBeGreaterThan(before);
        await own.poolward(`${RESTART} 5 --yes`);
        const { UserPool } = await own.call('DescribeUserPool');
        expect([UserPool.MfaConfiguration, UserPool.SmsConfiguration]).toEqual(['OPTIONAL', undefined]);
        expect(factors(own)).toEqual(AFTER);
      }
    },
    120_000,
  );
});
