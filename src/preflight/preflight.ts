import type { PoolSpec } from '../facets/index.js';
import { accepted } from '../model/accept.js';
import type { Finding } from '../model/finding.js';
import type { Coverage, Target, Uncompared } from '../model/report.js';
import { Unread, Unverifiable } from '../model/sections.js';
import type { Path, SourceDocument } from '../model/source.js';
import { desired, identityOf } from '../spec/desired.js';
import type { Check, Need, PreflightInput, Problem } from './check.js';
import { CHECKS } from './checks/index.js';
import type { Cloud } from './cloud.js';

/** A valid spec, and which pool it is. */
export interface PreflightSubject {
  readonly document: SourceDocument;
  readonly spec: PoolSpec;
  /** From the outputs of the last deploy. */
  readonly poolId: string | undefined;
  readonly now: Date;
}

/** What a spec needs of other services, looked at. */
export interface PoolPreflight {
  readonly target: Target;
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
}

/** What looking at one thing came to. */
type Look =
  | { readonly kind: 'seen'; readonly findings: readonly Finding[] }
  | { readonly kind: 'unchecked' | 'unverifiable'; readonly item: Uncompared };

/** Asks for all that the spec needs, and for nothing in an account that is not the spec's. Never throws for what AWS answers. */
export async function preflightPool(subject: PreflightSubject, cloud: Cloud): Promise<PoolPreflight> {
  const input = inputOf(subject);
  const gate = await lookAt(subject, ACCOUNT, accountNeed(input), cloud);
  if (gate.kind !== 'seen') return outcome(subject, [{ ...gate, item: { ...gate.item, setting: '*' } }]);
  if (gate.findings.length > 0) return outcome(subject, [gate, shut(subject)]);
  const looks = CHECKS.flatMap((check) => check.needs(input).map((need) => lookAt(subject, check, need, cloud)));
  return outcome(subject, [gate, ...(await Promise.all(looks))]);
}

function inputOf({ spec, poolId, now }: PreflightSubject): PreflightInput {
  return { identity: identityOf(spec), state: desired(spec), poolId: spec.pool.userPoolId ?? poolId, now };
}

/** Before all others: things of the same name in another account would say nothing. */
export const ACCOUNT: Check = {
  id: 'account',
  summary: 'The credentials are of the account of the spec.',
  // "No permissions are required to perform this operation."
  actions: [],
  findings: {
    'other-account': {
      severity: ['error'],
      summary: "The credentials are of another account than the spec's; nothing was checked.",
    },
  },
  references: ['https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html'],
  needs: (input) => [accountNeed(input)],
};

function accountNeed({ identity }: PreflightInput): Need {
  return {
    path: ['pool', 'account'],
    look: async (cloud) => {
      const account = await cloud.account(identity.region);
      if (account === identity.account) return [];
      return [
        {
          finding: 'other-account',
          severity: 'error',
          message: `The credentials are of account ${account}, but the spec says ${identity.account}; nothing was checked.`,
          help: 'Use credentials of the right account, or correct pool.account.',
        },
      ];
    },
  };
}

function shut({ document }: PreflightSubject): Look {
  const reason = 'the credentials are of another account';
  return { kind: 'unchecked', item: { target: document.file, setting: '*', reason } };
}

async function lookAt(subject: PreflightSubject, check: Check, need: Need, cloud: Cloud): Promise<Look> {
  const { document } = subject;
  const unseen = (error: Error): Uncompared => ({
    target: document.file,
    setting: need.path.join('.'),
    reason: `${check.id}: ${error.message}`,
  });
  try {
    const problems = await need.look(cloud);
    return { kind: 'seen', findings: problems.map((problem) => findingOf(subject, check, need.path, problem)) };
  } catch (error) {
    if (error instanceof Unread) return { kind: 'unchecked', item: unseen(error) };
    if (error instanceof Unverifiable) return { kind: 'unverifiable', item: unseen(error) };
    throw error;
  }
}

function findingOf({ document, spec }: PreflightSubject, check: Check, path: Path, problem: Problem): Finding {
  const { finding, severity, message, help } = problem;
  const setting = path.join('.');
  const rule = `preflight/${finding}`;
  return {
    rule,
    severity,
    message,
    target: document.file,
    setting,
    at: document.locate(path),
    confidence: 'documented',
    help,
    docs: check.references[0],
    fingerprint: `${spec.pool.id}:${rule}:${setting}`,
  };
}

function outcome({ document, spec, poolId, now }: PreflightSubject, looks: readonly Look[]): PoolPreflight {
  const { region, account, userPoolId = poolId } = spec.pool;
  const items = (kind: 'unchecked' | 'unverifiable') =>
    looks.flatMap((look) => (look.kind === kind ? [look.item] : []));
  return {
    target: { spec: document.file, ...(userPoolId && { poolId: userPoolId }), region, account },
    findings: accepted(
      looks.flatMap((look) => (look.kind === 'seen' ? look.findings : [])),
      spec.accept,
      now.toISOString().slice(0, 10),
    ).findings,
    coverage: {
      checked: looks.filter(({ kind }) => kind === 'seen').length,
      unchecked: items('unchecked'),
      unverifiable: items('unverifiable'),
      unmanaged: [],
    },
  };
}
