import type { Call } from '../operation.js';
import { signInError } from '../refusals/sign-in.js';
import { runTrigger, userAttributes } from '../triggers/run-trigger.js';
import { type Answer, type Attempt, attemptOf, eventOf, type Parameters, parameter } from './attempt.js';
import { startChoice, withPassword } from './choice.js';
import { demandFlow, demandSecretHash, type PoolClient } from './clients.js';
import { startCustom } from './custom.js';
import { demandNoReset } from './password.js';
import { srpChallenge } from './srp-challenge.js';
import { refreshedTokens } from './tokens.js';

export interface Beginning {
  readonly flow: string;
  readonly given: Parameters;
  readonly metadata: Parameters | undefined;
  /** Whether an administrator's credentials stand behind the call. */
  readonly admin: boolean;
}

const ADMIN_FLOWS = ['ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'];
const USER_FLOWS = ['USER_PASSWORD_AUTH'];

/** The first call of a sign-in. */
export async function beginSignIn(at: PoolClient, beginning: Beginning, call: Call): Promise<Answer> {
  const { flow, given, metadata, admin } = beginning;
  if ((admin ? USER_FLOWS : ADMIN_FLOWS).includes(flow)) throw signInError('flow-unsupported');
  demandFlow(at.client, flow);
  if (flow === 'REFRESH_TOKEN_AUTH' || flow === 'REFRESH_TOKEN') return refreshed(at, given, call);
  // Metadata of the first call reaches the functions before the sign-in, not those of challenges (API reference, InitiateAuth).
  const attempt = attemptOf(at, given, undefined, call);
  await beforeSignIn(attempt, metadata);
  switch (flow) {
    case 'USER_SRP_AUTH':
      if (attempt.user) demandNoReset(attempt.user);
      return srpChallenge(attempt, parameter(given, 'SRP_A'), 'plain');
    case 'CUSTOM_AUTH':
      return startCustom(attempt, given);
    case 'USER_AUTH':
      return startChoice(attempt, given);
    default:
      return withPassword(attempt, given);
  }
}

function refreshed(at: PoolClient, given: Parameters, call: Call): Answer {
  const token = parameter(given, 'REFRESH_TOKEN');
  const grant = at.stored.refreshTokens.get(token);
  const user = grant && at.stored.users.get(grant.username);
  const sub = user?.attributes.find(({ Name }) => Name === 'sub')?.Value;
  demandSecretHash(at.client, given['SECRET_HASH'], [user?.username ?? '', sub ?? '']);
  return { ChallengeParameters: {}, AuthenticationResult: refreshedTokens(token, at, call) };
}

async function beforeSignIn(attempt: Attempt, metadata: Parameters | undefined): Promise<void> {
  const { user, stored, call } = attempt;
  const request = {
    userAttributes: user ? userAttributes(user) : {},
    ...(metadata && { validationData: metadata }),
    ...(!user && { userNotFound: true }),
  };
  const occasion = { trigger: 'PreAuthentication', occasion: 'Authentication', ...eventOf(attempt) } as const;
  await runTrigger({ ...occasion, request, response: {} }, stored, call);
}
