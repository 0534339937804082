import type { Finding } from '../model/finding.js';
import { shell } from '../text/shell.js';
import type { Subject } from './audit.js';

const POOL_ADDRESS = 'aws_cognito_user_pool.pool';

/**
 * What the last deploy made and did not finish. The provider makes a pool with one call and sets its MFA with another;
 * where the second is refused, Terraform marks the pool as tainted and from then on wants to replace it.
 */
export function unfinished(subject: Subject): Finding[] {
  return (subject.outputs.tainted ?? []).map((address) => finding(address, subject));
}

function finding(address: string, { document, spec }: Subject): Finding {
  const isPool = address === POOL_ADDRESS;
  const { id } = spec.pool;
  return {
    rule: 'audit/deploy-unfinished',
    severity: isPool ? 'error' : 'warning',
    message: `The last deploy made ${address} and stopped before it was done. ${isPool ? consequence(spec) : REPLACED}`,
    help: `${untaint(id, address)}; correct what AWS refused, then ${shell`npx cdktf deploy ${id}`}`,
    target: document.file,
    setting: 'pool.id',
    at: document.locate(['pool', 'id']),
    confidence: 'measured',
    docs: 'https://developer.hashicorp.com/terraform/cli/commands/untaint',
    fingerprint: `${id}:audit/deploy-unfinished:${address}`,
  };
}

const REPLACED = 'Terraform has marked it as tainted: the next deploy destroys it and makes another.';

function consequence({ terraform }: Subject['spec']): string {
  return terraform?.preventDestroy === false
    ? 'Terraform has marked it as tainted: the next deploy destroys the pool with all its users and makes another.'
    : 'Terraform has marked it as tainted and wants to replace it, which prevent_destroy refuses: every deploy ends in “Instance cannot be destroyed”.';
}

/** In the folder that cdktf runs Terraform in. */
function untaint(id: string, address: string): string {
  const terraform = shell`terraform -chdir=cdktf.out/stacks/${id}`;
  return `npx cdktf synth && ${terraform} init && ${terraform} ${shell`untaint ${address}`}`;
}
