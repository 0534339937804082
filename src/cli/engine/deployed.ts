import type { DeployOutputs } from '../../audit/audit.js';
import { deployedState, taintedIn } from '../../audit/deployed-state.js';
import { deployOutputs, idsIn } from '../../audit/outputs.js';
import type { PoolSpec } from '../../facets/index.js';
import { PoolwardError } from '../../model/errors.js';
import { localStateFile } from '../../synth/plan.js';
import type { LiveArgs } from '../engines.js';
import { readNamedText } from '../read-named.js';

/** What the last deploy wrote down. The file of --state must be there and hold outputs; the state of the local backend may. */
export function outputsOf(spec: PoolSpec, { state, io }: Pick<LiveArgs, 'state' | 'io'>): DeployOutputs {
  const none: DeployOutputs = { ids: new Map() };
  const { id } = spec.pool;
  const file = state ?? localStateFile(id);
  if (state === undefined && (spec.terraform?.backend !== undefined || io.files.stat(file) === undefined)) return none;
  const text = readNamedText(io.files, file, state === undefined ? { folder: '.' } : 'anywhere');
  const known = deployedState(text);
  const found = deployOutputs(text, id) ?? (known && idsIn(known));
  if (found === undefined && state !== undefined)
    throw new PoolwardError('no-outputs', `${file} holds no outputs of ${id}.`, {
      fault: 'user',
      help: 'Give a Terraform state, the output of `terraform output -json`, or the file of `cdktf deploy --outputs-file`.',
    });
  return { ...(found ?? none), ...(known && { state: known, tainted: taintedIn(text) }) };
}
