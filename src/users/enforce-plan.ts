import { type Count, NOBODY, oneMore } from './count.js';
import type { Recorded } from './journal-lines.js';
import { isJudged } from './judge-user.js';
import { type LeftAlone, leavingAlone } from './left-alone.js';
import { differs, type Measure, type Measured, measured } from './measured.js';
import type { OpenSuspension, SuspensionOf } from './open-suspensions.js';
import { pages } from './pages.js';
import type { Phones } from './phones.js';
import type { MissingReason } from './policy.js';
import type { Factor, PoolMfa } from './pool-mfa.js';
import type { Address, ListedUser, UserReader, UserSettings } from './ports.js';
import type { UserName } from './user-names.js';

/** What is planned of a user. */
export interface Planned {
  readonly user: string;
  readonly app: boolean;
  readonly before: Recorded;
  readonly wanted: Recorded;
  /** A number that is set first. */
  readonly phone?: { readonly before: Address | null; readonly wanted: Address };
}

/** What is planned of all; its size does not depend on the number of users. */
export interface PlanSummary extends LeftAlone {
  /** Users held against the policy. */
  readonly looked: number;
  /** Users who would be changed. */
  readonly changing: number;
  /** Disabled, not confirmed, or signing in elsewhere. */
  readonly passedOver: number;
  /** By what is done to them: `enable email; prefer email`. */
  readonly changes: readonly (readonly [string, Count])[];
  /** By what stands in the way: `sms no-address`. */
  readonly missing: readonly (readonly [string, Count])[];
  /** Who keep a factor that the policy does not name, because MFA is required, or because they would have none left. */
  readonly keeping: Count;
  /** Lines of the file of numbers that name nobody. */
  readonly unused?: { readonly count: number; readonly lines: readonly number[] };
}

/** How users are planned for. */
export interface Planning {
  readonly pool: PoolMfa;
  readonly poolId: string;
  readonly reader: UserReader;
  readonly measure: Measure;
  /** Whose second factor is suspended. */
  readonly suspensionOf: SuspensionOf;
  readonly phones?: Phones | undefined;
  /** The numbers of the file are known to belong to the users. */
  readonly phonesVerified: boolean;
  readonly name: UserName;
  readonly signal: AbortSignal;
  /** Is told what is planned, page by page. */
  readonly onPage: (planned: readonly Planned[], looked: number) => Promise<void>;
}

/** Requests under way at once. */
const AT_ONCE = 8;

/** Holds all users against the policy, page by page; changes nothing. Rejects where one of them could not be read. */
export async function planUsers(planning: Planning): Promise<PlanSummary> {
  const tally = tallying(planning.name);
  for await (const { users } of pages(planning.reader, planning.poolId, undefined)) {
    planning.signal.throwIfAborted();
    const planned: Planned[] = [];
    const judged = users.filter((user) => isJudged(user) && user.status !== 'EXTERNAL_PROVIDER');
    tally.passOver(users.length - judged.length);
    for (let from = 0; from < judged.length; from += AT_ONCE) {
      planning.signal.throwIfAborted();
      const some = judged.slice(from, from + AT_ONCE);
      const read = await Promise.all(some.map((user) => planning.reader.settings(planning.poolId, user.username)));
      for (const [index, user] of some.entries()) planned.push(...planOne(user, read[index], planning, tally));
    }
    await planning.onPage(planned, tally.looked());
  }
  planning.signal.throwIfAborted();
  const { unused } = planning.phones ?? {};
  return { ...tally.summary(), ...(unused && { unused: unused() }) };
}

function planOne(
  user: ListedUser,
  settings: UserSettings | undefined,
  { pool, measure, suspensionOf, phones, phonesVerified }: Planning,
  tally: Tally,
): Planned[] {
  const number = phones?.of(user);
  if (settings === undefined) {
    tally.passOver(1);
    return [];
  }
  const suspension = suspensionOf(user);
  if (suspension) {
    tally.leave(user, suspension);
    return [];
  }
  const phone = number === undefined ? undefined : newPhone(user, number, phonesVerified);
  const one = measured(measure, pool, phone ? { ...user, phone: phone.wanted } : user, settings);
  const changing = differs(one) || phone !== undefined;
  tally.add(user, one, changing ? wordsOf(one, phone) : undefined);
  return changing ? [planned(user, settings, one, phone)] : [];
}

