import { createHash } from 'node:crypto';
import { signInError } from '../refusals/sign-in.js';
import { attributeValue } from '../users/attributes.js';
import { type Answer, type Attempt, type Parameters, parameter } from './attempt.js';
import { demandRight } from './password.js';
import { type AuthSession, type CustomState, openSession } from './session.js';
import { claimSignature, isClientNumber, type SrpUser, startSrp } from './srp.js';

/** The server's half of SRP. A plain SRP sign-in has no session: its secret block is one. */
export function srpChallenge(attempt: Attempt, a: string, kind: 'plain' | 'session', custom?: CustomState): Answer {
  if (!isClientNumber(a)) throw signInError('password-wrong');
  const { call, user, name, stored, client } = attempt;
  const identity = srpUser(attempt);
  const secretBlock = Buffer.from(call.ids.hex(320), 'hex').toString('base64');
  const salt = saltOf(attempt);
  // A user who does not exist gets a password that nobody knows.
  const srp = startSrp(identity, user?.password ?? call.ids.hex(32), salt, a, call.ids.hex(64));
  const username = user?.username;
  const state = { srp: { ...srp, secretBlock }, ...(custom && { custom }) };
  const session = { challenge: 'PASSWORD_VERIFIER' as const, state, ...(username !== undefined && { username }) };
  const { id } = openSession(session, stored, client, call, kind === 'plain' ? secretBlock : undefined);
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: salt,
      SECRET_BLOCK: secretBlock,
      SRP_B: srp.public.toString(16),
      USERNAME: user?.username ?? name,
      USER_ID_FOR_SRP: identity.userId,
    },
    ...(kind === 'session' && { Session: id }),
  };
}

function srpUser({ stored, user, name }: Attempt): SrpUser {
  return { poolName: stored.pool.Id?.split('_')[1] ?? '', userId: user?.username ?? name };
}

/** Of one user always the same, so that it does not tell who exists. */
function saltOf({ stored, user, name }: Attempt): string {
  const of = attributeValue(user?.attributes ?? [], 'sub') ?? name;
  return createHash('sha256').update(`${stored.pool.Id}/${of}`).digest('hex').slice(0, 32);
}

/** Checks the client's proof that it knows the password. */
export function demandProof(attempt: Attempt, { state }: AuthSession, given: Parameters): void {
  const { user, call } = attempt;
  const timestamp = parameter(given, 'TIMESTAMP');
  const signature = parameter(given, 'PASSWORD_CLAIM_SIGNATURE');
  const secretBlock = parameter(given, 'PASSWORD_CLAIM_SECRET_BLOCK');
  const written = canonical(timestamp);
  if (written === undefined) throw signInError('srp-timestamp');
  const { srp } = state;
  if (!user || user.password === undefined || !srp) throw signInError('password-wrong');
  const expected = claimSignature(srpUser(attempt), srp, secretBlock, written);
  demandRight(secretBlock === srp.secretBlock && signature === expected, user, call);
}

/** `Sat Nov 7 15:04:05 UTC 2026`, as AWS writes it again to check it: a day with a leading zero fails the signature. */
function canonical(timestamp: string): string | undefined {
  const parts = /^([A-Z][a-z]{2}) ([A-Z][a-z]{2}) (\d{1,2}) (\d{2}:\d{2}:\d{2}) (UTC|GMT) (\d{4})$/.exec(timestamp);
  if (!parts) return undefined;
  const [, weekday, month, day, time, zone, year] = parts;
  return `${weekday} ${month} ${Number(day)} ${time} ${zone} ${year}`;
}
