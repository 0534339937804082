import type { AdminCreateUserRequest } from '@aws-sdk/client-cognito-identity-provider';
import { channelOf } from '../auth/factors.js';
import { sendCode } from '../messages/send.js';
import type { Call, Checked } from '../operation.js';
import type { StoredPool, StoredUser } from '../store.js';
import { attributeValue } from './attributes.js';

/** A password that fits the pool's policy: the same for the same user, so that a seed gives the same run. */
export function temporaryPassword({ attributes }: StoredUser, { pool }: StoredPool): string {
  const length = pool.Policies?.PasswordPolicy?.MinimumLength ?? 8;
  return `Tm1-${attributeValue(attributes, 'sub')?.replaceAll('-', '')}`
    .padEnd(length, 'x')
    .slice(0, Math.max(length, 12));
}

/** The invitation, by the media that were asked for, else by what the user has. */
export function invite(
  user: StoredUser,
  { DesiredDeliveryMediums }: Checked<AdminCreateUserRequest>,
  stored: StoredPool,
  call: Call,
): void {
  const wanted = DesiredDeliveryMediums?.length ? DesiredDeliveryMediums : (['EMAIL', 'SMS'] as const);
  const channels = wanted
    .map((medium) => channelOf(user, medium === 'EMAIL' ? 'email' : 'phone_number'))
    .filter((channel) => channel !== undefined);
  for (const channel of DesiredDeliveryMediums?.length ? channels : channels.slice(0, 1)) {
    sendCode(channel, 'invitation', user.password ?? '', { stored, user }, call);
  }
}
