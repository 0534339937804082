import { facetOf, type PoolSpec } from '../facets/index.js';
import type { PoolIdentity } from '../model/facet.js';
import { type Address, type Entry, type PoolState, settingName } from '../model/state.js';
import { desired as desiredOf } from '../spec/desired.js';
import { settingArguments } from '../synth/arguments.js';
import { terraformContext } from '../synth/context.js';
import type { Draft } from './draft.js';
import type { Remark } from './remarks.js';

/**
 * Names the settings that Terraform must not be told: those whose defaults synth would write though the live pool never had
 * them set, because the plan after the import has to be empty; and what it takes only of objects that it makes itself.
 */
export function withLeftOut(draft: Draft, live: PoolState, identity: PoolIdentity): Draft {
  const desired = desiredOf(draft.sections as unknown as PoolSpec);
  const names = [...desired.entries].flatMap(([address, entry]) => {
    const context = terraformContext(desired, identity, entry);
    const isTold = (setting: string): boolean => {
      const field = facetOf(entry.facet)?.fields[setting];
      return field !== undefined && Object.keys(settingArguments(entry, setting, field, context)).length > 0;
    };
    return [...neverSet(entry, live.entries.get(address)), ...takenOnce(address, entry)].flatMap(({ setting, name }) =>
      isTold(setting) ? [name] : [],
    );
  });
  const leaveOut = [...new Set(names)].sort();
  return leaveOut.length === 0 ? draft : { sections: { ...draft.sections, terraform: { leaveOut } } };
}

/** A setting, and its name in the list. */
interface Named {
  readonly setting: string;
  readonly name: string;
}

function neverSet({ facet, declared }: Entry, live: Entry | undefined): Named[] {
  const silent = [...(live?.silent ?? [])].filter((setting) => !declared?.has(setting));
  return silent.map((setting) => ({ setting, name: `${facet}.${setting}` }));
}

function takenOnce(address: Address, { facet }: Entry): Named[] {
  const rows = Object.entries(facetOf(facet)?.fields ?? {}).filter(([, { creationOnly }]) => creationOnly);
  return rows.map(([setting]) => ({ setting, name: settingName(address, setting) }));
}

const NEVER_SET = 'Never set in the live pool: Terraform would plan to set the defaults.';
const TAKEN_ONCE =
  'Taken when Terraform makes an object: told of it, every later update of one that was imported ends in an error.';

/** Why they are named. */
export function leftOut({ sections }: Draft): Remark[] {
  const names = (sections['terraform']?.['leaveOut'] ?? []) as readonly string[];
  const ofObjects = names.filter((name) => name.split('.').length > 2);
  const texts = [
    ...(names.length > ofObjects.length ? [NEVER_SET] : []),
    ...(ofObjects.length > 0 ? [TAKEN_ONCE] : []),
  ];
  return texts.map((text) => ({ place: { address: 'terraform', setting: 'leaveOut' }, text }));
}
