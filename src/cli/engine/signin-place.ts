import { auditPool, type PoolAudit } from '../../audit/audit.js';
import type { PoolReader } from '../../audit/ports.js';
import { PoolwardError } from '../../model/errors.js';
import { addressOf } from '../../model/state.js';
import type { LoadedSpec } from '../../spec/load.js';
import type { LiveArgs } from '../engines.js';
import { type Live, subjectOf } from './live.js';

/** A deployed client. */
export interface Place {
  readonly poolId: string;
  readonly clientId: string;
}

/** Finds the client of a spec's key. What the last deploy wrote down needs no call, and so no credentials. */
export async function placeOf(spec: LoadedSpec, key: string, connections: Live, args: LiveArgs): Promise<Place> {
  const subject = subjectOf(spec, args);
  const known = {
    poolId: spec.spec.pool.userPoolId ?? subject.outputs.userPoolId,
    clientId: subject.outputs.ids.get(addressOf('clients', key)),
  };
  const { poolId, clientId } = known;
  const place = poolId && clientId ? { poolId, clientId } : await livePlace(spec, key, connections, args);
  sameRegion(place.poolId, spec, args);
  return place;
}

async function livePlace(spec: LoadedSpec, key: string, connections: Live, args: LiveArgs): Promise<Place> {
  const reader = await connections.reader(spec.spec.pool);
  const narrow: PoolReader = {
    ...reader,
    read: (request) => reader.read({ ...request, sections: ['pool', 'clients'], users: [] }),
  };
  const { poolId, live } = seenOf(await auditPool(subjectOf(spec, args), narrow));
  const address = addressOf('clients', key);
  const clientId = live.entries.get(address)?.id;
  if (clientId !== undefined) return { poolId, clientId };
  throw noClient(key, poolId, live.unreadable.get('clients'), live.ambiguous.has(address));
}

function seenOf({ seen, findings }: PoolAudit): NonNullable<PoolAudit['seen']> {
  if (seen) return seen;
  const [problem] = findings;
  throw new PoolwardError('pool-not-read', problem?.message ?? 'The pool was not read.', {
    fault: 'environment',
    help: `${problem?.help ?? ''} ${WITHOUT}`.trim(),
  });
}

const WITHOUT = 'With the outputs of the deploy (--state) no credentials are needed to find it.';

function noClient(key: string, poolId: string, unread: string | undefined, ambiguous: boolean): PoolwardError {
  if (unread !== undefined)
    return new PoolwardError('clients-not-read', `The clients of ${poolId} could not be read: ${unread}.`, {
      fault: 'environment',
      help: `The role needs ListUserPoolClients and DescribeUserPoolClient. ${WITHOUT}`,
    });
  const found = ambiguous ? 'several clients of that name' : 'no such client';
  return new PoolwardError('client-not-deployed', `The live pool ${poolId} has ${found}: clients.${key}.`, {
    fault: 'environment',
    help: ambiguous ? 'Give the outputs of the deploy with --state.' : 'Deploy the spec; `poolward audit` compares.',
  });
}

/** An id says its Region. --region looks elsewhere on purpose, as at a replica. */
function sameRegion(poolId: string, { spec, document }: LoadedSpec, { region }: LiveArgs): void {
  const own = poolId.slice(0, poolId.indexOf('_'));
  if (region !== undefined || own === spec.pool.region || !poolId.includes('_')) return;
  throw new PoolwardError(
    'other-region',
    `${poolId} is a pool of ${own}, and ${document.file} says ${spec.pool.region}.`,
    {
      fault: 'user',
      help: 'Correct pool.region or pool.userPoolId, or give the outputs of the right deploy.',
    },
  );
}
