import type { PoolReader } from '../../src/audit/ports.js';
import type { Snapshot } from '../../src/model/facet.js';

/** A reader of one snapshot, which is every pool. */
export function readerOf(snapshot: Snapshot, ids: readonly string[] = []): PoolReader {
  return {
    list: async () => ids.map((id) => ({ id, name: id })),
    account: async () => undefined,
    find: async () => ids,
    read: async () => snapshot,
  };
}
