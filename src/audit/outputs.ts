import type { DeployOutputs } from './audit.js';
import type { DeployedState } from './deployed-state.js';

/**
 * Reads the ids that a deploy wrote down, from a Terraform state, `terraform output -json`, or the file of
 * `cdktf deploy --outputs-file`, or that `pull --imports` did; `id` is the spec's (and stack's) id. Undefined when the
 * text holds no such outputs.
 */
export function deployOutputs(text: string, id: string): DeployOutputs | undefined {
  return importBlocks(parsed(text)) ?? outputsIn(text, id);
}

/** The ids of a state without outputs: that of a deploy which stopped halfway. */
export function idsIn(state: DeployedState): DeployOutputs | undefined {
  const userPoolId = state.get('aws_cognito_user_pool.pool')?.['id'];
  if (typeof userPoolId !== 'string') return undefined;
  const clients = [...state].filter(([address]) => address.startsWith('aws_cognito_user_pool_client.'));
  const ids = clients.map(([address, { id }]): [string, string] => [`clients/${address.split('.')[1]}`, String(id)]);
  return { userPoolId, ids: new Map(ids) };
}

/** A client's Terraform name is its key, and its import id ends in its own. */
function importBlocks(value: unknown): DeployOutputs | undefined {
  const blocks = isPlain(value) && Array.isArray(value['import']) ? value['import'].filter(isPlain) : [];
  const found = blocks.map(({ to, id }): [string, string] => [String(to), String(id)]);
  const userPoolId = new Map(found).get('aws_cognito_user_pool.pool');
  if (userPoolId === undefined) return undefined;
  const clients = found.filter(([to]) => to.startsWith('aws_cognito_user_pool_client.'));
  const ids = clients.map(([to, id]): [string, string] => [`clients/${to.split('.')[1]}`, id.split('/')[1] ?? '']);
  return { userPoolId, ids: new Map(ids) };
}

function outputsIn(text: string, id: string): DeployOutputs | undefined {
  const outputs = outputsOf(parsed(text), id);
  const userPoolId = outputs && plainValue(outputs['userPoolId']);
  if (typeof userPoolId !== 'string') return undefined;
  const clients = plainValue(outputs?.['clientIds']);
  const ids = isPlain(clients) ? Object.entries(clients) : [];
  return { userPoolId, ids: new Map(ids.map(([key, value]) => [`clients/${key}`, String(value)])) };
}

type Plain = Readonly<Record<string, unknown>>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A state keeps them under `outputs`, a cdktf outputs file under the stack, `terraform output` at the top. */
function outputsOf(value: unknown, id: string): Plain | undefined {
  if (!isPlain(value)) return undefined;
  const inner = isPlain(value['outputs']) ? value['outputs'] : isPlain(value[id]) ? value[id] : value;
  return inner;
}

/** State and `terraform output` wrap each value; a cdktf outputs file does not. */
function plainValue(output: unknown): unknown {
  return isPlain(output) && 'value' in output ? output['value'] : output;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