/** Undefined where the user has the number already. */
function newPhone({ phone: before }: ListedUser, value: string, said: boolean): Planned['phone'] {
  const verified = said || (before?.value === value && before.verified);
  if (before?.value === value && before.verified === verified) return undefined;
  return { before: before ?? null, wanted: { value, verified } };
}

function planned(
  { username }: ListedUser,
  { enabled, preferred, app }: UserSettings,
  { wanted }: Measured,
  phone: Planned['phone'],
): Planned {
  return {
    user: username,
    app,
    before: { enabled, ...(preferred && { preferred }) },
    wanted: { enabled: wanted.enabled, ...(wanted.preferred && { preferred: wanted.preferred }) },
    ...(phone && { phone }),
  };
}

const NAME: Readonly<Record<Factor, string>> = { email: 'e-mail', sms: 'SMS', totp: 'the app' };

const factorNames = (factors: readonly Factor[]): string => factors.map((factor) => NAME[factor]).join(' and ');

function wordsOf({ on, off, prefers, wanted }: Measured, phone: Planned['phone']): string {
  const number = phone && numberWords(phone);
  return [
    ...(number ? [number] : []),
    ...(on.length > 0 ? [`enable ${factorNames(on)}`] : []),
    ...(off.length > 0 ? [`switch off ${factorNames(off)}`] : []),
    ...(prefers && wanted.preferred ? [`prefer ${NAME[wanted.preferred]}`] : []),
  ].join(', ');
}

function numberWords({ before, wanted }: NonNullable<Planned['phone']>): string {
  if (before === null) return `set the phone number${wanted.verified ? ', verified' : ''}`;
  return before.value === wanted.value ? 'set the phone number verified' : 'replace the phone number';
}

/** Counts what is planned. */
type Tally = ReturnType<typeof tallying>;

function tallying(name: UserName) {
  let [looked, changing, passedOver] = [0, 0, 0];
  const [changes, missing] = [new Map<string, Count>(), new Map<string, Count>()];
  let keeping = NOBODY;
  const left = leavingAlone(name);
  const count = (counts: Map<string, Count>, key: string, user: ListedUser) =>
    counts.set(
      key,
      oneMore(counts.get(key), () => name(user)),
    );
  return {
    looked: () => looked,
    passOver(users: number) {
      passedOver += users;
    },
    leave(user: ListedUser, suspension: OpenSuspension) {
      looked += 1;
      left.add(user, suspension);
    },
    add(user: ListedUser, { wanted, demand }: Measured, change: string | undefined) {
      looked += 1;
      if (change !== undefined) {
        changing += 1;
        count(changes, change, user);
      }
      const reached = demand.factors.length - wanted.missing.length;
      if (demand.factors.length > 0 && reached === 0)
        count(missing, wanted.missing.map(({ factor, reason }) => `${factor} ${reason}`).join(', '), user);
      const kept = demand.factors.length > 0 && wanted.enabled.some((factor) => !demand.factors.includes(factor));
      if (kept) keeping = oneMore(keeping, () => name(user));
    },
    summary: (): PlanSummary => ({
      looked,
      changing,
      passedOver,
      changes: sorted(changes),
      missing: sorted(missing),
      keeping,
      ...left.counts(),
    }),
  };
}

/** Most users first. */
function sorted(counts: ReadonlyMap<string, Count>): [string, Count][] {
  return [...counts].sort(([a, one], [b, other]) => other.users - one.users || (a < b ? -1 : 1));
}

const REASON: Readonly<Record<MissingReason, (factor: Factor) => string>> = {
  'not-offered': (factor) => `the pool does not offer ${NAME[factor]}`,
  'no-address': (factor) => (factor === 'email' ? 'no e-mail address' : 'no phone number'),
  'no-app': () => 'no authenticator app that AWS lists',
};

/** `no phone number, no authenticator app`, of a key of `missing`. */
export function missingWords(key: string): string {
  return key
    .split(', ')
    .map((one) => {
      const [factor, reason] = one.split(' ') as [Factor, MissingReason];
      return REASON[reason](factor);
    })
    .join(', ');
}
