import { FACETS } from '../facets/index.js';
import type { Facet, KeyedFacet, PoolIdentity, TerraformContext, TerraformResource } from '../model/facet.js';
import { mergePieces } from '../model/merge.js';
import { type Address, type Entry, type PoolState, valueAt } from '../model/state.js';
import { entryArguments, valuesOf } from './arguments.js';
import { terraformContext } from './context.js';
import { logicalName, POOL } from './names.js';

export { logicalName, POOL };

/** The Terraform resources that make a pool what is desired, as plain data, in a stable order. */
export function resources(desired: PoolState, identity: PoolIdentity): readonly TerraformResource[] {
  const context = terraformContext(desired, identity);
  const facets = FACETS as readonly Facet[];
  return [
    poolResource(facets, desired, context),
    ...facets.flatMap((facet) => (facet.kind === 'keyed' ? objectResources(facet, desired, context) : [])),
    ...facets.flatMap((facet) => extraResources(facet, desired, context)),
  ];
}

/** Addresses of resources that may be in the state from an earlier spec and must be forgotten instead of destroyed. */
export function forgotten(wanted: readonly TerraformResource[]): readonly string[] {
  const present = new Set(wanted.map(({ type, name }) => `${type}.${name}`));
  return (FACETS as readonly Facet[])
    .flatMap((facet) => facet.outliving ?? [])
    .filter((address) => !present.has(address));
}

function entriesOf(facet: Facet, desired: PoolState): Entry[] {
  return [...desired.entries.values()].filter((entry) => entry.facet === facet.id);
}

function poolResource(facets: readonly Facet[], desired: PoolState, context: TerraformContext): TerraformResource {
  const pieces = facets.flatMap((facet) => {
    const entries = entriesOf(facet, desired);
    if (facet.kind === 'single' && facet.resource === 'aws_cognito_user_pool')
      return entries.flatMap((entry) => entryArguments(facet, entry, desired, context.identity));
    if (facet.kind === 'keyed' && facet.assembleAll)
      return [facet.assembleAll(new Map(entries.map((entry) => [entry.key ?? '', valuesOf(entry)])), context)];
    return [];
  });
  return {
    type: 'aws_cognito_user_pool',
    name: POOL,
    arguments: mergePieces(pieces),
    lifecycle: {
      preventDestroy: valueAt(desired, 'terraform.preventDestroy') === true,
      ignoreChanges: facets.flatMap(fixedArguments),
    },
  };
}

/** Arguments of the pool that only its creation may set. */
function fixedArguments({ fields }: Facet): string[] {
  return Object.values(fields).flatMap(({ fixedAtCreation }) => fixedAtCreation ?? []);
}

function objectResources(facet: KeyedFacet, desired: PoolState, context: TerraformContext): TerraformResource[] {
  const { resource } = facet;
  if (resource === undefined || resource === 'aws_cognito_user_pool') return [];
  return entriesOf(facet, desired).map(
    (entry) =>
      ({
        type: resource,
        name: logicalName(entry.key ?? ''),
        arguments: mergePieces(entryArguments(facet, entry, desired, context.identity)),
        ...ordered(facet, entry, desired),
      }) as TerraformResource,
  );
}

/** What the entries of a facet say beside their arguments: what must exist first, and what Terraform must not compare. */
function ordered(
  facet: KeyedFacet,
  entry: Entry,
  desired: PoolState,
): Pick<TerraformResource, 'dependsOn' | 'lifecycle'> {
  const values = valuesOf(entry);
  const dependsOn = (facet.needs?.(values) ?? []).flatMap((address) => addressIn(address, desired));
  const ignoreChanges = facet.ignoreChanges?.(values) ?? [];
  return {
    ...(dependsOn.length > 0 && { dependsOn: [...new Set(dependsOn)].sort() }),
    ...(ignoreChanges.length > 0 && { lifecycle: { ignoreChanges } }),
  };
}

/** The Terraform addresses of an object of the spec, or of all of a facet; none for what the spec does not declare. */
function addressIn(address: Address, desired: PoolState): string[] {
  const all = (FACETS as readonly Facet[]).find(({ id, kind }) => kind === 'keyed' && id === address);
  const entry = desired.entries.get(address);
  const facet = all ?? (FACETS as readonly Facet[]).find(({ id }) => id === entry?.facet);
  const entries = all ? entriesOf(all, desired) : entry ? [entry] : [];
  return facet?.resource ? entries.map(({ key = '' }) => `${facet.resource}.${logicalName(key)}`) : [];
}

function extraResources(facet: Facet, desired: PoolState, context: TerraformContext): readonly TerraformResource[] {
  return entriesOf(facet, desired).flatMap((entry) => facet.resources?.(valuesOf(entry), context) ?? []);
}
