// Which members Terraform's provider knows, and how they are said to it: by running the rows.
import type { Facet, TerraformContext } from '../../src/model/facet.js';
import { identityOf } from '../../src/spec/desired.js';
import { namedValues, ROWS, type Row } from '../../test/harness/registry.js';
import { MINIMAL } from '../../test/harness/specs.js';
import { EXCEPTIONS } from '../coverage/exceptions.js';
import { MEMBERS } from '../coverage/members.js';

/** Whether a version of the provider has the resource of a facet. */
export function has({ providerSince }: Facet, version: string): boolean {
  if (!providerSince) return true;
  const installed = version.split('.').map(Number);
  const [at] = providerSince
    .map((part, index) => (installed[index] ?? 0) - part)
    .filter((difference) => difference !== 0);
  return (at ?? 0) >= 0;
}

/** Every other setting is there, and as telling as it can be. */
function telling({ facet }: Row): TerraformContext {
  const value = (path: string): unknown => {
    const row = ROWS.find((one) => one.path === path);
    return row && (row.field.schema['type'] === 'boolean' ? true : (row.field.example ?? row.field.default));
  };
  return {
    identity: identityOf(MINIMAL),
    desired: value,
    declared: () => true,
    own: (setting) => value(`${facet.id}.${setting}`),
  };
}

/** The arguments that a row writes, as `aws_cognito_user_pool.password_policy.minimum_length`; none where it writes none. */
export function argumentsOf(row: Row): readonly string[] {
  const { field, facet } = row;
  if ('via' in field.terraform) return argumentsVia(field.terraform.via);
  if (typeof field.terraform !== 'function') return [];
  const write = field.terraform;
  const written = namedValues(row).map((value) => leaves(write(value, telling(row)), isMap(row)));
  const paths = written.find((some) => some.length > 0) ?? [];
  return [...new Set(paths.map((path) => [facet.resource, ...path].join('.')))];
}

/** Of another row, or of what all objects of a facet write together. */
function argumentsVia(path: string): readonly string[] {
  const row = ROWS.find((one) => one.path === path);
  return row ? argumentsOf(row) : ['aws_cognito_user_pool.schema'];
}

/** The keys of a map are the user's. */
const isMap = ({ field }: Row): boolean => field.schema['type'] === 'object' && 'additionalProperties' in field.schema;

function leaves(written: object, isMap: boolean): string[][] {
  const paths = Object.entries(written).flatMap(([key, value]) => below(value).map((rest) => [snake(key), ...rest]));
  return isMap ? paths.map((path) => path.slice(0, 1)) : paths;
}

/** The paths of the arguments in a block; a block without any is one itself. */
function below(value: unknown): string[][] {
  const item = Array.isArray(value) ? value[0] : value;
  if (typeof item !== 'object' || item === null || '$reference' in item) return [[]];
  const inside = Object.entries(item).filter(([, member]) => member !== undefined);
  if (inside.length === 0) return [[]];
  return inside.flatMap(([key, member]) => below(member).map((rest) => [snake(key), ...rest]));
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The row that stands for a member; the first of several. */
export const rowOf = (member: string): Row | undefined => ROWS.find(({ field }) => field.covers.includes(member));

/** Members that this version of the provider has an argument for. */
export function knownMembers(version: string): string[] {
  return [...MEMBERS.keys()].filter((member) => {
    const row = rowOf(member);
    if (!row || member in EXCEPTIONS || !has(row.facet, version)) return false;
    return argumentsOf(row).length > 0;
  });
}
