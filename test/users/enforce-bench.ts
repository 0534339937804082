// A pool, its users and its spec, in the sandbox and before the real SDK.
import { installedEngines } from '../../src/cli/engines.js';
import type { Io } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';
import type { StoredUser, WorldOptions } from '../../src/sandbox/index.js';
import { type FakeIo, fakeIo } from '../cli/fake-io.js';
import { type Session, session } from '../sandbox/support.js';

export const FILE = 'configs/acme.yaml';
const ROLE = 'arn:aws:iam::123456789012:role/sms';

/** What a user is, in short. */
export interface Person {
  readonly email?: string;
  readonly phone?: string;
  readonly verified?: boolean;
  readonly tenant?: string;
  readonly settings?: readonly string[];
  readonly preferred?: string;
  readonly app?: boolean;
  readonly groups?: readonly string[];
  readonly status?: StoredUser['status'];
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly io: FakeIo;
}

export interface Bench extends Session {
  readonly poolId: string;
  /** The spec. */
  readonly yaml: string;
  /** Files that runs leave, and find. */
  readonly files: Map<string, string>;
  people(people: Readonly<Record<string, Person>>): void;
  /** The own MFA settings and the number of every user. */
  state(): Record<string, object>;
  /** Runs a command; `world` may take the place of anything. */
  poolward(words: string, world?: (io: FakeIo) => Partial<Io>, yaml?: string): Promise<Ran>;
  calls(operation: string): number;
}

/** A pool with MFA optional, or required, that offers what is named; and `policy` in its spec. */
export async function enforceBench(
  policy: string,
  options: { required?: boolean; offers?: string[]; world?: WorldOptions } = {},
): Promise<Bench> {
  const { required = false, offers = ['sms', 'totp'], world = {} } = options;
  const own = await session({ world });
  const sms = { SmsConfiguration: { SnsCallerArn: ROLE, ExternalId: 'x' } };
  const poolId = await own.pool({
    PoolName: 'acme',
    AccountRecoverySetting: {
      RecoveryMechanisms: [
        { Name: 'verified_email', Priority: 1 },
        { Name: 'verified_phone_number', Priority: 2 },
      ],
    },
    ...(offers.includes('sms') && sms),
    Schema: [{ Name: 'tenant', AttributeDataType: 'String', Mutable: true }],
  });
  await own.call('CreateGroup', { GroupName: 'admins' });
  await own.call('SetUserPoolMfaConfig', {
    MfaConfiguration: required ? 'ON' : 'OPTIONAL',
    ...(offers.includes('sms') && { SmsMfaConfiguration: sms }),
    ...(offers.includes('totp') && { SoftwareTokenMfaConfiguration: { Enabled: true } }),
  });
  if (offers.includes('email'))
    own.sandbox.seed(
      poolId,
      (stored) => void Object.assign(stored.mfa, { email: { Message: '{####}', Subject: 's' } }),
    );
  const factor = (name: string) => (offers.includes(name) ? `  ${name}: true\n` : '');
  const yaml =
    `pool:\n  id: acme\n  name: acme\n  region: us-east-1\n  account: "123456789012"\n  userPoolId: ${poolId}\n  tier: essentials\n` +
    `mfa:\n  mode: ${required ? 'required' : 'optional'}\n${factor('sms')}${factor('totp')}${factor('email')}` +
    (offers.includes('email') ? '  emailSubject: s\nemailSender:\n  service: ses\n  identity: a@example.com\n' : '') +
    (offers.includes('sms') ? 'smsSender:\n  role: create\n' : '') +
    `attributes:\n  custom:tenant: {}\ngroups:\n  admins: {}\n${policy}`;
  const files = new Map<string, string>();
  return {
    ...own,
    poolId,
    yaml,
    files,
    people: (people) =>
      own.sandbox.seed(poolId, (stored) => {
        for (const [username, person] of Object.entries(people)) stored.users.set(username, userOf(username, person));
      }),
    state: () => {
      const found: Record<string, object> = {};
      own.sandbox.seed(poolId, ({ users }) => {
        for (const { username, settings, preferred, attributes } of users.values()) {
          const phone = Object.fromEntries(
            attributes.filter(({ Name = '' }) => Name.startsWith('phone')).map(({ Name, Value }) => [Name, Value]),
          );
          found[username] = { settings: [...settings].sort(), ...(preferred && { preferred }), ...phone };
        }
      });
      return found;
    },
    poolward: async (words, world = () => ({}), spec = yaml) => {
      const plain = fakeIo({ ...Object.fromEntries(files), [FILE]: spec });
      const io = { ...plain, ...world(plain) };
      const code = await run([...words.split(' '), '--endpoint-url', own.sandbox.url], io, installedEngines);
      files.clear();
      for (const [name, text] of io.stored) if (name !== FILE) files.set(name, text);
      return { code, out: io.stdout(), err: io.stderr(), io };
    },
    calls: (operation) => own.sandbox.requests.filter((one) => one.operation === operation).length,
  };
}

function userOf(username: string, person: Person): StoredUser {
  const { email, phone, verified = true, tenant, settings = [], preferred, app, groups = [], status } = person;
  const attribute = (Name: string, Value: string | undefined) => (Value === undefined ? [] : [{ Name, Value }]);
  return {
    username,
    attributes: [
      { Name: 'sub', Value: `sub-${username}` },
      ...attribute('email', email),
      ...attribute('email_verified', email && String(verified)),
      ...attribute('phone_number', phone),
      ...attribute('phone_number_verified', phone && String(verified)),
      ...attribute('custom:tenant', tenant),
    ],
    status: status ?? 'CONFIRMED',
    enabled: true,
    created: new Date(0),
    modified: new Date(0),
    settings: [...settings],
    totpRegistered: app ?? settings.includes('SOFTWARE_TOKEN_MFA'),
    groups: new Set(groups),
    ...(preferred && { preferred }),
  } as StoredUser;
}
