import { TRAIL_ACTIONS } from '../audit/trail.js';
import type { PoolSpec } from '../facets/index.js';
import { FACETS } from '../facets/index.js';
import type { Facet, PoolIdentity } from '../model/facet.js';
import { CHECKS } from '../preflight/checks/index.js';
import { desired, identityOf } from '../spec/desired.js';
import { USER_OPERATIONS } from '../users/operations.js';
import { policyOf } from '../users/policy.js';
import { beyondCognito } from './beyond.js';
import type { Purpose } from './purposes.js';
import { FIND, LEARN_QUOTAS, READS, REVEALING } from './reads.js';
import { deleteOperations, writeOperations } from './writes.js';

/** One statement of an IAM policy. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** An IAM policy document. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

/** A pool, and what is known of it. */
export interface PolicySubject {
  readonly spec: PoolSpec;
  /** From the spec or the outputs of the last deploy. */
  readonly poolId: string | undefined;
}

/**
 * Operations that IAM cannot limit to a pool.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html
 */
const OF_NO_POOL: ReadonlySet<string> = new Set([FIND, LEARN_QUOTAS, 'DescribeUserPoolDomain']);

/** The least that a role needs for some purposes; sorted, so that the same specs give the same text. */
export function policyFor(subjects: readonly PolicySubject[], purposes: readonly Purpose[]): Policy {
  const cognito = [...new Set(subjects.flatMap((one) => purposes.flatMap((purpose) => operations(one, purpose))))];
  const pools = sorted(subjects.map(poolArn));
  const statements = [
    statement('Pools', cognito.filter((one) => !OF_NO_POOL.has(one)).map(cognitoAction), pools),
    statement('Account', cognito.filter((one) => OF_NO_POOL.has(one)).map(cognitoAction), ['*']),
    ...(purposes.includes('fix') ? subjects.flatMap(({ spec }) => beyondCognito(spec)) : []),
    statement('Services', purposes.includes('preflight') ? CHECKS.flatMap(({ actions }) => actions) : [], ['*']),
    statement('Trail', purposes.includes('who') ? TRAIL_ACTIONS : [], ['*']),
  ];
  return { Version: '2012-10-17', Statement: merged(statements) };
}

const cognitoAction = (operation: string): string => `cognito-idp:${operation}`;
const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

function statement(Sid: string, actions: readonly string[], resources: readonly string[]): Statement {
  return { Sid, Effect: 'Allow', Action: sorted(actions), Resource: sorted(resources) };
}

/** Statements of several specs as one each; one without actions is none. */
function merged(statements: readonly Statement[]): Statement[] {
  const bySid = new Map<string, Statement>();
  for (const one of statements) {
    const known = bySid.get(one.Sid);
    const Resource = sorted([...(known?.Resource ?? []), ...one.Resource]);
    if (one.Action.length > 0) bySid.set(one.Sid, { ...one, Resource });
  }
  return [...bySid.values()];
}

function operations({ spec, poolId }: PolicySubject, purpose: Purpose): readonly string[] {
  if (purpose === 'delete') return [...reads(spec, poolId), ...deleteOperations()];
  if (purpose === 'fix') return [...reads(spec, poolId), ...writeOperations(desired(spec), identityOf(spec))];
  if (purpose === 'users') return usersOperations(spec, poolId);
  if (purpose === 'users-change') return [...usersOperations(spec, poolId), ...USER_OPERATIONS.change];
  if (purpose === 'users-phones')
    return [...usersOperations(spec, poolId), ...USER_OPERATIONS.change, ...USER_OPERATIONS.phones];
  if (purpose === 'users-reset-totp') return [...usersOperations(spec, poolId), ...USER_OPERATIONS.resetTotp];
  if (purpose === 'signin') return signInOperations(poolId);
  if (purpose === 'pull-request') return reads(spec, poolId).filter((one) => !REVEALING.has(one));
  return purpose === 'audit' ? reads(spec, poolId) : [];
}

function reads(spec: PoolSpec, poolId: string | undefined): readonly string[] {
  const sections = (FACETS as readonly Facet[]).flatMap((facet) => facet.reads);
  const read = sections.filter((section) => section !== 'users' || spec.users !== undefined);
  return [...read.flatMap((section) => READS[section]), ...(poolId === undefined ? [FIND] : []), LEARN_QUOTAS];
}

function usersOperations(spec: PoolSpec, poolId: string | undefined): readonly string[] {
  const { list, settings, groups } = USER_OPERATIONS;
  const named = policyOf(desired(spec))?.overrides.some(({ group }) => group !== undefined) ?? false;
  return [...list, ...settings, ...(named ? groups : []), ...(poolId === undefined ? [FIND] : []), LEARN_QUOTAS];
}

/** What finding the client and looking the user up takes; the sign-in itself takes no credentials. */
function signInOperations(poolId: string | undefined): readonly string[] {
  const user = ['ListUsers', ...USER_OPERATIONS.settings];
  return [...READS.pool, ...READS.clients, ...user, ...(poolId === undefined ? [FIND] : []), LEARN_QUOTAS];
}

function poolArn({ spec, poolId }: PolicySubject): string {
  const { partition, region, account }: PoolIdentity = identityOf(spec);
  return `arn:${partition}:cognito-idp:${region}:${account}:userpool/${poolId ?? '*'}`;
}
