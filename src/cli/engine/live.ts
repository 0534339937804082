import { auditPool, type PoolAudit, type Subject } from '../../audit/audit.js';
import type { Meter, PoolReader, PoolWriter } from '../../audit/ports.js';
import type { Trail } from '../../audit/trail.js';
import { type ConnectionOptions, connect } from '../../aws/client.js';
import { PATIENCE } from '../../aws/open.js';
import { poolReader } from '../../aws/reads.js';
import { type SignInPlace, signInPort } from '../../aws/sign-in.js';
import { userWriter as writerOfUsers } from '../../aws/user-writes.js';
import { userReader } from '../../aws/users.js';
import { poolWriter } from '../../aws/writes.js';
import type { Access } from '../../model/config.js';
import type { Cloud } from '../../preflight/cloud.js';
import type { SignInPort } from '../../signin/ports.js';
import type { LoadedSpec } from '../../spec/load.js';
import type { AppRemover, UserReader, UserWriter } from '../../users/ports.js';
import type { LiveArgs } from '../engines.js';
import { outputsOf } from './deployed.js';
import { today } from './outcome.js';

/** Where pools are: an account, where the spec says it, and a Region. */
export interface Place {
  readonly region: string;
  readonly account?: string;
}

/** Connections of one run, one an account and Region, made when they are needed. */
export interface Live {
  readonly meter: Meter;
  reader(place: Place): Promise<PoolReader>;
  writer(place: Place): Promise<PoolWriter>;
  trail(place: Place): Promise<Trail>;
  users(place: Place): Promise<UserReader>;
  userWriter(place: Place): Promise<UserWriter & AppRemover>;
  /** The ARN of the credentials; undefined where nobody says. */
  caller(place: Place): Promise<string | undefined>;
  /** For one sign-in: nothing keeps it below a quota. */
  signIn(place: Place, where: SignInPlace): Promise<SignInPort>;
}

/** Pools audited at the same time. */
const POOLS_AT_ONCE = 4;

/** Opens nothing yet; see `Live`. `accounts` says as whom each account is looked at. */
export function live(args: LiveArgs, accounts: Readonly<Record<string, Access>> = {}): Live {
  args.io.heed();
  const meter: Meter = { calls: 0, waitedMs: 0 };
  const client = once((place) => connect(connection(args, place, accounts), meter));
  const reader = once(async (place) =>
    poolReader(await client(place), () => accountOf(connection(args, place, accounts), meter)),
  );
  const trail = once(async (place) => {
    const { trail: open } = await import('../../aws/cloudtrail.js');
    return open({ ...connection(args, place, accounts), now: args.io.now(), signal: args.signal }, meter);
  });
  const users = async (place: Place) => userReader(await client(place));
  const userWriter = async (place: Place) => writerOfUsers(await client(place));
  const caller = (place: Place) => callerOf(connection(args, place, accounts), meter);
  const signIn = async (place: Place, where: SignInPlace) => {
    const { quotaShare: _, ...options } = connection(args, place, accounts);
    return signInPort(await connect({ ...options, patience: { ...PATIENCE, attempts: 3 } }, meter), where);
  };
  return {
    meter,
    signIn,
    reader,
    writer: async (place) => poolWriter(await client(place)),
    trail,
    users,
    userWriter,
    caller,
  };
}

/** Whose the credentials are. Another server than AWS has no accounts to ask about. */
async function accountOf(options: ConnectionOptions, meter: Meter): Promise<string | undefined> {
  return options.quotaShare === undefined ? undefined : (await cloudOf(options, meter)).account(options.region);
}

/** Good to know, and no reason to stop. */
async function callerOf(options: ConnectionOptions, meter: Meter): Promise<string | undefined> {
  if (options.quotaShare === undefined) return undefined;
  return (await cloudOf(options, meter)).caller(options.region).catch(() => undefined);
}

async function cloudOf({ region: _, quotaShare: __, ...access }: ConnectionOptions, meter: Meter): Promise<Cloud> {
  const { services } = await import('../../aws/services.js');
  return services(access, meter);
}

/** Percent: a nightly run leaves the other half to the sign-ins. */
const HALF = 50;

/** AWS's quotas are AWS's: another server has none, unless somebody says so. */
function shareOf({ quotaShare, endpointUrl, io: { env } }: LiveArgs): number | undefined {
  const elsewhere = endpointUrl ?? env['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'] ?? env['AWS_ENDPOINT_URL'];
  return quotaShare ?? (elsewhere ? undefined : HALF);
}

function connection(
  args: LiveArgs,
  { region, account = '' }: Place,
  accounts: Readonly<Record<string, Access>>,
): ConnectionOptions {
  const { endpointUrl, region: forced } = args;
  const said = args.profile === undefined && args.roleArn === undefined ? accounts[account] : undefined;
  const { profile = args.profile, roleArn = args.roleArn } = said ?? {};
  const quotaShare = shareOf(args);
  return {
    region: forced ?? region,
    signal: args.signal,
    ...(quotaShare !== undefined && { quotaShare }),
    ...(endpointUrl && { endpointUrl }),
    ...(profile && { profile }),
    ...(roleArn && { roleArn }),
  };
}

function once<T>(make: (place: Place) => Promise<T>): (place: Place) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (place) => {
    const key = `${place.account} ${place.region}`;
    const known = made.get(key) ?? make(place);
    made.set(key, known);
    return known;
  };
}

/** A spec with what its last deploy wrote down. */
export function subjectOf({ document, spec, accepted }: LoadedSpec, args: LiveArgs): Subject {
  return { document, spec, accepted, outputs: outputsOf(spec, args), today: today(args.io) };
}

/** Audits all subjects, a few at once, in their order; `keep` says what of each is kept. */
export async function auditAll(
  subjects: readonly Subject[],
  connections: Live,
  { signal, talk }: Pick<LiveArgs, 'signal' | 'talk'>,
  keep: (audit: PoolAudit) => PoolAudit = (audit) => audit,
): Promise<PoolAudit[]> {
  const audits: PoolAudit[] = new Array(subjects.length);
  let done = 0;
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < subjects.length; index = next++) {
      signal.throwIfAborted();
      const subject = subjects[index] as Subject;
      audits[index] = keep(await auditPool(subject, await connections.reader(subject.spec.pool)));
      done += 1;
      talk.progress(done, subjects.length, subject.document.file);
    }
  };
  await Promise.all(Array.from({ length: Math.min(POOLS_AT_ONCE, subjects.length) }, worker));
  // What was given up was not looked at, and is no finding either.
  signal.throwIfAborted();
  return audits;
}
