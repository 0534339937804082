// What an engineer saw on real pools, two tables of it. Its pools had several ways of recovery; which came first is not said.

import type { UserMfa } from './decision.js';
import { type Outcome, outcomeKey } from './outcome.js';
import type { Channel, Factor, PoolMfa } from './pool-mfa.js';

/** What was seen of a user, where the documentation has it otherwise. */
export interface Observed {
  /** One sentence. */
  readonly text: string;
  /** The factor that was asked for; `none` where sign-in could not be completed, `impossible` where no such user exists. */
  readonly saw: Factor | 'none' | 'impossible';
  readonly source: string;
}

interface Row {
  readonly offered: readonly Factor[];
  readonly has: readonly Channel[];
  readonly app: boolean;
  readonly enabled: readonly Factor[];
  readonly preferred?: Factor;
  readonly saw: Observed['saw'];
}

const ALL = { offered: ['email', 'sms', 'totp'], app: false } as const;
const SMS = { offered: ['sms', 'totp'], app: true } as const;
const BOTH = ['email', 'phone'] as const;

const ROWS: readonly Row[] = [
  { ...ALL, has: ['email'], enabled: [], saw: 'email' },
  { ...ALL, has: ['email'], enabled: ['email'], saw: 'email' },
  { ...ALL, has: ['email'], enabled: ['sms'], saw: 'none' },
  { ...ALL, has: BOTH, enabled: ['email'], saw: 'impossible' },
  { ...ALL, has: BOTH, enabled: ['sms'], saw: 'email' },
  { ...ALL, has: BOTH, enabled: ['email', 'sms'], preferred: 'email', saw: 'email' },
  { ...ALL, has: BOTH, enabled: ['email', 'sms'], preferred: 'sms', saw: 'sms' },
  { ...SMS, has: ['email'], enabled: [], saw: 'totp' },
  { ...SMS, has: BOTH, enabled: [], saw: 'none' },
  { ...SMS, has: BOTH, enabled: ['sms'], saw: 'sms' },
  { ...SMS, has: BOTH, enabled: ['totp'], preferred: 'totp', saw: 'totp' },
  { ...SMS, has: BOTH, enabled: ['sms', 'totp'], preferred: 'sms', saw: 'sms' },
];

/** The article that the tables are of. */
const SOURCE = '“Amazon Cognitoの複数MFA設定について” (zenn.dev), observed on real pools';

/** What was seen of such a user in such a pool, where it is not what is documented. */
export function observationOf(pool: PoolMfa, user: UserMfa, documented: Outcome): Observed | undefined {
  if (pool.mode !== 'required' || pool.recovery.length < 2 || user.federated) return undefined;
  const row = ROWS.find((one) => isOf(one, pool, user));
  if (row === undefined || row.saw === outcomeKey(documented)) return undefined;
  return { saw: row.saw, text: TEXT[row.saw], source: SOURCE };
}

const TEXT: Readonly<Record<Observed['saw'], string>> = {
  email: 'Such a user was asked for a code by e-mail.',
  sms: 'Such a user was asked for a code by SMS.',
  totp: 'Such a user was asked for a code of the authenticator app.',
  none: 'Such a user was asked for no factor that worked, and could not sign in.',
  impossible: 'Such a user does not come about: a phone number turns SMS on for the user where the pool offers it.',
};

function isOf(row: Row, pool: PoolMfa, user: UserMfa): boolean {
  const same = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join();
  return (
    same(row.offered, pool.offered) &&
    same(row.has, user.has) &&
    same(row.enabled, user.enabled) &&
    row.app === user.app &&
    row.preferred === user.preferred
  );
}
