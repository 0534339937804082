import type { Call } from '../operation.js';
import type { StoredClient, StoredPool, StoredUser } from '../store.js';
import { runTrigger, userAttributes } from './run-trigger.js';

interface Confirmed {
  readonly stored: StoredPool;
  readonly user: StoredUser;
  readonly client?: StoredClient;
}

/** Lets the pool's function know. What it throws reaches the caller, and the user stays confirmed. */
export async function afterConfirmation(
  { stored, user, client }: Confirmed,
  occasion: 'ConfirmSignUp' | 'ConfirmForgotPassword',
  metadata: Readonly<Record<string, string>> | undefined,
  call: Call,
): Promise<void> {
  const request = { userAttributes: userAttributes(user), ...(metadata && { clientMetadata: metadata }) };
  const event = { trigger: 'PostConfirmation', occasion, userName: user.username, request, response: {} } as const;
  await runTrigger({ ...event, clientId: client?.client.ClientId }, stored, call);
}
