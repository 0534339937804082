import type { Factor } from './pool-mfa.js';
import type { UserSettings } from './ports.js';

type Settings = Pick<UserSettings, 'enabled' | 'preferred'>;

/**
 * The factors that a call has to name: those it switches on or off, and the one whose preference changes. What a call leaves
 * out stays as it is, and two things that need no change are refused when they are named: a factor that is off, where MFA is required, and a
 * factor that is on, where the user has no address for it ("User does not have delivery config set to turn on SMS_MFA").
 * Sources: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SMSMfaSettingsType.html
 * https://github.com/aws/aws-sdk-js-v3/issues/4645
 */
export function factorsSaid(before: Settings, wanted: Settings, offered: readonly Factor[]): readonly Factor[] {
  return offered.filter((factor) => isSwitched(factor, before, wanted) || isPreferenceOf(factor, before, wanted));
}

function isSwitched(factor: Factor, before: Settings, wanted: Settings): boolean {
  return before.enabled.includes(factor) !== wanted.enabled.includes(factor);
}

/** Preferring another factor takes the preference away from the former one: a user has one (PreferredMfaSetting). */
function isPreferenceOf(factor: Factor, before: Settings, wanted: Settings): boolean {
  if (before.preferred === wanted.preferred) return false;
  const takenAway = wanted.preferred === undefined && factor === before.preferred;
  return takenAway ? wanted.enabled.includes(factor) : factor === wanted.preferred;
}
