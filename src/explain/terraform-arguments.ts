import { Expression } from '../model/expression.js';
// How a setting is said to Terraform, found by asking its row.
import type { PoolIdentity, TerraformContext } from '../model/facet.js';
import { namedValues, ROWS, type Row } from './rows.js';

/** The arguments that a row writes, as `aws_cognito_user_pool.password_policy.minimum_length`; none where it writes none. */
export function terraformArguments(row: Row): readonly string[] {
  const { field, facet } = row;
  if ('via' in field.terraform) return argumentsVia(field.terraform.via);
  if (typeof field.terraform !== 'function') return [];
  const write = field.terraform;
  const written = namedValues(row).map((value) => leaves(write(value, telling(row)), isMap(row)));
  const paths = written.find((some) => some.length > 0) ?? [];
  return [...new Set(paths.map((path) => [facet.resource, ...path].join('.')))];
}

const IDENTITY: PoolIdentity = {
  id: 'acme',
  name: 'acme',
  region: 'us-east-1',
  account: '123456789012',
  partition: 'aws',
};

/** Every other setting is there, and as telling as it can be. */
function telling({ facet }: Row): TerraformContext {
  const value = (path: string): unknown => {
    const row = ROWS.find((one) => one.path === path);
    return row && (row.field.schema['type'] === 'boolean' ? true : (row.field.example ?? row.field.default));
  };
  return {
    identity: IDENTITY,
    desired: value,
    declared: () => true,
    own: (setting) => value(`${facet.id}.${setting}`),
  };
}

/** Of another row, or of what all objects of a facet write together. */
function argumentsVia(path: string): readonly string[] {
  const row = ROWS.find((one) => one.path === path);
  return row ? terraformArguments(row) : ['aws_cognito_user_pool.schema'];
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
  if (typeof item !== 'object' || item === null || item instanceof Expression) return [[]];
  const inside = Object.entries(item).filter(([, member]) => member !== undefined);
  if (inside.length === 0) return [[]];
  return inside.flatMap(([key, member]) => below(member).map((rest) => [snake(key), ...rest]));
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
