import type { Channel } from '../messages/send.js';
import { signInError } from '../refusals/sign-in.js';
import type { StoredPool, StoredUser } from '../store.js';
import { attributeValue } from '../users/attributes.js';
import { channelOf } from './factors.js';

type Attribute = Channel['attribute'];

const attributes = { verified_email: 'email', verified_phone_number: 'phone_number' } as const;
const factors: Readonly<Record<Attribute, string>> = { email: 'EMAIL_OTP', phone_number: 'SMS_MFA' };

/** Where a user's own request for a new password is answered. */
export function recoveryChannel(stored: StoredPool, user: StoredUser): Channel {
  const mechanisms = stored.pool.AccountRecoverySetting?.RecoveryMechanisms;
  if (mechanisms?.[0]?.Name === 'admin_only') throw signInError('reset-by-administrator');
  // Pools without the setting prefer the phone, and do not ask what else it is used for.
  if (!mechanisms?.length) return firstOf(user, ['phone_number', 'email']);
  const allowed = mechanisms.flatMap(({ Name }) => (Name && Name !== 'admin_only' ? [attributes[Name]] : []));
  return firstOf(
    user,
    allowed.filter((attribute) => !isSecondFactor(stored, user, attribute)),
  );
}

/** "SMS doesn't qualify … if the user also has SMS MFA activated. Email MFA is also disqualifying" (AccountRecoverySetting). */
function isSecondFactor({ pool }: StoredPool, { settings, preferred }: StoredUser, attribute: Attribute): boolean {
  if ((pool.MfaConfiguration ?? 'OFF') === 'OFF') return false;
  return preferred === factors[attribute] || settings.includes(factors[attribute]);
}

/** The first verified address. */
export function firstOf(user: StoredUser, order: readonly Attribute[]): Channel {
  const verified = order.filter((one) => attributeValue(user.attributes, `${one}_verified`) === 'true');
  const channel = verified.map((attribute) => channelOf(user, attribute)).find((one) => one !== undefined);
  if (!channel) throw signInError('reset-no-channel');
  return channel;
}
