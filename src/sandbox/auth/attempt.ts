import type { ChallengeNameType, InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Call } from '../operation.js';
import { signInError } from '../refusals/sign-in.js';
import type { StoredUser } from '../store.js';
import { userAttributes } from '../triggers/run-trigger.js';
import { findUser } from '../users/find.js';
import { demandSecretHash, type PoolClient } from './clients.js';
import { type ChallengeState, openSession } from './session.js';

export type Parameters = Readonly<Record<string, string>>;

/** Somebody who is signing in. */
export interface Attempt extends PoolClient {
  readonly call: Call;
  /** Absent: there is no such user, and the client is not to be told so. */
  readonly user: StoredUser | undefined;
  /** The name as it was given. */
  readonly name: string;
  readonly metadata: Parameters | undefined;
}

export type Answer = Omit<InitiateAuthResponse, '$metadata'>;

/** The user that the parameters name, with the proof that the client knows its secret. */
export function attemptOf(at: PoolClient, given: Parameters, metadata: Parameters | undefined, call: Call): Attempt {
  const name = parameter(given, 'USERNAME');
  const user = findUser(at.stored, name);
  demandSecretHash(at.client, given['SECRET_HASH'], user ? [name, user.username] : [name]);
  if (!user && !hidesExistence(at)) throw signInError('user-unknown');
  if (user && !user.enabled) throw signInError('user-disabled');
  return { stored: at.stored, client: at.client, call, user, name, metadata };
}

export function hidesExistence({ client }: PoolClient): boolean {
  return client.client.PreventUserExistenceErrors === 'ENABLED';
}

export function parameter(given: Parameters, name: string): string {
  const value = given[name];
  if (value === undefined) throw signInError('parameter-missing', { name });
  return value;
}

/** The next challenge, and the session that waits for its answer. */
export function ask(
  attempt: Attempt,
  challenge: ChallengeNameType,
  parameters: Parameters,
  state: ChallengeState = {},
): Answer {
  const username = attempt.user?.username;
  const session = { challenge, state, ...(username !== undefined && { username }) };
  const { id } = openSession(session, attempt.stored, attempt.client, attempt.call);
  return { ChallengeName: challenge, ChallengeParameters: parameters, Session: id };
}

/** What functions are told of who signs in. */
export function identityOf({ user, metadata }: Attempt): object {
  return {
    userAttributes: user ? userAttributes(user) : {},
    ...(metadata && { clientMetadata: metadata }),
    ...(!user && { userNotFound: true }),
  };
}

/** What every event of this sign-in has. */
export function eventOf({ user, name, client }: Attempt) {
  return { userName: user?.username ?? name, clientId: client.client.ClientId };
}
