/** Custom challenges: the functions say what comes next, ask it, and judge the answer. */
import { signInError } from '../refusals/sign-in.js';
import { runTrigger, unrecognizable } from '../triggers/run-trigger.js';
import { type Answer, type Attempt, ask, eventOf, identityOf, type Parameters, parameter } from './attempt.js';
import { complete } from './complete.js';
import type { AuthSession, CustomState } from './session.js';
import { srpChallenge } from './srp-challenge.js';

/** The beginning; with SRP the client has sent its number along. */
export function startCustom(attempt: Attempt, given: Parameters): Promise<Answer> {
  const withSrp = given['CHALLENGE_NAME'] === 'SRP_A';
  const results = withSrp ? [{ challengeName: 'SRP_A', challengeResult: true }] : [];
  return next(attempt, { results, ...(withSrp && { srpA: parameter(given, 'SRP_A') }) });
}

/** What follows a challenge that was answered. */
export async function next(attempt: Attempt, custom: CustomState): Promise<Answer> {
  const { challengeName, issueTokens, failAuthentication } = await defined(attempt, custom);
  if (failAuthentication === true) throw signInError('password-wrong');
  if (issueTokens === true) return complete(attempt);
  if (challengeName === 'CUSTOM_CHALLENGE') return created(attempt, custom);
  if (challengeName === 'PASSWORD_VERIFIER' && custom.srpA !== undefined) {
    return srpChallenge(attempt, custom.srpA, 'session', custom);
  }
  throw unrecognizable();
}

async function defined(attempt: Attempt, { results }: CustomState) {
  const request = { ...identityOf(attempt), session: results };
  const response = { challengeName: null, issueTokens: null, failAuthentication: null };
  const occasion = { trigger: 'DefineAuthChallenge', occasion: 'Authentication', ...eventOf(attempt) } as const;
  const answer = await runTrigger({ ...occasion, request, response }, attempt.stored, attempt.call);
  if (!answer) throw signInError('custom-not-configured');
  return answer;
}

async function created(attempt: Attempt, custom: CustomState): Promise<Answer> {
  const request = { ...identityOf(attempt), challengeName: 'CUSTOM_CHALLENGE', session: custom.results };
  const response = { publicChallengeParameters: null, privateChallengeParameters: null, challengeMetadata: null };
  const occasion = { trigger: 'CreateAuthChallenge', occasion: 'Authentication', ...eventOf(attempt) } as const;
  const answer = await runTrigger({ ...occasion, request, response }, attempt.stored, attempt.call);
  if (!answer) throw signInError('custom-not-configured');
  const metadata = answer['challengeMetadata'];
  const state: CustomState = {
    results: custom.results,
    secret: texts(answer['privateChallengeParameters']),
    ...(custom.srpA !== undefined && { srpA: custom.srpA }),
    ...(typeof metadata === 'string' && { metadata }),
  };
  const shown = { USERNAME: attempt.user?.username ?? attempt.name, ...texts(answer['publicChallengeParameters']) };
  return ask(attempt, 'CUSTOM_CHALLENGE', shown, { custom: state });
}

/** Parameters are texts: AWS refuses another value. */
function texts(given: unknown): Record<string, string> {
  if (given === undefined || given === null) return {};
  if (typeof given !== 'object' || Object.values(given).some((value) => typeof value !== 'string'))
    throw unrecognizable();
  return { ...given } as Record<string, string>;
}

/** Has an answer judged; the define function learns of it, right or wrong. */
export async function answerCustom(attempt: Attempt, { state }: AuthSession, given: Parameters): Promise<Answer> {
  const { results, secret = {}, metadata, srpA } = state.custom ?? { results: [] };
  const request = {
    ...identityOf(attempt),
    privateChallengeParameters: secret,
    challengeAnswer: parameter(given, 'ANSWER'),
  };
  const occasion = { trigger: 'VerifyAuthChallengeResponse', occasion: 'Authentication', ...eventOf(attempt) } as const;
  const judged = { ...occasion, request, response: { answerCorrect: null } };
  const answer = await runTrigger(judged, attempt.stored, attempt.call);
  if (!answer) throw signInError('custom-not-configured');
  const result = {
    challengeName: 'CUSTOM_CHALLENGE',
    challengeResult: answer['answerCorrect'] === true,
    ...(metadata !== undefined && { challengeMetadata: metadata }),
  };
  return next(attempt, { results: [...results, result], ...(srpA !== undefined && { srpA }) });
}
