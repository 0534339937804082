import { FACETS } from '../facets/index.js';
import type { Facet, KeyedFacet, PoolIdentity } from '../model/facet.js';
import type { PoolState } from '../model/state.js';
import { terraformContext } from '../synth/context.js';

/** The operations that a fix may send, as the rows say: of their settings, and to make an object. */
export function writeOperations(desired: PoolState, identity: PoolIdentity): readonly string[] {
  const context = terraformContext(desired, identity);
  const settings = (FACETS as readonly Facet[]).flatMap(({ fields }) =>
    Object.values(fields).flatMap(({ write, example, default: initial }) =>
      (write?.(example ?? initial, context) ?? []).map(({ operation }) => operation),
    ),
  );
  const made = keyed().flatMap(({ key, create }) => {
    const call = create?.({ key: key.example, values: {}, owner: key.example }, context);
    return call ? [call.operation] : [];
  });
  return sorted([...settings, ...made]);
}

/** The operations of `fix --delete`. */
export function deleteOperations(): readonly string[] {
  return sorted(keyed().flatMap(({ key, remove }) => remove?.({ key: key.example, id: key.example }).operation ?? []));
}

function keyed(): readonly KeyedFacet[] {
  return (FACETS as readonly Facet[]).filter((facet): facet is KeyedFacet => facet.kind === 'keyed');
}

function sorted(operations: readonly string[]): readonly string[] {
  return [...new Set(operations)].sort();
}
