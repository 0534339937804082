import { facetOf } from '../facets/index.js';
import type { Change } from '../model/finding.js';
import { type PoolState, yamlPath } from '../model/state.js';
import type { Step } from './plan.js';

/** A pool as it was compared. */
interface Compared {
  readonly live: PoolState;
  readonly changes: readonly Change[];
}

/** Whether a pool is as a step would have it; undefined where that could not be read. */
export function arrived({ changes }: Step, seen: Compared | undefined): boolean | undefined {
  if (!seen) return undefined;
  const each = changes.map((one) => isGone(one, seen));
  if (each.includes(false)) return false;
  return each.includes(undefined) ? undefined : true;
}

/** Looks at what was read, not at findings: what the spec accepts is none, nor is what was not read. */
function isGone(one: Change, { changes, live }: Compared): boolean | undefined {
  if (
    changes.some(
      ({ address, setting, kind }) => address === one.address && setting === one.setting && kind === one.kind,
    )
  )
    return false;
  const [facet = ''] = yamlPath(one.address);
  if (live.unreadable.has(facet)) return undefined;
  const entry = live.entries.get(one.address);
  if (one.kind === 'extra') return entry === undefined;
  if (one.kind === 'missing') return entry !== undefined;
  if (facetOf(facet)?.kind === 'keyed' && entry === undefined) return false;
  const value = entry?.settings.get(one.setting ?? '');
  return value === undefined || value.kind === 'unreadable' ? undefined : true;
}
