/** What comes between the first factor and the tokens: a new password, and the second factor. */
import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import { masked } from '../messages/message.js';
import { type Channel, sendCode } from '../messages/send.js';
import { signInError } from '../refusals/sign-in.js';
import type { StoredUser } from '../store.js';
import { userAttributes } from '../triggers/run-trigger.js';
import { attributeValue } from '../users/attributes.js';
import { type Answer, type Attempt, ask } from './attempt.js';
import { complete } from './complete.js';
import { next } from './custom.js';
import { demandReady } from './password.js';
import { type SecondFactor, secondStep } from './second-factor.js';
import type { ChallengeState, CustomState } from './session.js';

/** After the right password. `custom` is given where functions decide what follows. */
export function afterPassword(attempt: Attempt, user: StoredUser, custom?: CustomState): Promise<Answer> | Answer {
  demandReady(user, attempt.stored, attempt.call);
  if (user.status === 'FORCE_CHANGE_PASSWORD') return askForPassword(attempt, user, custom);
  return afterFirstFactor(attempt, user, custom);
}

function askForPassword(attempt: Attempt, user: StoredUser, custom: CustomState | undefined): Answer {
  const { sub: _sub, 'cognito:user_status': _status, ...attributes } = userAttributes(user);
  const missing = requiredAttributes(attempt).filter((name) => attributes[name] === undefined);
  const parameters = {
    USER_ID_FOR_SRP: user.username,
    requiredAttributes: JSON.stringify(missing.map((name) => `userAttributes.${name}`)),
    userAttributes: JSON.stringify(attributes),
  };
  return ask(attempt, 'NEW_PASSWORD_REQUIRED', parameters, withCustom({}, custom));
}

export function requiredAttributes({ stored }: Pick<Attempt, 'stored'>): string[] {
  const all = stored.pool.SchemaAttributes ?? [];
  return all.filter(({ Required, Name }) => Required && Name !== 'sub').map(({ Name = '' }) => Name);
}

/** The second factor, if there is to be one. */
export function afterFirstFactor(attempt: Attempt, user: StoredUser, custom?: CustomState): Promise<Answer> | Answer {
  const step = secondStep(attempt.stored, user, attempt.call.world);
  switch (step.kind) {
    case 'none':
      return afterFactors(attempt, custom);
    case 'challenge':
      return askForFactor(attempt, user, step.factor, custom);
    case 'select': {
      const [only] = step.factors;
      if (only && step.factors.length === 1) return askForFactor(attempt, user, only, custom);
      return askOneOf(attempt, user, 'SELECT_MFA_TYPE', 'MFAS_CAN_CHOOSE', step.factors, custom);
    }
    case 'setup':
      return askOneOf(attempt, user, 'MFA_SETUP', 'MFAS_CAN_SETUP', step.factors, custom);
    case 'error':
      throw signInError('no-factor');
  }
}

function askOneOf(
  attempt: Attempt,
  user: StoredUser,
  challenge: ChallengeNameType,
  name: string,
  choices: readonly SecondFactor[],
  custom: CustomState | undefined,
): Answer {
  const parameters = { [name]: JSON.stringify(choices), USER_ID_FOR_SRP: user.username };
  return ask(attempt, challenge, parameters, withCustom({ choices }, custom));
}

/** Asks for a code of the app, or sends one. */
export function askForFactor(attempt: Attempt, user: StoredUser, factor: SecondFactor, custom?: CustomState): Answer {
  if (factor === 'SOFTWARE_TOKEN_MFA') {
    return ask(attempt, factor, { USER_ID_FOR_SRP: user.username }, withCustom({}, custom));
  }
  return askForMessage(attempt, user, factor, { purpose: 'mfa', digits: 6 }, custom);
}

/** Sends a code by mail or SMS and asks for it. */
export function askForMessage(
  attempt: Attempt,
  user: StoredUser,
  challenge: 'SMS_MFA' | 'EMAIL_OTP' | 'SMS_OTP',
  { purpose, digits }: { readonly purpose: 'mfa' | 'signIn'; readonly digits: number },
  custom?: CustomState,
): Answer {
  const channel = channelOf(user, challenge === 'EMAIL_OTP' ? 'email' : 'phone_number');
  if (!channel) throw signInError('no-factor');
  const value = attempt.call.ids.code(digits);
  sendCode(channel, purpose, value, { stored: attempt.stored, user }, attempt.call);
  const parameters = {
    CODE_DELIVERY_DELIVERY_MEDIUM: channel.medium,
    CODE_DELIVERY_DESTINATION: masked(channel.medium, channel.address),
    USER_ID_FOR_SRP: user.username,
  };
  const code = { value, attribute: channel.attribute };
  return ask(attempt, challenge, parameters, withCustom({ code }, custom));
}

export function channelOf(user: StoredUser, attribute: Channel['attribute']): Channel | undefined {
  const address = attributeValue(user.attributes, attribute);
  return address === undefined ? undefined : { medium: attribute === 'email' ? 'EMAIL' : 'SMS', attribute, address };
}

function withCustom(state: ChallengeState, custom: CustomState | undefined): ChallengeState {
  return custom ? { ...state, custom } : state;
}

/** Everything is answered: the functions go on where they rule, else these are the tokens. */
export function afterFactors(attempt: Attempt, custom: CustomState | undefined): Promise<Answer> {
  return custom ? next(attempt, custom) : complete(attempt);
}
