import type { Facet, Field, PoolIdentity, TerraformContext } from '../model/facet.js';
import { addressOf, type Entry, type PoolState, settingName } from '../model/state.js';
import { terraformContext } from './context.js';

/**
 * What one setting writes into its resource; empty when it writes nothing. Every setting is written out with its value,
 * default or not, so that Terraform sees as much drift as it can (an Optional and Computed argument that is left out
 * shows none). The exception are arguments that force replacement: those only when the spec says them, because an
 * imported pool must not be replaced by a default that we wrote down. One whose default AWS would set for good is written
 * all the same, and Terraform ignores changes of it (`fixedAtCreation`).
 */
export function settingArguments(entry: Entry, name: string, field: Field<any>, context: TerraformContext): object {
  const wanted = entry.settings.get(name);
  if (wanted?.kind !== 'value' || typeof field.terraform !== 'function') return {};
  if (!entry.declared?.has(name) && field.onChange === 'replace' && !field.fixedAtCreation) return {};
  if (isLeftOut(entry, name, context)) return {};
  return field.terraform(wanted.value, context);
}

/**
 * `clients.authFlows`: the spec asks not to write a default down that no live client ever had set. `clients.web.secret`:
 * not to tell what it says, because the object was imported; in another pool than the one it names, it is made.
 */
function isLeftOut(entry: Entry, name: string, { desired }: TerraformContext): boolean {
  const leaveOut = (desired('terraform.leaveOut') ?? []) as readonly string[];
  if (!entry.declared?.has(name) && leaveOut.includes(`${entry.facet}.${name}`)) return true;
  const imported = entry.key !== undefined && desired('pool.userPoolId') !== undefined;
  return imported && leaveOut.includes(settingName(addressOf(entry.facet, entry.key), name));
}

/** The values of an entry, by setting; absent ones are left out. */
export function valuesOf(entry: Entry): Record<string, unknown> {
  const present = [...entry.settings].flatMap(([name, value]) => (value.kind === 'value' ? [[name, value.value]] : []));
  return Object.fromEntries(present);
}

/** The pieces that all settings of an entry write. */
export function entryArguments(facet: Facet, entry: Entry, desired: PoolState, identity: PoolIdentity): object[] {
  const context = terraformContext(desired, identity, entry);
  const rows = Object.entries(facet.fields).map(([name, field]) => settingArguments(entry, name, field, context));
  const together = facet.assemble?.(valuesOf(entry), context, entry.key);
  return together ? [...rows, together] : rows;
}
