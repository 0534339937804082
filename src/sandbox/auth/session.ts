import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import type { Call } from '../operation.js';
import { signInError } from '../refusals/sign-in.js';
import type { StoredClient, StoredPool } from '../store.js';
import type { SrpState } from './srp.js';

/** One entry of what define and create functions are shown. */
export interface ChallengeResult {
  readonly challengeName: string;
  readonly challengeResult: boolean;
  readonly challengeMetadata?: string;
}

/** A custom sign-in: what was answered so far, and what the create function keeps to itself. */
export interface CustomState {
  readonly results: readonly ChallengeResult[];
  readonly secret?: Readonly<Record<string, string>>;
  readonly metadata?: string;
  /** The client's number, where the sign-in began with SRP. */
  readonly srpA?: string;
}

/** What a challenge must remember until it is answered. */
export interface ChallengeState {
  readonly srp?: SrpState & { readonly secretBlock: string };
  /** The code that was sent, and the attribute that receiving it verifies. */
  readonly code?: { readonly value: string; readonly attribute: 'email' | 'phone_number' };
  /** What may be chosen, or set up. */
  readonly choices?: readonly string[];
  /** The key of an app that is being set up; `verified` once a code of it was right. */
  readonly app?: { readonly secret: string; readonly verified: boolean };
  readonly custom?: CustomState;
}

/** A sign-in under way: what it waits for. */
export interface AuthSession {
  readonly id: string;
  readonly clientId: string;
  /** The user's name; absent for a user who does not exist and is not to be told so. */
  readonly username?: string;
  readonly challenge: ChallengeNameType;
  readonly state: ChallengeState;
  /** Epoch milliseconds. */
  readonly expires: number;
  failures: number;
  used: boolean;
}

export type NewSession = Pick<AuthSession, 'username' | 'challenge' | 'state'>;

/** Keeps a sign-in until it is answered; `id` says under which name, else one is drawn. */
export function openSession(
  session: NewSession,
  stored: StoredPool,
  { client }: StoredClient,
  call: Call,
  id = call.ids.token(),
): AuthSession {
  const now = call.now().getTime();
  forgetExpired(stored, now);
  const minutes = client.AuthSessionValidity ?? 3;
  const opened = { ...session, id, clientId: client.ClientId ?? '', expires: now + minutes * 60_000 };
  const kept: AuthSession = { ...opened, failures: 0, used: false };
  stored.signIns.set(id, kept);
  return kept;
}

/** The oldest come first, so this stops early. An hour longer, so that an expired one can still be told from an unknown one. */
function forgetExpired({ signIns }: StoredPool, now: number): void {
  for (const [id, { expires }] of signIns) {
    if (expires + 3_600_000 > now) return;
    signIns.delete(id);
  }
}

/** The sign-in that a session names, if it is still waiting. */
export function sessionOf(stored: StoredPool, id: string | undefined, call: Call): AuthSession {
  const found = stored.signIns.get(id ?? '');
  if (!found) throw signInError('session-invalid');
  if (found.used) throw signInError('session-used');
  if (call.now().getTime() >= found.expires) throw signInError('session-expired');
  return found;
}

/** Wrong answers after which a sign-in has to begin anew. */
const ATTEMPTS = 3;

/** Counts a wrong answer: the session goes on, unless it was one too many. */
export function wrongAnswer(session: AuthSession, error: Error): Error {
  session.failures += 1;
  if (session.failures < ATTEMPTS) return error;
  session.used = true;
  return signInError('session-invalid');
}
