import { parseArn } from '../facets/kit/arn.js';
import type { PoolIdentity, Snapshot } from '../model/facet.js';
import type { Finding } from '../model/finding.js';
import { shell } from '../text/shell.js';
import type { Subject } from './audit.js';
import type { PoolReader } from './ports.js';

/** A pool that nobody finds may be in the account of the spec, while the credentials are of another one. */
export async function gate(
  finding: Finding,
  subject: Subject,
  identity: PoolIdentity,
  reader: PoolReader,
): Promise<Finding> {
  if (finding.rule !== 'audit/pool-not-found') return finding;
  const account = await reader.account();
  if (account === undefined || account === identity.account) return finding;
  return poolFinding('audit/wrong-place', 'error', subject, identity, 'account', {
    message: `The credentials are of account ${account}, but the spec says ${identity.account}; nothing was compared.`,
    help: 'Give the account its profile or role in poolward.yaml (accounts), or use other credentials.',
  });
}

type Located = { readonly poolId: string } | { readonly finding: Finding };

/** Id in the spec, id in the deploy outputs, or the one pool of that name. */
export async function locatePool(subject: Subject, identity: PoolIdentity, reader: PoolReader): Promise<Located> {
  const known = subject.spec.pool.userPoolId ?? subject.outputs.userPoolId;
  if (known !== undefined) return { poolId: known };
  try {
    const ids = await reader.find(identity.name);
    return ids.length === 1 && ids[0] !== undefined
      ? { poolId: ids[0] }
      : { finding: noSinglePool(ids, subject, identity) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { finding: uncheckedPool(`pools cannot be listed (${reason})`, subject, identity) };
  }
}

function noSinglePool(ids: readonly string[], subject: Subject, identity: PoolIdentity): Finding {
  const where = `in ${identity.region}`;
  if (ids.length === 0)
    return poolFinding('audit/pool-not-found', 'error', subject, identity, 'name', {
      message: `There is no pool named ${identity.name} ${where}.`,
      help: shell`Deploy it (cdktf deploy ${identity.id}), or write its id into pool.userPoolId.`,
    });
  return poolFinding('audit/pool-ambiguous', 'error', subject, identity, 'name', {
    message: `${ids.length} pools ${where} are named ${identity.name}: ${ids.join(', ')}.`,
    help: 'Write the id of the right one into pool.userPoolId, or give the deploy outputs with --state.',
  });
}

function uncheckedPool(reason: string, subject: Subject, identity: PoolIdentity): Finding {
  return poolFinding('drift/unchecked', 'note', subject, identity, 'id', {
    message: `The pool ${identity.name} was not compared: ${reason.replace(/\.$/, '')}.`,
    help: 'Check the credentials, the Region and the permissions of the audit, and run again.',
  });
}

/** The pool's own ARN says whose it is. */
export function foreign(
  snapshot: Snapshot,
  subject: Subject,
  identity: PoolIdentity,
  poolId: string,
): Finding | undefined {
  const pool = snapshot.pool;
  const place = pool?.ok ? parseArn(pool.value.Arn ?? '') : undefined;
  if (!place) return undefined;
  const wrong =
    place.account !== identity.account ? 'account' : place.region !== identity.region ? 'region' : undefined;
  return (
    wrong &&
    poolFinding('audit/wrong-place', 'error', subject, identity, wrong, {
      message: `The pool ${poolId} is in ${wrong} ${place[wrong]}, but the spec says ${identity[wrong]}; nothing was compared.`,
      help: 'Use credentials of the right account, or correct the spec.',
    })
  );
}

/** A pool that AWS does not know is a finding; one that we may not look at is unchecked. */
export function gone(
  snapshot: Snapshot,
  subject: Subject,
  identity: PoolIdentity,
  poolId: string,
): Finding | undefined {
  const { pool } = snapshot;
  if (pool === undefined || pool.ok) return undefined;
  if (!pool.reason.startsWith('ResourceNotFoundException')) return uncheckedPool(pool.reason, subject, identity);
  return poolFinding('audit/pool-not-found', 'error', subject, identity, 'userPoolId', {
    message: `AWS knows no pool ${poolId} in ${identity.region}.`,
    help: 'Correct pool.userPoolId or the deploy outputs, or deploy the pool.',
  });
}

function poolFinding(
  rule: string,
  severity: Finding['severity'],
  { document }: Subject,
  identity: PoolIdentity,
  setting: string,
  text: { readonly message: string; readonly help: string },
): Finding {
  return {
    rule,
    severity,
    ...text,
    target: document.file,
    setting: `pool.${setting}`,
    at: document.locate(['pool', setting]),
    confidence: 'measured',
    fingerprint: `${identity.id}:${rule}:pool.${setting}`,
  };
}
