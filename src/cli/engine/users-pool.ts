import { auditPool, type PoolAudit } from '../../audit/audit.js';
import type { PoolReader } from '../../audit/ports.js';
import type { LoadedSpec } from '../../spec/load.js';
import type { LiveArgs } from '../engines.js';
import { type Live, subjectOf } from './live.js';

/** Finds the pool of a spec and reads what decides about second factors, and nothing else of it. */
export async function poolOf(spec: LoadedSpec, connections: Live, args: LiveArgs): Promise<PoolAudit> {
  const reader = await connections.reader(spec.spec.pool);
  const narrow: PoolReader = {
    ...reader,
    read: (request) => reader.read({ ...request, sections: ['pool', 'mfa'], users: [] }),
  };
  return auditPool(subjectOf(spec, args), narrow);
}
