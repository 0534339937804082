import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/**
 * What is kept of a code between two calls. A code of six digits can be found from its hash by trying all, however slow
 * the hash: what protects it is that Cognito shows neither `privateChallengeParameters` nor `challengeMetadata` to a
 * client. The hash keeps codes out of events and traces that somebody reads; so it is a fast one, in the five seconds
 * that Cognito waits.
 */
export interface Sealed {
  readonly salt: string;
  readonly digest: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Whom a code was made for; it is good for no other. */
export interface Owner {
  readonly userPoolId: string;
  readonly userName: string;
}

/** A code of decimal digits, each as likely as the others. */
export function drawCode(length: number): string {
  return String(randomInt(10 ** length)).padStart(length, '0');
}

/** What may be kept of a code. */
export function seal(code: string, owner: Owner, expiresAt: number): Sealed {
  const salt = randomBytes(16).toString('base64url');
  return { salt, digest: digestOf(code, salt, owner, expiresAt).toString('base64url'), expiresAt };
}

/** Whether an answer is the code, in time. Takes as long for a wrong answer as for the right one. */
export function opens(answer: unknown, sealed: Sealed | undefined, owner: Owner, now: number): boolean {
  const { salt, digest, expiresAt } = sealed ?? NOTHING;
  const said = Buffer.from(digest, 'base64url');
  const given = digestOf(plainAnswer(answer), salt, owner, expiresAt);
  const same = said.length === given.length && timingSafeEqual(said, given);
  return same && sealed !== undefined && now < expiresAt;
}

/** Of no code at all. */
const NOTHING: Sealed = { salt: '', digest: Buffer.alloc(32).toString('base64url'), expiresAt: 0 };

/** Digits as people type them: full width ones too, and with spaces between. */
function plainAnswer(answer: unknown): string {
  const text = typeof answer === 'string' ? answer.slice(0, 64) : '';
  return text.normalize('NFKC').replace(/\s/g, '');
}

function digestOf(code: string, salt: string, { userPoolId, userName }: Owner, expiresAt: number): Buffer {
  const text = JSON.stringify([userPoolId, userName, expiresAt, code]);
  return createHmac('sha256', salt).update(text).digest();
}
