import { policyFor } from '../../iam/policy.js';
import { PoolwardError } from '../../model/errors.js';
import type { IamArgs } from '../engines.js';
import { outputsOf } from './deployed.js';
import { load } from './load.js';

/** The least-privilege policy for what the specs need, as JSON. */
export async function iamPolicy(args: IamArgs): Promise<string> {
  const { specs, invalid, findings } = load(args);
  if (invalid) {
    const first = findings.find(({ severity }) => severity === 'error');
    throw new PoolwardError('invalid-spec', `A spec is not valid: ${first?.message ?? 'see poolward validate'}`, {
      fault: 'user',
      help: '`poolward validate` shows all of it.',
    });
  }
  const subjects = specs.map(({ spec }) => {
    const poolId = spec.pool.userPoolId ?? outputsOf(spec, args).userPoolId;
    return { spec, poolId };
  });
  return `${JSON.stringify(policyFor(subjects, args.purposes), null, 2)}\n`;
}
