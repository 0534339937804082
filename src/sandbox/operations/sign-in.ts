import type {
  AdminInitiateAuthRequest,
  AdminRespondToAuthChallengeRequest,
  InitiateAuthRequest,
  InitiateAuthResponse,
  RespondToAuthChallengeRequest,
} from '@aws-sdk/client-cognito-identity-provider';
import { answerChallenge } from '../auth/answer.js';
import { beginSignIn } from '../auth/begin.js';
import { clientById, type PoolClient } from '../auth/clients.js';
import { type AsyncOperation, type Call, type Checked, clientOf, poolOf } from '../operation.js';

export const initiateAuth: AsyncOperation<InitiateAuthRequest, InitiateAuthResponse> = async (request, call) =>
  begin(request, clientById(request.ClientId, call), false, call);

export const adminInitiateAuth: AsyncOperation<AdminInitiateAuthRequest, InitiateAuthResponse> = async (
  request,
  call,
) => begin(request, named(request, call), true, call);

export const respondToAuthChallenge: AsyncOperation<RespondToAuthChallengeRequest, InitiateAuthResponse> = async (
  request,
  call,
) => answer(request, clientById(request.ClientId, call), call);

export const adminRespondToAuthChallenge: AsyncOperation<
  AdminRespondToAuthChallengeRequest,
  InitiateAuthResponse
> = async (request, call) => answer(request, named(request, call), call);

function named({ UserPoolId, ClientId }: { UserPoolId: string; ClientId: string }, call: Call): PoolClient {
  const stored = poolOf(UserPoolId, call);
  return { stored, client: clientOf(stored, ClientId) };
}

type Beginning = Pick<Checked<InitiateAuthRequest>, 'AuthFlow' | 'AuthParameters' | 'ClientMetadata'>;

function begin(request: Beginning, at: PoolClient, admin: boolean, call: Call) {
  const { AuthFlow: flow, AuthParameters: given = {}, ClientMetadata: metadata } = request;
  return beginSignIn(at, { flow, given, metadata, admin }, call);
}

type Answering = Pick<
  Checked<RespondToAuthChallengeRequest>,
  'ChallengeName' | 'Session' | 'ChallengeResponses' | 'ClientMetadata'
>;

function answer(request: Answering, at: PoolClient, call: Call) {
  const { ChallengeName: challenge, Session: session, ChallengeResponses: given = {}, ClientMetadata } = request;
  return answerChallenge(at, { challenge, session, given, metadata: ClientMetadata }, call);
}
