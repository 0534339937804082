import { signInError } from '../refusals/sign-in.js';
import { runTrigger, userAttributes } from '../triggers/run-trigger.js';
import { type Answer, type Attempt, eventOf } from './attempt.js';
import { issueTokens } from './tokens.js';

/** The end of a sign-in: what the pool wants to do then, and the tokens. */
export async function complete(attempt: Attempt): Promise<Answer> {
  const { user, stored, call, metadata } = attempt;
  if (!user) throw signInError('password-wrong');
  const request = {
    userAttributes: userAttributes(user),
    newDeviceUsed: false,
    ...(metadata && { clientMetadata: metadata }),
  };
  const occasion = { trigger: 'PostAuthentication', occasion: 'Authentication', ...eventOf(attempt) } as const;
  await runTrigger({ ...occasion, request, response: {} }, stored, call);
  return { ChallengeParameters: {}, AuthenticationResult: issueTokens(attempt, user, call) };
}
