// What a user gets back after a new password. The call itself is tested in e2e/email-challenge.test.ts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RestoreSettings } from '../../src/model/trigger-settings.js';
import { isReset, namedGroups, settingsToSet } from '../../src/triggers/flow/restoring.js';
import type { Factor } from '../../src/users/pool-mfa.js';
import type { UserSettings } from '../../src/users/ports.js';

const SETTINGS: RestoreSettings = {
  factors: ['totp', 'email'],
  preferred: 'totp',
  overrides: [{ group: 'break-glass', factors: [] }],
  mode: 'optional',
  offered: ['email', 'sms', 'totp'],
};
const ADA = { email: 'ada@example.com', email_verified: 'true' };
const NOTHING: UserSettings = { enabled: [], app: false };
const factor = fc.subarray<Factor>(['email', 'sms', 'totp']);

it.each([
  ['PostConfirmation_ConfirmForgotPassword', true],
  ['PostConfirmation_ConfirmSignUp', false],
  ['', false],
])('%s is a reset: %s', (triggerSource, expected) => expect(isReset({ triggerSource })).toBe(expected));

describe('a user', () => {
  it('gets the factors of the policy that he can have', () => {
    expect(settingsToSet(SETTINGS, ADA, NOTHING, [], true)).toEqual({
      enabled: ['email', 'totp'],
      app: true,
      preferred: 'totp',
    });
    expect(settingsToSet(SETTINGS, ADA, NOTHING, [], false)).toEqual({
      enabled: ['email'],
      app: false,
      preferred: 'email',
    });
  });

  it('of a group that is to have none is left alone', () => {
    expect(namedGroups(SETTINGS)).toEqual(['break-glass']);
    expect(settingsToSet(SETTINGS, ADA, NOTHING, ['break-glass'], true)).toBeUndefined();
  });

  it('who has what he is to have is not written to, and one who was written to is not written to again', () => {
    fc.assert(
      fc.property(
        factor,
        factor,
        fc.boolean(),
        fc.constantFrom('optional', 'required'),
        (factors, enabled, app, mode) => {
          const settings = { ...SETTINGS, factors, preferred: factors[0], mode } as RestoreSettings;
          const seen = { enabled, app: app || enabled.includes('totp') };
          const wanted = settingsToSet(settings, ADA, seen, [], seen.app);
          if (wanted) expect(settingsToSet(settings, ADA, wanted, [], seen.app)).toBeUndefined();
          // Where MFA is required nothing is switched off.
          if (mode === 'required') expect((wanted ?? seen).enabled).toEqual(expect.arrayContaining(enabled));
        },
      ),
    );
  });
});
