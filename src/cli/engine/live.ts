import { auditPool, type PoolAudit, type Subject } from '../../audit/audit.js';
import type { Meter, PoolReader, PoolWriter } from '../../audit/ports.js';
import { connect } from '../../aws/client.js';
import { poolReader } from '../../aws/reads.js';
import { poolWriter } from '../../aws/writes.js';
import type { LoadedSpec } from '../../spec/load.js';
import type { LiveArgs } from '../engines.js';
import { outputsOf } from './deployed.js';
import { today } from './outcome.js';

/** Connections of one run, one a Region, made when they are needed. */
export interface Live {
  readonly meter: Meter;
  reader(region: string): Promise<PoolReader>;
  writer(region: string): Promise<PoolWriter>;
}

/** Pools audited at the same time. */
const POOLS_AT_ONCE = 4;

/** Opens nothing yet; see `Live`. */
export function live(args: LiveArgs): Live {
  const meter: Meter = { calls: 0, waitedMs: 0 };
  const client = once((region) => connect(connection(args, region), meter));
  const reader = once(async (region) => poolReader(await client(region)));
  return { meter, reader, writer: async (region) => poolWriter(await client(region)) };
}

/** Percent: a nightly run leaves the other half to the sign-ins. */
const HALF = 50;

/** AWS's quotas are AWS's: another server has none, unless somebody says so. */
function shareOf({ quotaShare, endpointUrl, io: { env } }: LiveArgs): number | undefined {
  const elsewhere = endpointUrl ?? env['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'] ?? env['AWS_ENDPOINT_URL'];
  return quotaShare ?? (elsewhere ? undefined : HALF);
}

function connection(args: LiveArgs, region: string) {
  const { endpointUrl, profile, roleArn, region: forced } = args;
  const quotaShare = shareOf(args);
  return {
    region: forced ?? region,
    ...(quotaShare !== undefined && { quotaShare }),
    ...(endpointUrl && { endpointUrl }),
    ...(profile && { profile }),
    ...(roleArn && { roleArn }),
  };
}

function once<T>(make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

/** A spec with what its last deploy wrote down. */
export function subjectOf({ document, spec, accepted }: LoadedSpec, args: LiveArgs): Subject {
  return { document, spec, accepted, outputs: outputsOf(spec, args), today: today(args.io) };
}

/** Audits all subjects, a few at once, in their order. */
export async function auditAll(
  subjects: readonly Subject[],
  connections: Live,
  signal: AbortSignal,
): Promise<PoolAudit[]> {
  const audits: PoolAudit[] = new Array(subjects.length);
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < subjects.length; index = next++) {
      signal.throwIfAborted();
      const subject = subjects[index] as Subject;
      audits[index] = await auditPool(subject, await connections.reader(subject.spec.pool.region));
    }
  };
  await Promise.all(Array.from({ length: Math.min(POOLS_AT_ONCE, subjects.length) }, worker));
  return audits;
}
