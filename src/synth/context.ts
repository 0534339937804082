import type { PoolIdentity, TerraformContext } from '../model/facet.js';
import { type Entry, type PoolState, splitName, valueAt } from '../model/state.js';

/** What rows may ask about the desired side when they write Terraform arguments or calls. */
export function terraformContext(desired: PoolState, identity: PoolIdentity, entry?: Entry): TerraformContext {
  return {
    identity,
    desired: (name) => valueAt(desired, name),
    declared: (name) => {
      const [address, setting] = splitName(name);
      return desired.entries.get(address)?.declared?.has(setting) ?? false;
    },
    own: (setting) => {
      const own = entry?.settings.get(setting);
      return own?.kind === 'value' ? own.value : undefined;
    },
  };
}
