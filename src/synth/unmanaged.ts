import { facetOf } from '../facets/index.js';
import { Expression } from '../model/expression.js';
import type { Facet, PoolIdentity, TerraformResource } from '../model/facet.js';
import { type Entry, type PoolState, settingName } from '../model/state.js';
import { settingArguments } from './arguments.js';
import { terraformContext } from './context.js';
import { logicalName, POOL } from './names.js';

/**
 * Makes Terraform leave the unmanaged settings alone. Not writing an argument is not enough: one that is not Computed
 * would be planned back to its default.
 */
export function ignoring(
  all: readonly TerraformResource[],
  desired: PoolState,
  identity: PoolIdentity,
  unmanaged: ReadonlySet<string>,
): readonly TerraformResource[] {
  if (unmanaged.size === 0) return all;
  const ignored = ignoredBy(desired, identity, unmanaged);
  return all.map((resource) => {
    const paths = ignored.get(`${resource.type}.${resource.name}`) ?? [];
    if (paths.length === 0) return resource;
    const ignoreChanges = [...(resource.lifecycle?.ignoreChanges ?? []), ...paths];
    return { ...resource, lifecycle: { ...resource.lifecycle, ignoreChanges } };
  });
}

/** Paths of arguments to ignore, by resource. */
function ignoredBy(desired: PoolState, identity: PoolIdentity, unmanaged: ReadonlySet<string>): Map<string, string[]> {
  const ignored = new Map<string, string[]>();
  for (const [address, entry] of desired.entries) {
    const facet = facetOf(entry.facet);
    if (!facet?.resource) continue;
    const names = [...entry.settings.keys()].filter((name) => unmanaged.has(settingName(address, name)));
    const paths = names.flatMap((name) => pathsOf(facet, entry, name, desired, identity));
    const resource = resourceOf(facet, entry);
    if (paths.length > 0) ignored.set(resource, [...(ignored.get(resource) ?? []), ...paths]);
  }
  return ignored;
}

function resourceOf(facet: Facet, entry: Entry): string {
  const inPool = facet.resource === 'aws_cognito_user_pool';
  return `${facet.resource}.${inPool ? POOL : logicalName(entry.key ?? '')}`;
}

/** The arguments that a setting writes with its value or, where it has none, with its example. */
function pathsOf(facet: Facet, entry: Entry, name: string, desired: PoolState, identity: PoolIdentity): string[] {
  const field = facet.fields[name];
  if (!field) return [];
  const wanted = entry.settings.get(name);
  const value = wanted?.kind === 'value' ? wanted : { kind: 'value' as const, value: field.example ?? field.default };
  const said = { ...entry, settings: new Map(entry.settings).set(name, value), declared: new Set([name]) };
  return leafPaths(settingArguments(said, name, field, terraformContext(desired, identity, said)));
}

/** Arguments that are maps to Terraform, not blocks. */
const MAPS = new Set(['tags', 'attributes', 'attributeMapping', 'providerDetails']);

/** `password_policy[0].minimum_length`: blocks are lists to Terraform. A map is ignored as a whole. */
function leafPaths(value: object, before = ''): string[] {
  return Object.entries(value).flatMap(([key, member]) => {
    const path = `${before}${snake(key)}`;
    const block = Array.isArray(member) && member.length === 1 && isBlock(member[0]) ? member[0] : member;
    return isBlock(block) && !MAPS.has(key) ? leafPaths(block, `${path}[0].`) : [path];
  });
}

function isBlock(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Expression);
}

/** The bindings' spelling to Terraform's. */
function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
