import { createHmac } from 'node:crypto';
import {
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AssociateSoftwareTokenCommand,
  type AuthFlowType,
  type ChallengeNameType,
  type CognitoIdentityProviderClient,
  InitiateAuthCommand,
  type InitiateAuthResponse,
  RespondToAuthChallengeCommand,
  RevokeTokenCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Answer, Challenge, SignInPort, Values } from '../signin/ports.js';
import { inWords, said } from './errors.js';

/** Where somebody signs in. */
export interface SignInPlace {
  readonly poolId: string;
  readonly clientId: string;
  /** The client's secret; absent where it has none. */
  readonly secret?: string | undefined;
  /** By the operations of an administrator, which AWS credentials sign; the others take none. */
  readonly admin: boolean;
}

/** The real SignInPort. */
export function signInPort(client: CognitoIdentityProviderClient, place: SignInPlace): SignInPort {
  const { clientId: ClientId, secret } = place;
  return {
    start: (flow, parameters) => inWords(start(client, place, flow as AuthFlowType, parameters)),
    respond: (challenge, responses) => inWords(respond(client, place, challenge, responses)),
    associate: (Session) => inWords(associate(client, Session)),
    verify: (Session, UserCode) => inWords(verify(client, Session, UserCode)),
    revoke: async (Token) => {
      await inWords(client.send(new RevokeTokenCommand({ Token, ClientId, ...(secret && { ClientSecret: secret }) })));
    },
  };
}

async function start(
  client: CognitoIdentityProviderClient,
  place: SignInPlace,
  AuthFlow: AuthFlowType,
  parameters: Values,
): Promise<Answer> {
  const input = { AuthFlow, ClientId: place.clientId, AuthParameters: withHash(parameters, place) };
  return answerOf(
    place.admin
      ? await client.send(new AdminInitiateAuthCommand({ UserPoolId: place.poolId, ...input }))
      : await client.send(new InitiateAuthCommand(input)),
  );
}

async function respond(
  client: CognitoIdentityProviderClient,
  place: SignInPlace,
  { name, session }: Challenge,
  responses: Values,
): Promise<Answer> {
  const input = {
    ClientId: place.clientId,
    ChallengeName: name as ChallengeNameType,
    Session: session,
    ChallengeResponses: withHash(responses, place),
  };
  return answerOf(
    place.admin
      ? await client.send(new AdminRespondToAuthChallengeCommand({ UserPoolId: place.poolId, ...input }))
      : await client.send(new RespondToAuthChallengeCommand(input)),
  );
}

/** Source: https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html (computing secret hash values) */
function withHash(values: Values, { clientId, secret }: SignInPlace): Record<string, string> {
  if (secret === undefined) return { ...values };
  const hash = createHmac('sha256', secret).update(`${values['USERNAME']}${clientId}`).digest('base64');
  return { ...values, SECRET_HASH: hash };
}

function answerOf(answer: InitiateAuthResponse): Answer {
  const { ChallengeName, Session, ChallengeParameters, AvailableChallenges, AuthenticationResult: result } = answer;
  if (ChallengeName !== undefined)
    return {
      kind: 'challenge',
      name: ChallengeName,
      session: Session,
      parameters: ChallengeParameters ?? {},
      available: AvailableChallenges ?? [],
    };
  return {
    kind: 'tokens',
    access: said('AuthenticationResult', result?.AccessToken),
    id: result?.IdToken,
    refresh: result?.RefreshToken,
    newDevice: result?.NewDeviceMetadata !== undefined,
  };
}

async function associate(client: CognitoIdentityProviderClient, session: string) {
  const answer = await client.send(new AssociateSoftwareTokenCommand({ Session: session }));
  return { secret: said('SecretCode', answer.SecretCode), session: said('Session', answer.Session) };
}

async function verify(client: CognitoIdentityProviderClient, session: string, UserCode: string): Promise<string> {
  const { Status, Session } = await client.send(new VerifySoftwareTokenCommand({ Session: session, UserCode }));
  if (Status === 'ERROR') throw new Error('VerifySoftwareToken: the code is not right');
  return said('Session', Session);
}
