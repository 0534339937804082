import type { Factor } from './pool-mfa.js';

/** What Cognito answers to a right password. */
export type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'challenge'; readonly factor: Factor }
  /** SELECT_MFA_TYPE; two or more. */
  | { readonly kind: 'choice'; readonly factors: readonly Factor[] }
  /** MFA_SETUP; one or more. */
  | { readonly kind: 'setup'; readonly factors: readonly Factor[] }
  /** An error: nobody signs in like that until an administrator changes the user or the pool. */
  | { readonly kind: 'lockedOut' };

/** One step on the way to an outcome. */
export interface Reason {
  /** Stable and kebab-case. */
  readonly rule: string;
  /** One sentence. */
  readonly text: string;
  /** The page, with the number of the step where it has one. */
  readonly source: string;
}

/** AWS's names of the challenges. */
export const CHALLENGE: Readonly<Record<Factor, string>> = {
  email: 'EMAIL_OTP',
  sms: 'SMS_MFA',
  totp: 'SOFTWARE_TOKEN_MFA',
};

const WORDS: Readonly<Record<Factor, string>> = {
  email: 'a code by e-mail',
  sms: 'a code by SMS',
  totp: 'a code of the authenticator app',
};

/** An outcome in words, with the challenge that AWS calls it. */
export function outcomeWords(outcome: Outcome): string {
  if (outcome.kind === 'none') return 'no second factor';
  if (outcome.kind === 'lockedOut') return 'locked out: the right password is answered with an error';
  if (outcome.kind === 'challenge') return `${WORDS[outcome.factor]} (${CHALLENGE[outcome.factor]})`;
  const factors = outcome.factors.map((factor) => CHALLENGE[factor]).join(', ');
  return outcome.kind === 'choice'
    ? `a choice between ${factors} (SELECT_MFA_TYPE)`
    : `to set up one of ${factors} (MFA_SETUP)`;
}

/** One outcome as short as in a table: `email`, `choice email+totp`, `lockedOut`. */
export function outcomeKey(outcome: Outcome): string {
  if (outcome.kind === 'challenge') return outcome.factor;
  return 'factors' in outcome ? `${outcome.kind} ${outcome.factors.join('+')}` : outcome.kind;
}
