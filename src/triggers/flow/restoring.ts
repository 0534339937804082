import type { RestoreSettings } from '../../model/trigger-settings.js';
import { type UserMfaPolicy, wantedSettings } from '../../users/policy.js';
import type { PoolMfa } from '../../users/pool-mfa.js';
import type { UserSettings } from '../../users/ports.js';
import type { ConfirmationEvent, Texts } from './event.js';

/** Only a new password by ForgotPassword: a sign-up is confirmed by the same trigger. */
export function isReset({ triggerSource }: Pick<ConfirmationEvent, 'triggerSource'>): boolean {
  return triggerSource === 'PostConfirmation_ConfirmForgotPassword';
}

/** The groups that the policy looks at. */
export function namedGroups({ overrides }: RestoreSettings): readonly string[] {
  return overridesOf(overrides).flatMap(({ group }) => group ?? []);
}

/** What is to be set, or undefined where the user has it already. `app` is whether a registered app may be counted on. */
export function settingsToSet(
  settings: RestoreSettings,
  attributes: Texts,
  seen: UserSettings,
  groups: readonly string[],
  app: boolean,
): UserSettings | undefined {
  const policy = { ...settings, overrides: overridesOf(settings.overrides) } as UserMfaPolicy;
  const { enabled, preferred } = wantedSettings(policy, settings as Pick<PoolMfa, 'mode' | 'offered'>, {
    email: attributes['email'] || undefined,
    phone: attributes['phone_number'] || undefined,
    app,
    enabled: seen.enabled,
    ...(seen.preferred && { preferred: seen.preferred }),
    groups,
    attributes,
  });
  const wanted = { enabled, app, ...(preferred && { preferred }) };
  return isSame(wanted, seen) ? undefined : wanted;
}

function isSame(a: UserSettings, b: UserSettings): boolean {
  const factors = (one: UserSettings) => [...one.enabled].sort().join();
  return factors(a) === factors(b) && a.preferred === b.preferred;
}

function overridesOf(overrides: readonly unknown[]): UserMfaPolicy['overrides'] {
  return overrides as UserMfaPolicy['overrides'];
}
