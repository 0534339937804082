import type { AttributeType } from '@aws-sdk/client-cognito-identity-provider';
import { signInError } from '../refusals/sign-in.js';
import type { StoredClient } from '../store.js';

/** What users cannot write of themselves. */
const reserved = ['sub', 'email_verified', 'phone_number_verified'];

/** A user writes what the client may write. */
export function demandWritable({ client }: StoredClient, given: readonly AttributeType[]): void {
  const allowed = client.WriteAttributes;
  const writable = (name: string): boolean => !reserved.includes(name) && (allowed?.includes(name) ?? true);
  if (given.some(({ Name = '' }) => !writable(Name))) throw signInError('attribute-not-writable');
}
