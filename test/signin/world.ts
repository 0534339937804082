// All pools and users that differ in what decides about a second factor, put into the sandbox and signed in.
import { signInPort } from '../../src/aws/sign-in.js';
import { userReader } from '../../src/aws/users.js';
import type { Sandbox } from '../../src/sandbox/index.js';
import { secondFactors } from '../../src/signin/expectation.js';
import { signIn } from '../../src/signin/sign-in.js';
import { CHALLENGE } from '../../src/users/outcome.js';
import { type Channel, FACTORS, type Factor, type PoolMfa } from '../../src/users/pool-mfa.js';
import type { UserReader, UserSettings } from '../../src/users/ports.js';
import type { Session } from '../sandbox/support.js';

/** One pool and one user of it. */
export interface Case {
  readonly pool: PoolMfa;
  /** The pool says nothing of recovery; else one without ways leaves it to an administrator. */
  readonly unsetRecovery: boolean;
  readonly has: readonly Channel[];
  readonly settings: UserSettings;
  /** The app is not enabled because somebody switched it off. No read shows it. */
  readonly switchedOff: boolean;
}

const RECOVERIES: readonly (readonly Channel[] | 'unset')[] = [
  'unset',
  [],
  ['email'],
  ['phone'],
  ['email', 'phone'],
  ['phone', 'email'],
];

function subsets<T>(items: readonly T[]): T[][] {
  const sets = 2 ** items.length;
  return Array.from({ length: sets }, (_, set) => items.filter((_, index) => (set >> index) % 2 === 1));
}

type CasePool = Pick<Case, 'pool' | 'unsetRecovery'>;

/** Every pool with MFA; AWS has none that offers no factor. */
export const POOLS: readonly CasePool[] = (['optional', 'required'] as const).flatMap((mode) =>
  subsets(FACTORS)
    .filter((offered) => offered.length > 0)
    .flatMap((offered) =>
      RECOVERIES.map((recovery) => ({
        unsetRecovery: recovery === 'unset',
        pool: {
          mode,
          offered,
          recovery: recovery === 'unset' ? [] : recovery,
          adaptive: false,
          devicesSkip: false,
          passkeys: false,
          firstFactors: ['password'],
        },
      })),
    ),
);

/** Every user; a factor is preferred where it is enabled, and an app enabled where it is registered. */
export const USERS: readonly Omit<Case, keyof CasePool>[] = subsets<Channel>(['email', 'phone']).flatMap((has) =>
  [false, true].flatMap((app) =>
    subsets(FACTORS.filter((factor) => app || factor !== 'totp')).flatMap((enabled) =>
      [undefined, ...enabled].flatMap((preferred) =>
        (app && !enabled.includes('totp') ? [false, true] : [false]).map((switchedOff) => ({
          has,
          settings: { app, enabled, ...(preferred && { preferred }) },
          switchedOff,
        })),
      ),
    ),
  ),
);

const RECOVERY = { email: 'verified_email', phone: 'verified_phone_number' } as const;
const ADDRESS = { email: ['email', 'ada@example.com'], phone: ['phone_number', '+4915112345678'] } as const;
const USER = 'ada';
const PASSWORD = 'Correct-Horse-1';

export interface World {
  /** What the sandbox asks of the user, as short as `outcomeKey`. */
  asked(one: Case): Promise<string>;
  /** What is read of the user. */
  readonly users: UserReader;
  readonly user: string;
}

/** One pool and one user, changed for each case. */
export async function world({ sandbox, client, call }: Session, poolId: string, clientId: string): Promise<World> {
  await call('AdminCreateUser', { Username: USER, MessageAction: 'SUPPRESS' });
  await call('AdminSetUserPassword', { Username: USER, Password: PASSWORD, Permanent: true });
  const port = signInPort(client, { poolId, clientId, admin: false });
  const nobody = { ask: async () => undefined, say: () => undefined };
  const attempt = { flow: 'password', username: USER, admin: false, known: { password: PASSWORD } } as const;
  const toSetUp = async (): Promise<string[]> => {
    const AuthParameters = { USERNAME: USER, PASSWORD };
    const begun = await call('InitiateAuth', { AuthFlow: 'USER_PASSWORD_AUTH', ClientId: clientId, AuthParameters });
    return JSON.parse(begun.ChallengeParameters.MFAS_CAN_SETUP);
  };
  return {
    user: USER,
    users: userReader(client),
    asked: async (one) => {
      arrange(sandbox, poolId, one);
      const { asked, ending } = await signIn(port, attempt, nobody);
      const [first] = secondFactors(asked);
      if (first === undefined)
        return ending.kind === 'refused' ? 'lockedOut' : ending.kind === 'signedIn' ? 'none' : '?';
      const factor = FACTORS.find((name) => CHALLENGE[name] === first.name);
      if (factor) return factor;
      return first.name === 'MFA_SETUP' ? `setup ${sorted(await toSetUp())}` : `choice ${sorted(first.options)}`;
    },
  };
}

const sorted = (names: readonly string[]): string =>
  FACTORS.filter((factor) => names.includes(CHALLENGE[factor])).join('+');

function arrange(sandbox: Sandbox, poolId: string, { pool, unsetRecovery, has, settings, switchedOff }: Case): void {
  sandbox.seed(poolId, (stored) => {
    const Name = (way: Channel, index: number) => ({ Name: RECOVERY[way], Priority: index + 1 });
    const ways = pool.recovery.map(Name);
    Object.assign(stored.pool, {
      MfaConfiguration: pool.mode === 'required' ? 'ON' : 'OPTIONAL',
      AccountRecoverySetting: unsetRecovery
        ? {}
        : { RecoveryMechanisms: ways.length > 0 ? ways : [{ Name: 'admin_only', Priority: 1 }] },
    });
    Object.assign(stored.mfa, {
      sms: pool.offered.includes('sms'),
      totp: { Enabled: pool.offered.includes('totp') },
      email: pool.offered.includes('email') ? {} : undefined,
    });
    const user = stored.users.get(USER);
    if (!user) throw new Error('no user');
    user.attributes = has.flatMap((channel) => {
      const [name, value] = ADDRESS[channel];
      return [
        { Name: name, Value: value },
        { Name: `${name}_verified`, Value: 'true' },
      ];
    });
    user.settings = settings.enabled.map((factor) => CHALLENGE[factor as Factor]);
    Object.assign(user, {
      preferred: settings.preferred && CHALLENGE[settings.preferred],
      totpRegistered: settings.app,
      totpSwitchedOff: switchedOff,
    });
    delete user.failures;
  });
}
