import type { Facet, Field, PoolIdentity, TerraformContext } from '../model/facet.js';
import type { Entry, PoolState } from '../model/state.js';
import { terraformContext } from './context.js';

/**
 * What one setting writes into its resource; empty when it writes nothing. Every setting is written out with its value,
 * default or not, so that Terraform sees as much drift as it can (an Optional and Computed argument that is left out
 * shows none). The exception are arguments that force replacement: those only when the spec says them, because an
 * imported pool must not be replaced by a default that we wrote down.
 */
export function settingArguments(entry: Entry, name: string, field: Field<any>, context: TerraformContext): object {
  const wanted = entry.settings.get(name);
  if (wanted?.kind !== 'value' || typeof field.terraform !== 'function') return {};
  if (!entry.declared?.has(name) && (field.onChange === 'replace' || isLeftOut(entry, name, context))) return {};
  return field.terraform(wanted.value, context);
}

/** The spec asks not to write a default down: the live pool never had the setting. */
function isLeftOut({ facet }: Entry, name: string, { desired }: TerraformContext): boolean {
  return ((desired('terraform.leaveOut') ?? []) as readonly string[]).includes(`${facet}.${name}`);
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
