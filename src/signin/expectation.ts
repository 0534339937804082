import type { Effective } from '../users/effective-factor.js';
import type { Observed } from '../users/observations.js';
import { CHALLENGE, type Outcome } from '../users/outcome.js';
import type { Asked, SignIn } from './sign-in.js';

/** What Cognito is to ask for after the first factor. */
export interface Expected {
  /** AWS's names, in order; none where nothing is to be asked for. */
  readonly names: readonly string[];
  /** What a SELECT_MFA_TYPE among them lets choose from; absent: anything. */
  readonly options?: readonly string[];
}

/** What a spec says of a user. */
export interface Expectation {
  readonly expected: Expected;
  /** Right as well, and why: threat protection, or what was seen of such users on real pools. */
  readonly also: readonly { readonly expected: Expected; readonly why: string }[];
  /** Sentences, in the order in which Cognito decides. */
  readonly reasons: readonly string[];
  /** The setting that makes it so; absent: a second factor, or the mode. */
  readonly setting?: readonly [section: string, setting: string];
}

/** The right password shall be answered with an error. */
export type LockedOut = 'lockedOut';

/** Nobody knows what is to be asked for, and why. */
export interface Unknown {
  readonly unknown: string;
}

/**
 * What a user who proves a password is to be asked for. `status` is AWS's word; `withApp` is what follows where the user has an
 * authenticator app that AWS's lists do not show.
 */
export function expectationOf(effective: Effective, status: string, withApp?: Effective): Expectation | LockedOut {
  const { outcome, whenRisky, observed, reasons } = effective;
  if (outcome.kind === 'lockedOut') return 'lockedOut';
  const before = status === 'FORCE_CHANGE_PASSWORD' ? ['NEW_PASSWORD_REQUIRED'] : [];
  const also = (other: Outcome | undefined, why: string) =>
    other === undefined || other.kind === 'lockedOut' ? [] : [{ expected: after(before, ofOutcome(other)), why }];
  return {
    expected: after(before, ofOutcome(outcome)),
    also: [
      ...also(whenRisky, RISKY),
      ...also(seenAs(observed?.saw), `${observed?.text} ${observed?.source}.`),
      ...also(withApp?.outcome, HIDDEN_APP),
    ],
    reasons: reasons.map(({ text }) => text),
  };
}

const RISKY = 'Threat protection may find a sign-in risky, and demands a second factor then.';
const HIDDEN_APP =
  'An authenticator app that is registered and not enabled makes it so; AWS does not list it among the settings of the user.';

function seenAs(saw: Observed['saw'] | undefined): Outcome | undefined {
  return saw === undefined || saw === 'none' || saw === 'impossible' ? undefined : { kind: 'challenge', factor: saw };
}

/** Codes and passkeys in place of a password are not followed by a second factor. */
export const PASSWORDLESS: Expectation = {
  expected: { names: [] },
  also: [],
  reasons: ['Cognito asks for second factors after a password only.'],
};

/** The password is proven, and then the functions of `emailChallenge` ask for a code. */
export const EMAIL_CHALLENGE: Expectation = {
  expected: { names: ['CUSTOM_CHALLENGE'] },
  also: [],
  reasons: ['The functions of emailChallenge ask for a code by e-mail after the password.'],
  setting: ['emailChallenge', 'from'],
};

/** What Cognito may ask for once the first factor is proven. */
export const SECOND = [
  'CUSTOM_CHALLENGE',
  'DEVICE_PASSWORD_VERIFIER',
  'DEVICE_SRP_AUTH',
  'EMAIL_OTP',
  'MFA_SETUP',
  'NEW_PASSWORD_REQUIRED',
  'SELECT_MFA_TYPE',
  'SMS_MFA',
  'SOFTWARE_TOKEN_MFA',
] as const;

/** The words of --expect: challenges in order, or `none`. Undefined where they are none. */
export function expectedOf(words: string): Expected | undefined {
  const names = words.split(',').map((word) => word.trim());
  if (names.every((name) => SECOND.some((one) => one === name))) return { names };
  return words.trim() === 'none' ? { names: [] } : undefined;
}

function after(before: readonly string[], { names, ...rest }: Expected): Expected {
  return { ...rest, names: [...before, ...names] };
}

function ofOutcome(outcome: Outcome): Expected {
  if (outcome.kind === 'challenge') return { names: [CHALLENGE[outcome.factor]] };
  if (outcome.kind === 'choice')
    return { names: ['SELECT_MFA_TYPE'], options: outcome.factors.map((factor) => CHALLENGE[factor]).sort() };
  return { names: outcome.kind === 'setup' ? ['MFA_SETUP'] : [] };
}

/** What came of holding a sign-in against what was expected. */
export type Verdict = 'asExpected' | 'other' | Unknown;

/** Compares as far as the sign-in came: what follows an unanswered challenge nobody knows. */
export function compare({ asked, ending }: SignIn, expected: Expected): Verdict {
  const seen = secondFactors(asked);
  const same = seen.every((one, index) => one.name === expected.names[index] && sameOptions(one, expected));
  if (!same) return 'other';
  if (seen.length === expected.names.length && isOver(seen, ending)) return 'asExpected';
  if (ending.kind === 'signedIn') return 'other';
  return { unknown: ending.kind === 'stopped' ? `it stopped at ${ending.at}: ${ending.why}` : ending.reason };
}

/** The challenges that came on top of the first factor. */
export function secondFactors(asked: readonly Asked[]): Asked[] {
  return asked.filter(({ role }) => role === 'second');
}

/** A sign-in that ended before the first factor was proven was never asked for a second one. */
function isOver(seen: readonly Asked[], ending: SignIn['ending']): boolean {
  return ending.kind === 'signedIn' || seen.length > 0;
}

function sameOptions({ name, options }: Asked, expected: Expected): boolean {
  if (name !== 'SELECT_MFA_TYPE' || expected.options === undefined) return true;
  return [...new Set(options.map(plain))].sort().join() === expected.options.join();
}

/** AWS's reference calls the code by mail EMAIL_MFA in one place and EMAIL_OTP in all others. */
const plain = (name: string): string => (name === 'EMAIL_MFA' ? 'EMAIL_OTP' : name);
