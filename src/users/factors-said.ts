import type { Factor } from './pool-mfa.js';
import type { UserSettings } from './ports.js';

type Settings = Pick<UserSettings, 'enabled' | 'preferred'>;

/**
 * The factors that a change has to speak of: those that the user has, or is to have. Where MFA is required AWS may refuse to
 * hear that a factor is off, even one that was never on.
 * Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SMSMfaSettingsType.html
 */
export function factorsSaid(before: Settings, wanted: Settings, offered: readonly Factor[]): readonly Factor[] {
  const named = [...before.enabled, before.preferred, ...wanted.enabled];
  return offered.filter((factor) => named.includes(factor));
}
