import { onTestFinished, vi } from 'vitest';
import { installedEngines } from '../../src/cli/engines.js';
import { run } from '../../src/cli/run.js';
import type { SandboxOptions, StoredUser } from '../../src/sandbox/index.js';
import type { FakeIo } from '../cli/fake-io.js';
import { fakeIo } from '../cli/fake-io.js';
import { type Session, session } from '../sandbox/support.js';

export const FILE = 'configs/acme.yaml';
export const PASSWORD = 'Correct-Horse-1';
export const USER = 'ada';
const ROLE = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'x' };

/** A pool with a client and a user, and a spec of it. */
export interface Bench extends Session {
  readonly poolId: string;
  readonly clientId: string;
  /** Runs `poolward signin` on the pool; `typed` answers what is asked for, `code` stands for the last code that was sent. */
  signin(words?: string, about?: About): Promise<Ran>;
  /** Changes the user in ways that no call does. */
  user(change: Partial<StoredUser>): void;
}

interface About {
  /** None without it: there is no terminal. */
  readonly typed?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly world?: Partial<FakeIo>;
  readonly files?: Readonly<Record<string, string>>;
  /** Changes the text of the spec. */
  readonly spec?: (yaml: string) => string;
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly asked: readonly string[];
}

export interface Wanted {
  readonly pool?: object;
  readonly mfa?: object;
  readonly client?: object;
  /** YAML of the spec beneath its `pool`; what it says is not deployed by it. */
  readonly spec?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly sandbox?: SandboxOptions;
}

const ADDRESSES = {
  email: 'ada@example.com',
  email_verified: 'true',
  phone_number: '+4915112345678',
  phone_number_verified: 'true',
};
const ALL = ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_AUTH', 'ALLOW_CUSTOM_AUTH'];
const MORE = ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'];
/** The same in a spec, in an order in which SRP is chosen. */
export const CLIENT = `clients:
  web:
    name: web
    authFlows: [srp, password, choice, custom, adminPassword, refreshToken]
`;

export async function bench({
  pool = {},
  mfa,
  client = {},
  spec = '',
  attributes = ADDRESSES,
  sandbox = {},
}: Wanted): Promise<Bench> {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  onTestFinished(() => void vi.unstubAllEnvs());
  const own = await session(sandbox);
  const poolId = await own.pool({ PoolName: 'acme', SmsConfiguration: ROLE, ...pool });
  if (mfa) await own.call('SetUserPoolMfaConfig', { ...mfa });
  const flows = { ExplicitAuthFlows: [...ALL, ...MORE] };
  const { UserPoolClient } = await own.call('CreateUserPoolClient', { ClientName: 'web', ...flows, ...client });
  const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
  await own.call('AdminCreateUser', { Username: USER, UserAttributes, MessageAction: 'SUPPRESS' });
  await own.call('AdminSetUserPassword', { Username: USER, Password: PASSWORD, Permanent: true });
  const head = `pool:\n  id: acme\n  name: acme\n  region: us-east-1\n  account: "123456789012"\n  userPoolId: ${poolId}\n`;
  const yaml = `${head}${spec.includes('clients:') ? '' : CLIENT}${spec}`;
  const signin: Bench['signin'] = async (words = '', about = {}) => {
    const [left, asked] = [[...(about.typed ?? [])], [] as string[]];
    const ask = async (text: string) => {
      asked.push(text);
      const next = left.shift() ?? '';
      return next === 'code' ? (own.sandbox.messages.at(-1)?.code ?? 'no message') : next;
    };
    const world = { env: { POOLWARD_PASSWORD: PASSWORD, ...about.env }, ...(about.typed && { ask }), ...about.world };
    const io = fakeIo({ ...about.files, [FILE]: about.spec?.(yaml) ?? yaml }, world);
    const argv = ['signin', USER, FILE, '--endpoint-url', own.sandbox.url, ...words.split(' ').filter(Boolean)];
    return { code: await run(argv, io, installedEngines), out: io.stdout(), err: io.stderr(), asked };
  };
  return {
    ...own,
    poolId,
    clientId: UserPoolClient.ClientId,
    signin,
    user: (change) =>
      own.sandbox.seed(poolId, (stored) => {
        const found = stored.users.get(USER);
        if (!found) throw new Error('no user');
        Object.assign(found, change);
      }),
  };
}

/** `SetUserPoolMfaConfig` of a pool that offers SMS, and what else is named. */
export const sms = (MfaConfiguration: 'ON' | 'OPTIONAL', more: object = {}) => ({
  MfaConfiguration,
  SmsMfaConfiguration: { SmsConfiguration: ROLE },
  ...more,
});
export const APP = { SoftwareTokenMfaConfiguration: { Enabled: true } };
