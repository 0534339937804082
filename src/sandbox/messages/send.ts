import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider';
import type { Call } from '../operation.js';
import type { StoredPool, StoredUser } from '../store.js';
import { type Message, masked, type Purpose } from './message.js';
import { textFor } from './texts.js';

/** Where a code goes. */
export interface Channel {
  readonly medium: Message['medium'];
  readonly attribute: 'email' | 'phone_number';
  readonly address: string;
}

export function sendCode(
  { medium, address }: Channel,
  purpose: Purpose,
  code: string,
  to: { readonly stored: StoredPool; readonly user: StoredUser },
  call: Call,
): void {
  const { stored, user } = to;
  const text = textFor(stored, purpose, medium, { code, userName: user.username });
  const ids = { userName: user.username, poolId: stored.pool.Id ?? '' };
  call.deliver?.({ medium, to: address, purpose, code, ...text, ...ids, at: call.now() });
}

/** What the API says of a code that is on its way. */
export function deliveryDetails({ medium, address, attribute }: Channel): CodeDeliveryDetailsType {
  return { Destination: masked(medium, address), DeliveryMedium: medium, AttributeName: attribute };
}
