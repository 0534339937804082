import { createHmac } from 'node:crypto';
import {
  createSecretHash,
  createSrpSession,
  signSrpSession,
  wrapAuthChallenge,
  wrapInitiateAuth,
} from 'cognito-srp-helper';
import type { Invoke, SandboxOptions, SeededUser } from '../../src/sandbox/index.js';
import { type Session, session } from './support.js';

export const PASSWORD = 'Abcdefg1!';

export interface Stage {
  readonly pool?: Readonly<Record<string, unknown>>;
  /** Given to SetUserPoolMfaConfig. */
  readonly mfa?: Readonly<Record<string, unknown>>;
  readonly client?: object;
  readonly user?: SeededUser;
  readonly options?: SandboxOptions;
}

export interface SignIn extends Session {
  readonly poolId: string;
  readonly clientId: string;
  readonly secret: string | undefined;
  initiate(flow: string, parameters?: object, more?: object): Promise<any>;
  /** Answers the challenge that was asked. */
  answer(asked: any, responses?: object, more?: object): Promise<any>;
  /** Signs in with SRP up to what comes after the password. */
  srp(password?: string, username?: string): Promise<any>;
  password(password?: string): Promise<any>;
  /** The code of the last message. */
  code(): string;
  /** What a promise was refused with: `Type: words`. */
  words(promise: Promise<unknown>): Promise<string>;
}

const allFlows = [
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_USER_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
];

/** A pool with one client, and a user named `ann` unless told otherwise. */
export async function signIn({ pool = {}, mfa, client = {}, user = {}, options = {} }: Stage = {}): Promise<SignIn> {
  const s = await session(options);
  const poolId = await s.pool(pool);
  if (mfa) await s.call('SetUserPoolMfaConfig', mfa);
  const made = await s.call('CreateUserPoolClient', { ClientName: 'c', ExplicitAuthFlows: allFlows, ...client });
  const { ClientId: clientId, ClientSecret: secret } = made.UserPoolClient;
  s.sandbox.seedUsers(poolId, [{ username: 'ann', password: PASSWORD, ...user }]);
  const hash = (name: string) => (secret ? { SECRET_HASH: createSecretHash(name, clientId, secret) } : {});
  const username = user.username ?? 'ann';

  const initiate: SignIn['initiate'] = (AuthFlow, AuthParameters = {}, more = {}) =>
    s.call('InitiateAuth', {
      ClientId: clientId,
      AuthFlow,
      AuthParameters: { USERNAME: username, ...hash(username), ...AuthParameters },
      ...more,
    });
  const answer: SignIn['answer'] = (asked, ChallengeResponses = {}, more = {}) =>
    s.call('RespondToAuthChallenge', {
      ClientId: clientId,
      ChallengeName: asked.ChallengeName,
      ...(asked.Session && { Session: asked.Session }),
      ChallengeResponses: { USERNAME: username, ...hash(username), ...ChallengeResponses },
      ...more,
    });
  return {
    ...s,
    poolId,
    clientId,
    secret,
    initiate,
    answer,
    srp: async (password = PASSWORD, name = username) => {
      const srp = createSrpSession(name, password, poolId, false);
      const request = {
        ClientId: clientId,
        AuthFlow: 'USER_SRP_AUTH' as const,
        AuthParameters: { CHALLENGE_NAME: 'SRP_A', USERNAME: name, ...hash(name) },
      };
      const asked = await s.call('InitiateAuth', wrapInitiateAuth(srp, request));
      const signed = signSrpSession(srp, asked);
      const response = {
        ClientId: clientId,
        ChallengeName: 'PASSWORD_VERIFIER' as const,
        ChallengeResponses: {
          USERNAME: asked.ChallengeParameters.USER_ID_FOR_SRP,
          ...hash(asked.ChallengeParameters.USER_ID_FOR_SRP),
        },
      };
      return s.call('RespondToAuthChallenge', wrapAuthChallenge(signed, response));
    },
    password: (password = PASSWORD) => initiate('USER_PASSWORD_AUTH', { PASSWORD: password }),
    code: () => s.sandbox.messages.at(-1)?.code ?? '',
    words: (promise) =>
      promise.then(
        () => 'not refused',
        (error: Error) => `${error.name}: ${error.message}`,
      ),
  };
}

/** A trigger's functions, by the name in their ARNs; each fills in the event's response. */
export function functions(by: Readonly<Record<string, (event: any) => unknown>>): Invoke & { readonly events: any[] } {
  const events: any[] = [];
  const invoke: Invoke = async (arn, event) => {
    events.push(event);
    const answer = await by[arn.split(':').at(-1) ?? '']?.(event);
    return (answer ?? event) as object;
  };
  return Object.assign(invoke, { events });
}

/** An authenticator app: RFC 6238, written a second time. */
export function appCode(secret: string, at = Date.now()): string {
  let bits = 0n;
  for (const letter of secret) bits = (bits << 5n) | BigInt('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter));
  const size = Math.floor((secret.length * 5) / 8);
  const key = Buffer.from((bits >> BigInt(secret.length * 5 - size * 8)).toString(16).padStart(size * 2, '0'), 'hex');
  const counter = Buffer.from(
    Math.floor(at / 30_000)
      .toString(16)
      .padStart(16, '0'),
    'hex',
  );
  const hash = createHmac('sha1', key).update(counter).digest();
  const from = (hash[19] ?? 0) % 16;
  const number = Number.parseInt(hash.subarray(from, from + 4).toString('hex'), 16) % 2 ** 31;
  return String(number % 1_000_000).padStart(6, '0');
}
