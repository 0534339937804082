import { type Factors, factorsOf } from './factors.js';
import type { PoolInput } from './pool-rule.js';
import { objects, section } from './resolved.js';

/** Where Cognito sends codes. */
export type Channel = 'email' | 'phone';

export const CHANNELS: readonly Channel[] = ['email', 'phone'];
export const OTHER = { email: 'phone', phone: 'email' } as const;
export const ATTRIBUTE = { email: 'email', phone: 'phone_number' } as const;
export const FACTOR = { email: 'mfa.email', phone: 'mfa.sms' } as const;

/** Whether a channel carries second factors. */
export function isFactor(factors: Factors, channel: Channel): boolean {
  return channel === 'email' ? factors.email : factors.sms;
}

/** Whether every user has it: it is the user name, or nobody signs up without it. */
export function isAssured(input: PoolInput, channel: Channel): boolean {
  const { usernameAttributes = [] } = section(input, 'signIn');
  if (usernameAttributes.join() === channel) return true;
  return objects(input, 'attributes').some(({ key, settings }) => key === ATTRIBUTE[channel] && !!settings.required);
}

/**
 * The ways of recovery, the first choice first; none where it is left to an administrator. Without the setting "SMS is
 * preferred over email" (CreateUserPool, AccountRecoverySetting).
 */
export function recoveryChannels(input: PoolInput): Channel[] {
  const mechanisms: readonly string[] = section(input, 'accountRecovery').mechanisms ?? [];
  if (mechanisms.includes('legacy')) return ['phone', 'email'];
  return mechanisms.filter((way): way is Channel => way === 'email' || way === 'phone');
}

/**
 * The channel that keeps users out who have no other: MFA is required, they have no authenticator app, and the only
 * address that they have is the one that recovers their password.
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html ("Details of MFA logic", 6)
 */
export function lockingChannel(input: PoolInput): Channel | undefined {
  const factors = factorsOf(input);
  if (!factors.required || factors.totp || section(input, 'mfa').passkeys) return undefined;
  const [first] = recoveryChannels(input);
  if (first === undefined || !isFactor(factors, first)) return undefined;
  return isFactor(factors, OTHER[first]) && isAssured(input, OTHER[first]) ? undefined : first;
}
