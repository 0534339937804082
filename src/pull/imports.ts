import { facetOf } from '../facets/index.js';
import type { PoolIdentity } from '../model/facet.js';
import type { PoolState } from '../model/state.js';
import { logicalName, POOL, resources } from '../synth/resources.js';
import { terraformLiteral } from '../text/terraform.js';

/** One `import` block. */
export interface Import {
  readonly to: string;
  readonly id: string;
}

/** What Terraform has to import so that its state holds the live pool, and what of the stack cannot be imported. */
export interface Imports {
  readonly blocks: readonly Import[];
  readonly impossible: readonly string[];
}

/** The import blocks of a pulled pool, for the resources that synth makes of its spec. */
export function imports(poolId: string, desired: PoolState, live: PoolState, identity: PoolIdentity): Imports {
  const known = new Map([[`aws_cognito_user_pool.${POOL}`, poolId], ...objects(poolId, desired, live)]);
  const found = resources(desired, identity).map(({ type, name, importId }) => ({
    to: `${type}.${name}`,
    id: known.get(`${type}.${name}`) ?? importId,
  }));
  return {
    blocks: found.flatMap(({ to, id }) => (id === undefined ? [] : [{ to, id }])),
    impossible: found.flatMap(({ to, id }) => (id === undefined ? [to] : [])),
  };
}

function objects(poolId: string, desired: PoolState, live: PoolState): [string, string][] {
  return [...desired.entries].flatMap(([address, entry]): [string, string][] => {
    const facet = facetOf(entry.facet);
    if (!facet?.importId) return [];
    const key = entry.key ?? POOL;
    return [
      [`${facet.resource}.${logicalName(key)}`, facet.importId(poolId, { key, id: live.entries.get(address)?.id })],
    ];
  });
}

/** Terraform reads it beside the stack; ids hold live names. Source: https://developer.hashicorp.com/terraform/language/import */
export function importsFile(blocks: readonly Import[]): string {
  const escaped = blocks.map(({ to, id }) => ({ to, id: terraformLiteral(id) }));
  return `${JSON.stringify({ import: escaped }, null, 2)}\n`;
}
