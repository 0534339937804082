import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import type { Call } from '../operation.js';
import { demandPassword } from '../operations/credentials.js';
import { refuse } from '../refusal.js';
import { signInError } from '../refusals/sign-in.js';
import { attributeRefusals } from '../refusals/users.js';
import type { StoredUser } from '../store.js';
import { merged, withVerification } from '../users/attributes.js';
import { type Answer, type Attempt, attemptOf, type Parameters, parameter } from './attempt.js';
import { chosen, withPassword, withSrp } from './choice.js';
import type { PoolClient } from './clients.js';
import { answerCustom } from './custom.js';
import { afterFactors, afterFirstFactor, afterPassword, askForFactor, requiredAttributes } from './factors.js';
import { FACTORS } from './second-factor.js';
import { type AuthSession, type CustomState, sessionOf, wrongAnswer } from './session.js';
import { demandProof } from './srp-challenge.js';
import { stepOfCode } from './totp.js';

export interface Response {
  readonly challenge: ChallengeNameType;
  readonly session: string | undefined;
  readonly given: Parameters;
  readonly metadata: Parameters | undefined;
}

/** The answer to a challenge: on to the next one, or the tokens. */
export async function answerChallenge(at: PoolClient, response: Response, call: Call): Promise<Answer> {
  const { challenge, given, metadata } = response;
  const plain = challenge === 'PASSWORD_VERIFIER' ? given['PASSWORD_CLAIM_SECRET_BLOCK'] : undefined;
  const session = sessionOf(at.stored, response.session ?? plain, call);
  const attempt = attemptOf(at, given, metadata, call);
  const fits = session.challenge === challenge && session.username === attempt.user?.username;
  if (!fits || session.clientId !== at.client.client.ClientId) throw signInError('session-invalid');
  const answer = answers[challenge];
  if (!answer) throw signInError('flow-unsupported');
  return answer(attempt, session, given);
}

type Handler = (attempt: Attempt, session: AuthSession, given: Parameters) => Promise<Answer> | Answer;

/** Before anything that may take time: two answers to one session must not both count. */
function spend(session: AuthSession): void {
  session.used = true;
}

/** A handler whose session is gone after one answer, right or wrong. */
const once =
  (handler: Handler): Handler =>
  (attempt, session, given) => {
    spend(session);
    return handler(attempt, session, given);
  };

const answers: Partial<Record<ChallengeNameType, Handler>> = {
  PASSWORD_VERIFIER: once((attempt, session, given) => {
    demandProof(attempt, session, given);
    return afterPassword(attempt, known(attempt), passed(session, 'PASSWORD_VERIFIER'));
  }),
  PASSWORD: once((attempt, _session, given) => withPassword(attempt, given)),
  PASSWORD_SRP: once((attempt, _session, given) => withSrp(attempt, given)),
  SELECT_CHALLENGE: once((attempt, { state }, given) => chosen(attempt, state.choices ?? [], given)),
  CUSTOM_CHALLENGE: once(answerCustom),
  NEW_PASSWORD_REQUIRED: newPassword,
  SELECT_MFA_TYPE: selectFactor,
  MFA_SETUP: setUpFactor,
  SMS_MFA: code('SMS_MFA_CODE'),
  SMS_OTP: code('SMS_OTP_CODE'),
  EMAIL_OTP: code('EMAIL_OTP_CODE'),
  SOFTWARE_TOKEN_MFA: appCode,
  WEB_AUTHN: () => {
    throw signInError('passkey-unverified');
  },
};

function known({ user }: Attempt): StoredUser {
  if (!user) throw signInError('password-wrong');
  return user;
}

/** A custom sign-in with this challenge among what is done. */
function passed({ state }: AuthSession, challengeName: string): CustomState | undefined {
  if (!state.custom) return undefined;
  return { ...state.custom, results: [...state.custom.results, { challengeName, challengeResult: true }] };
}

/** A code that was sent. Having received it, the user has the address (developer guide, "Things to know about user pool MFA"). */
function code(name: string): Handler {
  return (attempt, session, given) => {
    const answer = parameter(given, name);
    const { code: sent } = session.state;
    if (!sent || answer !== sent.value) throw wrongAnswer(session, signInError('mfa-code-wrong'));
    spend(session);
    const user = known(attempt);
    user.attributes = merged(user.attributes, [{ Name: `${sent.attribute}_verified`, Value: 'true' }]);
    return afterFactors(attempt, passed(session, session.challenge));
  };
}

function appCode(attempt: Attempt, session: AuthSession, given: Parameters): Promise<Answer> {
  const answer = parameter(given, 'SOFTWARE_TOKEN_MFA_CODE');
  const user = known(attempt);
  const step = stepOfCode(user.totpSecret ?? '', answer, attempt.call.now());
  if (step === undefined) throw wrongAnswer(session, signInError('app-code-wrong'));
  if (step === user.totpStep) throw signInError('app-code-used');
  user.totpStep = step;
  spend(session);
  return afterFactors(attempt, passed(session, session.challenge));
}

function selectFactor(attempt: Attempt, session: AuthSession, given: Parameters): Answer {
  // The API reference calls mail EMAIL_MFA here, and EMAIL_OTP everywhere else.
  const answer = parameter(given, 'ANSWER').replace('EMAIL_MFA', 'EMAIL_OTP');
  const factor = FACTORS.find((one) => one === answer && session.state.choices?.includes(one));
  if (!factor) throw signInError('factor-not-offered', { name: answer });
  spend(session);
  return askForFactor(attempt, known(attempt), factor, session.state.custom);
}

/** An app that was verified with this session, or an address that is now asked for a code. */
function setUpFactor(attempt: Attempt, session: AuthSession, given: Parameters): Promise<Answer> | Answer {
  const user = known(attempt);
  const { app, choices = [], custom } = session.state;
  if (app?.verified) {
    spend(session);
    return afterFactors(attempt, custom);
  }
  const email = given['email'] ?? given['EMAIL'];
  if (email === undefined || !choices.includes('EMAIL_OTP')) throw signInError('session-invalid');
  setAttributes(attempt, user, [{ Name: 'email', Value: email }]);
  spend(session);
  return askForFactor(attempt, user, 'EMAIL_OTP', custom);
}

function newPassword(attempt: Attempt, session: AuthSession, given: Parameters): Promise<Answer> | Answer {
  const user = known(attempt);
  const password = parameter(given, 'NEW_PASSWORD');
  demandPassword(password, attempt.stored);
  const prefix = 'userAttributes.';
  const attributes = Object.entries(given)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, Value]) => ({ Name: name.slice(prefix.length), Value }));
  const after = merged(user.attributes, attributes);
  const missing = requiredAttributes(attempt).find((name) => !after.some(({ Name }) => Name === name));
  if (missing !== undefined) throw signInError('parameter-missing', { name: `${prefix}${missing}` });
  setAttributes(attempt, user, attributes);
  spend(session);
  user.password = password;
  user.status = 'CONFIRMED';
  return afterFirstFactor(attempt, user, session.state.custom);
}

function setAttributes({ stored, call }: Attempt, user: StoredUser, given: { Name: string; Value: string }[]): void {
  if (given.length === 0) return;
  refuse(attributeRefusals, { pool: stored, given, updating: false });
  user.attributes = withVerification(user.attributes, merged(user.attributes, given), given);
  user.modified = call.now();
}
