import type { Outcome, Reason } from './outcome.js';
import { CHANNEL, type Channel, type Factor, type PoolMfa } from './pool-mfa.js';

/** All of a user that decides what is asked for. */
export interface UserMfa {
  /** Signs in with an identity provider; Cognito asks such users for nothing. */
  readonly federated: boolean;
  /** The addresses that the user has, verified or not. */
  readonly has: readonly Channel[];
  /** An authenticator app is registered. */
  readonly app: boolean;
  /** The user's own settings (UserMFASettingList), and the preferred one of them (PreferredMfaSetting). */
  readonly enabled: readonly Factor[];
  readonly preferred?: Factor;
}

/** The user with what the pool can use of it. */
export interface Case extends UserMfa {
  readonly pool: PoolMfa;
  /** The channel that resets passwords first. */
  readonly primary: Channel | undefined;
}

export const GUIDE = 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html';
export const PREFERENCES =
  'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserMFAPreference.html';
export const NAME: Readonly<Record<Factor | Channel, string>> = {
  email: 'e-mail',
  sms: 'SMS',
  totp: 'the authenticator app',
  phone: 'phone',
};

/** An outcome, and the steps to it. */
export interface Decided {
  readonly outcome: Outcome;
  /** In the order in which Cognito decides. */
  readonly reasons: readonly Reason[];
}

/** Factors of a list that the pool offers and the user can use now. */
export function usable({ pool, has, app }: Omit<Case, 'preferred'>, factors: readonly Factor[]): Factor[] {
  return factors.filter((factor) => {
    const channel = CHANNEL[factor];
    return pool.offered.includes(factor) && (channel === undefined ? app : has.includes(channel));
  });
}

/** Messages that the pool offers and the user has an address for. */
export function messageFactors(one: Case): Factor[] {
  return usable(one, one.pool.offered).filter((factor) => factor !== 'totp');
}

/** Those of them that are not the first choice of recovery. */
export function eligible(one: Case): Factor[] {
  return messageFactors(one).filter((factor) => CHANNEL[factor] !== one.primary);
}

export const factorOf = (channel: Channel): Factor => (channel === 'email' ? 'email' : 'sms');
export const article = (channel: Channel): string => (channel === 'email' ? 'an e-mail address' : 'a phone number');
export const challenge = (factor: Factor): Outcome => ({ kind: 'challenge', factor });
export const choice = (factors: readonly Factor[]): Outcome => ({ kind: 'choice', factors });
export const names = (factors: readonly Factor[]): string => factors.map((factor) => NAME[factor]).join(' or ');
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const step = (number: string): string => `${GUIDE} (step ${number})`;

export function said(rule: string, text: string, source: string): Reason {
  return { rule, text, source };
}

export function end(outcome: Outcome, rule: string, text: string, source: string): Decided {
  return { outcome, reasons: [said(rule, text, source)] };
}

export function after(first: Reason, { outcome, reasons }: Decided): Decided {
  return { outcome, reasons: [first, ...reasons] };
}
