/** Choice-based sign-in (USER_AUTH): the user says how, among what the pool allows and the user can do. */
import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import { signInError } from '../refusals/sign-in.js';
import type { StoredUser } from '../store.js';
import { attributeValue } from '../users/attributes.js';
import { type Answer, type Attempt, ask, hidesExistence, type Parameters, parameter } from './attempt.js';
import { afterPassword, askForMessage } from './factors.js';
import { demandNoReset, demandRight } from './password.js';
import { secondStep } from './second-factor.js';
import { srpChallenge } from './srp-challenge.js';

/** First factors as AWS lists them. */
const ORDER: readonly ChallengeNameType[] = ['PASSWORD', 'PASSWORD_SRP', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'];

export function startChoice(attempt: Attempt, given: Parameters): Promise<Answer> | Answer {
  const available = firstFactors(attempt);
  const preferred = available.find((factor) => factor === given['PREFERRED_CHALLENGE']);
  if (preferred) return startFactor(attempt, preferred, given);
  const asked = ask(attempt, 'SELECT_CHALLENGE', {}, { choices: available });
  return { ...asked, AvailableChallenges: [...available] };
}

/** The answer to SELECT_CHALLENGE, which may bring what the chosen factor needs. */
export function chosen(attempt: Attempt, choices: readonly string[], given: Parameters): Promise<Answer> | Answer {
  const answer = parameter(given, 'ANSWER');
  const factor = ORDER.find((one) => one === answer && choices.includes(one));
  if (!factor) throw signInError('factor-not-offered', { name: answer });
  return startFactor(attempt, factor, given);
}

function startFactor(attempt: Attempt, factor: ChallengeNameType, given: Parameters): Promise<Answer> | Answer {
  switch (factor) {
    case 'PASSWORD':
      return given['PASSWORD'] === undefined ? ask(attempt, factor, {}) : withPassword(attempt, given);
    case 'PASSWORD_SRP':
      return given['SRP_A'] === undefined ? ask(attempt, factor, {}) : withSrp(attempt, given);
    case 'EMAIL_OTP':
    case 'SMS_OTP':
      return withMessage(attempt, factor);
    default:
      throw signInError('passkey-unverified');
  }
}

export function withPassword(attempt: Attempt, given: Parameters): Promise<Answer> | Answer {
  const password = parameter(given, 'PASSWORD');
  const { user, call } = attempt;
  if (!user) throw signInError('password-wrong');
  demandNoReset(user);
  demandRight(user.password !== undefined && user.password === password, user, call);
  return afterPassword(attempt, user);
}

export function withSrp(attempt: Attempt, given: Parameters): Answer {
  if (attempt.user) demandNoReset(attempt.user);
  return srpChallenge(attempt, parameter(given, 'SRP_A'), 'session');
}

function withMessage(attempt: Attempt, factor: 'EMAIL_OTP' | 'SMS_OTP'): Answer {
  if (!attempt.user) throw signInError('password-wrong');
  return askForMessage(attempt, attempt.user, factor, { purpose: 'signIn', digits: 8 });
}

/**
 * Where a second factor is to come, the first one is a password, or a passkey that counts as both (developer guide, "Things to
 * know about user pool MFA").
 */
function firstFactors({ stored, user, call, client }: Attempt): readonly ChallengeNameType[] {
  const allowed = stored.pool.Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? ['PASSWORD'];
  const passwords = ORDER.filter((factor) => factor === 'PASSWORD' || factor === 'PASSWORD_SRP');
  if (!user) return hidesExistence({ stored, client }) ? passwords : [];
  const able = abilities(user);
  if (secondStep(stored, user, call.world).kind !== 'none') {
    const passkey =
      able.WEB_AUTHN && stored.mfa.webAuthn?.FactorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION';
    return passkey && allowed.includes('WEB_AUTHN') ? [...passwords, 'WEB_AUTHN'] : passwords;
  }
  return ORDER.filter((factor) => able[factor] && allowed.some((one) => one === factor || `${one}_SRP` === factor));
}

function abilities(user: StoredUser): Partial<Record<ChallengeNameType, boolean>> {
  const { attributes, password } = user;
  return {
    PASSWORD: password !== undefined,
    PASSWORD_SRP: password !== undefined,
    EMAIL_OTP: attributeValue(attributes, 'email_verified') === 'true',
    SMS_OTP: attributeValue(attributes, 'phone_number_verified') === 'true',
    WEB_AUTHN: (user.passkeys ?? 0) > 0,
  };
}
