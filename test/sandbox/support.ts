import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { onTestFinished } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.js';

export type Call = readonly [operation: string, input: Readonly<Record<string, unknown>>];

/** The real SDK, pointed at a server on loopback. */
export function clientFor(url: string, region = 'us-east-1', maxAttempts = 1): sdk.CognitoIdentityProviderClient {
  const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' };
  return new sdk.CognitoIdentityProviderClient({ endpoint: url, region, credentials, maxAttempts });
}

/** Any operation by its name. */
export async function send(client: sdk.CognitoIdentityProviderClient, [operation, input]: Call): Promise<any> {
  const Command = (sdk as Record<string, any>)[`${operation}Command`];
  if (!Command) throw new Error(`the SDK has no ${operation}`);
  const { $metadata, ...answer } = await client.send(new Command(input));
  return answer;
}

export interface Session {
  readonly sandbox: Sandbox;
  readonly client: sdk.CognitoIdentityProviderClient;
  /** Sends a call; `UserPoolId` is filled in once `pool` has been called. */
  call(operation: string, input?: Readonly<Record<string, unknown>>): Promise<any>;
  /** Creates the pool of this session and answers its id. */
  pool(input?: Readonly<Record<string, unknown>>): Promise<string>;
  /** What the call was refused with. */
  refusal(operation: string, input?: Readonly<Record<string, unknown>>): Promise<{ type: string; words: string }>;
}

/** A sandbox for one test, closed when the test is over. */
export async function session(options: SandboxOptions = {}): Promise<Session> {
  const sandbox = await startSandbox({ seed: 'test', ...options });
  const client = clientFor(sandbox.url);
  onTestFinished(async () => {
    client.destroy();
    await sandbox.close();
  });
  let poolId: string | undefined;
  const call: Session['call'] = (operation, input = {}) =>
    send(client, [operation, poolId === undefined ? input : { UserPoolId: poolId, ...input }]);
  return {
    sandbox,
    client,
    call,
    pool: async (input = {}) => {
      const { UserPool } = await send(client, ['CreateUserPool', { PoolName: 'p', ...input }]);
      poolId = UserPool.Id as string;
      return poolId;
    },
    refusal: async (operation, input) => {
      try {
        await call(operation, input);
      } catch (error) {
        return { type: (error as Error).name, words: (error as Error).message };
      }
      throw new Error(`${operation} was not refused`);
    },
  };
}

export const role = 'arn:aws:iam::123456789012:role/sns';
export const sms = { SnsCallerArn: role, ExternalId: 'x' };
export const lambda = (name: string, region = 'us-east-1') => `arn:aws:lambda:${region}:123456789012:function:${name}`;
export const ses = 'arn:aws:ses:us-east-1:123456789012:identity/a@example.com';
export const developer = { EmailSendingAccount: 'DEVELOPER', SourceArn: ses };
export const totp = { SoftwareTokenMfaConfiguration: { Enabled: true } };
