import { facetOf, type PoolSpec } from '../facets/index.js';
import type { PoolIdentity } from '../model/facet.js';
import type { PoolState } from '../model/state.js';
import { desired as desiredOf } from '../spec/desired.js';
import { settingArguments } from '../synth/arguments.js';
import { terraformContext } from '../synth/context.js';
import type { Draft } from './draft.js';
import type { Remark } from './remarks.js';

/**
 * Names the settings whose defaults synth would write though the live pool never had them set: the plan after the import
 * has to be empty.
 */
export function withLeftOut(draft: Draft, live: PoolState, identity: PoolIdentity): Draft {
  const desired = desiredOf(draft.sections as unknown as PoolSpec);
  const names = [...desired.entries].flatMap(([address, entry]) => {
    const facet = facetOf(entry.facet);
    const context = terraformContext(desired, identity, entry);
    const silent = [...(live.entries.get(address)?.silent ?? [])].filter((setting) => !entry.declared?.has(setting));
    return silent.flatMap((setting) => {
      const field = facet?.fields[setting];
      const written = field ? settingArguments(entry, setting, field, context) : {};
      return Object.keys(written).length > 0 ? [`${entry.facet}.${setting}`] : [];
    });
  });
  const leaveOut = [...new Set(names)].sort();
  return leaveOut.length === 0 ? draft : { sections: { ...draft.sections, terraform: { leaveOut } } };
}

/** Why they are named. */
export function leftOut({ sections }: Draft): Remark[] {
  const text = 'Never set in the live pool: Terraform would plan to set the defaults.';
  return sections['terraform'] ? [{ place: { address: 'terraform', setting: 'leaveOut' }, text }] : [];
}
