// What AWS does with a factor that a pool does not offer, or that is switched off where MFA is required, is not established. Enforce
// is right in every world.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WorldOptions } from '../../src/sandbox/index.js';
import { enforceBench, FILE } from './enforce-bench.js';

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
});
afterEach(() => vi.unstubAllEnvs());

const PHONE = '+4915112345678';
const APP = { settings: ['SOFTWARE_TOKEN_MFA'], preferred: 'SOFTWARE_TOKEN_MFA' };
const APPLY = `users enforce ${FILE} --yes --max-change 100 --journal run.jsonl --format json --show-personal`;
const UNDO = `users enforce ${FILE} --undo run.jsonl --yes --format json --show-personal`;

const found = (out: string): string[] =>
  (JSON.parse(out).findings as { rule: string; message: string }[]).map(({ rule, message }) => `${rule} ${message}`);

const WORLDS = (['accepted', 'refused'] as const).flatMap((unofferedFactor) =>
  (['refused', 'ignored'] as const).map((disablingRequiredFactor) => ({ unofferedFactor, disablingRequiredFactor })),
);

describe.each<Pick<Required<WorldOptions>, 'unofferedFactor' | 'disablingRequiredFactor'>>(WORLDS)(
  'an unoffered factor is $unofferedFactor, switching off where MFA is required is $disablingRequiredFactor',
  (world) => {
    it('a factor that the pool has ceased to offer is neither asked for nor in the way', async () => {
      const policy = 'userMfa:\n  factors: [totp, sms]\n  preferred: totp\n';
      const { people, poolward, state, sandbox, poolId, call } = await enforceBench(policy, { world });
      people({ ada: { phone: PHONE, ...APP }, bob: { email: 'bob@example.com', ...APP }, cyd: { phone: PHONE } });
      await call('SetUserPoolMfaConfig', {
        MfaConfiguration: 'OPTIONAL',
        SoftwareTokenMfaConfiguration: { Enabled: false },
        SmsMfaConfiguration: {
          SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'x' },
        },
      });
      expect(sandbox.peek(poolId).mfa).toMatchObject({ sms: true });
      const { code, out, err } = await poolward(APPLY);
      expect(err).toContain('2 users changed, and read back.');
      expect([code, found(out)]).toEqual([
        1,
        [
          'users/cannot-comply 1 of 3 users cannot have any factor that userMfa demands of them: the pool does not offer the app, no phone number; for example bob.',
        ],
      ]);
      expect(state()).toMatchObject({
        ada: { settings: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'], preferred: 'SMS_MFA' },
        bob: APP,
        cyd: { settings: ['SMS_MFA'], preferred: 'SMS_MFA' },
      });
      const undone = await poolward(UNDO);
      expect([undone.code, found(undone.out)]).toEqual([0, []]);
      expect(state()).toMatchObject({ ada: { settings: ['SOFTWARE_TOKEN_MFA'] }, cyd: { settings: [] } });
    });

    it.each([true, false])(
      'a factor that a user has no address for is left out of the call (MFA required: %s)',
      async (required) => {
        const policy = 'userMfa:\n  factors: [email, sms]\n  preferred: email\n';
        const { people, poolward, state, calls } = await enforceBench(policy, {
          required,
          offers: ['email', 'sms', 'totp'],
          world,
        });
        const email = 'x@example.com';
        people({
          three: { email, settings: ['SMS_MFA'] },
          wished: { email, settings: ['SMS_MFA'], preferred: 'SMS_MFA' },
          other: { phone: PHONE, settings: ['EMAIL_OTP'] },
        });
        const { code, out, err } = await poolward(APPLY);
        expect([code, found(out), err]).toEqual([0, [], expect.stringContaining('3 users changed, and read back.')]);
        const kept = (settings: string[], factor: string) => (required ? [...settings, factor].sort() : settings);
        expect(state()).toMatchObject({
          three: { settings: kept(['EMAIL_OTP'], 'SMS_MFA'), preferred: 'EMAIL_OTP' },
          wished: { settings: kept(['EMAIL_OTP'], 'SMS_MFA'), preferred: 'EMAIL_OTP' },
          other: { settings: kept(['SMS_MFA'], 'EMAIL_OTP'), preferred: 'SMS_MFA' },
        });
        const sent = calls('AdminSetUserMFAPreference');
        expect((await poolward(APPLY)).code).toBe(0);
        expect(calls('AdminSetUserMFAPreference')).toBe(sent);
      },
    );

    it('what was switched on where MFA is required is not switched off again, and that is told', async () => {
      const { people, poolward, state } = await enforceBench('userMfa:\n  factors: [sms]\n  preferred: sms\n', {
        required: true,
        world,
      });
      people({ ada: { phone: PHONE, ...APP } });
      expect((await poolward(APPLY)).code).toBe(0);
      const after = state();
      expect(after['ada']).toMatchObject({ settings: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'], preferred: 'SMS_MFA' });
      const { code, out, err } = await poolward(UNDO);
      expect([code, err]).toEqual([1, expect.stringContaining('0 changes taken back')]);
      expect(found(out)).toEqual([
        world.disablingRequiredFactor === 'refused'
          ? expect.stringContaining('1 of 1 users were refused by AWS, and nothing of them changed (')
          : expect.stringContaining(
              '1 of 1 users were changed, and what was read afterwards is not what was wanted: ada.',
            ),
      ]);
      const [settings, preferred] = [['SMS_MFA', 'SOFTWARE_TOKEN_MFA'], 'SOFTWARE_TOKEN_MFA'];
      expect(state()['ada']).toMatchObject(
        world.disablingRequiredFactor === 'refused' ? { ...after['ada'] } : { settings, preferred },
      );
    });
  },
);
