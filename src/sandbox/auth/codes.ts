/** Codes that outlive the call that sent them: to confirm a user, an address, or a new password. */

import type { Purpose } from '../messages/message.js';
import { type Channel, sendCode } from '../messages/send.js';
import type { Call } from '../operation.js';
import { signInError } from '../refusals/sign-in.js';
import type { CodePurpose, StoredCode, StoredPool, StoredUser } from '../store.js';

const HOUR = 3_600_000;

/** Hours for which a code is good (developer guide, "Quotas": code validity). */
const hours: Readonly<Record<CodePurpose, number>> = { signUp: 24, email: 24, phone_number: 24, resetPassword: 1 };
const purposes: Readonly<Record<CodePurpose, Purpose>> = {
  signUp: 'signUp',
  email: 'verifyAttribute',
  phone_number: 'verifyAttribute',
  resetPassword: 'resetPassword',
};

/** Sends a code and keeps it; the one before is no longer good. `pending` is a value that waits for the code. */
export function sendStoredCode(
  to: { readonly stored: StoredPool; readonly user: StoredUser },
  purpose: CodePurpose,
  channel: Channel,
  call: Call,
  pending?: string,
): void {
  const value = call.ids.code(6);
  const expires = call.now().getTime() + hours[purpose] * HOUR;
  const code = { value, expires, attribute: channel.attribute, ...(pending !== undefined && { pending }) };
  to.user.codes ??= new Map();
  to.user.codes.set(purpose, code);
  sendCode(channel, purposes[purpose], value, to, call);
}

/** The code that was sent, if this is it. The caller uses it up once everything else is right as well. */
export function demandCode(user: StoredUser, purpose: CodePurpose, answer: string, call: Call): StoredCode {
  const sent = user.codes?.get(purpose);
  if (!sent || call.now().getTime() >= sent.expires) throw signInError('code-expired');
  if (answer !== sent.value) throw signInError('code-wrong');
  return sent;
}

export function useUp(user: StoredUser, purpose: CodePurpose): void {
  user.codes?.delete(purpose);
}
