import { dirname, relative } from 'node:path/posix';
import { SECTIONS } from '../../audit/audit.js';
import type { PoolReader } from '../../audit/ports.js';
import { PoolwardError } from '../../model/errors.js';
import type { Snapshot } from '../../model/facet.js';
import { importsFile } from '../../pull/imports.js';
import { pull } from '../../pull/pull.js';
import type { PullArgs, Pulled } from '../engines.js';
import { live } from './live.js';

/** `eu-west-1_AbCdEfGhI`: the id says the Region. A name with an underscore in it is no id. */
const POOL_ID = /^([a-z]{2,4}(?:-[a-z]+)+-\d+)_[0-9A-Za-z]+$/;
const SCHEMA = 'node_modules/poolward/schema/pool.schema.json';

/** Reads a live pool and makes its spec. */
export async function pullPool(args: PullArgs): Promise<Pulled> {
  const region = regionOf(args);
  const nothing = { say: () => undefined, detail: () => undefined, progress: () => undefined };
  const connections = live({ ...args, region, specs: [], state: undefined, talk: nothing });
  const reader = await connections.reader({ region });
  const poolId = POOL_ID.test(args.pool) ? args.pool : await idOf(args.pool, reader, region);
  args.signal.throwIfAborted();
  const snapshot = await reader.read({ poolId, sections: SECTIONS, users: [] });
  refuseUnread(snapshot, poolId, region);
  const file = args.out ?? 'stdout';
  const { imports, ...rest } = pull(snapshot, { poolId, id: args.id, schema: schemaFrom(args.out), file });
  const notes = imports.impossible.map((address) => `Terraform cannot import ${address}; the plan will create it.`);
  return { ...rest, imports: importsFile(imports.blocks), notes };
}

function regionOf({ pool, region, io }: PullArgs): string {
  const own = POOL_ID.exec(pool)?.[1];
  if (own !== undefined && region !== undefined && own !== region)
    throw new PoolwardError('wrong-region', `The pool ${pool} is in ${own}, not in ${region}.`, { fault: 'user' });
  const found = own ?? region ?? io.env['AWS_REGION'] ?? io.env['AWS_DEFAULT_REGION'];
  if (found) return found;
  throw new PoolwardError('no-region', `A pool's name does not say its Region.`, {
    fault: 'user',
    help: 'Give --region, set AWS_REGION, or name the pool by its id.',
  });
}

async function idOf(name: string, reader: PoolReader, region: string): Promise<string> {
  const ids = await reader.find(name).catch((cause) => {
    throw unread(`Pools in ${region} cannot be listed: ${cause instanceof Error ? cause.message : cause}`, cause);
  });
  const [id] = ids;
  if (id !== undefined && ids.length === 1) return id;
  throw ids.length === 0
    ? new PoolwardError('pool-not-found', `There is no pool named ${name} in ${region}.`, {
        fault: 'user',
        help: 'Check the name, the Region and the account of the credentials.',
      })
    : new PoolwardError('pool-ambiguous', `${ids.length} pools in ${region} are named ${name}: ${ids.join(', ')}.`, {
        fault: 'user',
        help: 'Name the right one by its id.',
      });
}

/** Without the pool itself there is nothing to write down; any other part may be missing, and the spec says so. */
function refuseUnread({ pool }: Snapshot, poolId: string, region: string): void {
  if (pool?.ok) return;
  const reason = pool?.reason ?? 'not read';
  if (!reason.startsWith('ResourceNotFoundException')) throw unread(`The pool ${poolId} cannot be read: ${reason}`);
  throw new PoolwardError('pool-not-found', `AWS knows no pool ${poolId} in ${region}.`, {
    fault: 'user',
    help: 'Check the id, and the account of the credentials.',
  });
}

function unread(message: string, cause?: unknown): PoolwardError {
  const help = 'Check the credentials, the Region and the permissions.';
  return new PoolwardError('cannot-read-pool', message, { fault: 'environment', help, cause });
}

/** The schema as an editor finds it from where the spec will lie. */
function schemaFrom(out: string | undefined): string {
  const folder = out === undefined ? 'configs' : dirname(out.replaceAll('\\', '/'));
  return folder.startsWith('/') ? `../${SCHEMA}` : relative(folder, SCHEMA);
}
