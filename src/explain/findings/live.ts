import type { Severity } from '../../model/finding.js';
import { errors, type FindingKind } from './kind.js';

const ALL: readonly Severity[] = ['error', 'warning', 'note'];

/** About the live pool, and what a deploy or a fix does to it. */
export const LIVE: readonly FindingKind[] = [
  ...errors('audit', [
    [
      'pool-ambiguous',
      'Several pools of the Region bear the name of the spec.',
      'Names are not unique in Cognito; auditing the wrong pool would say nothing about the right one.',
      'Write the id of the right one into pool.userPoolId, or give the deploy outputs with --state.',
    ],
    [
      'wrong-place',
      'The pool that was found is in another account or Region than the spec says.',
      'Nothing was compared: a pool of another account is another pool.',
      'Use credentials of the right account, or correct the spec.',
    ],
  ]),
  {
    id: 'audit/deploy-unfinished',
    severity: ['error', 'warning'],
    summary: 'The last deploy stopped in the middle of making a resource, and Terraform wants to replace it.',
    why: 'The provider makes a pool with one call and sets its MFA with a second. Where AWS refuses the second, the pool stays, half made, and Terraform marks it as tainted: a deploy would destroy it, which prevent_destroy refuses for ever.',
    todo: 'Take the mark away with terraform untaint, correct what AWS refused, and deploy again: docs/unfinished-deploys.md.',
  },
  {
    id: 'audit/pool-not-found',
    severity: ['error', 'note'],
    summary: 'There is no such pool in the Region.',
    why: 'Nothing was compared. For a plan it is a note: the first deploy makes the pool.',
    todo: 'Deploy it, or correct pool.userPoolId, the Region or the deploy outputs.',
  },
  {
    id: 'audit/undeclared-pool',
    severity: ['warning'],
    summary: 'The account has a pool that none of the specs declares (--undeclared-pools).',
    why: 'Nobody keeps it: whoever signs in there does so under settings that no review has seen.',
    todo: 'Write its spec with `poolward pull`, or delete it if nobody signs in there.',
  },
  {
    id: 'drift/changed',
    severity: ALL,
    summary: 'A setting of the live pool is not as the spec says.',
    why: 'The YAML is the whole truth. It is an error where the live pool is weaker, or open; else as bad as its setting is.',
    todo: 'Run what the finding says: a deploy, `poolward fix`, or write what is live into the spec.',
  },
  {
    id: 'drift/extra',
    severity: ALL,
    summary: 'The live pool has an object that the spec does not declare.',
    why: 'Terraform never looks for what is not in its state: an app client or identity provider that somebody added stays unseen.',
    todo: 'Declare it in the spec, or delete it: `poolward fix --delete` where the finding says so.',
  },
  {
    id: 'drift/missing',
    severity: ['error'],
    summary: 'The spec declares an object that the live pool does not have.',
    why: 'An application or a user that needs it fails.',
    todo: 'Deploy again, or remove it from the spec.',
  },
  {
    id: 'drift/unchecked',
    severity: ['note'],
    summary: 'A setting, an object or the pool could not be read, so it was not compared.',
    why: 'What was not looked at is never called in sync; the exit code is 3 where nothing else was found.',
    todo: 'Give the role of the audit the permission that is missing, or run again.',
  },
  ...errors('fix', [
    [
      'not-read',
      'A call was not sent, because what it must repeat was not read.',
      'AWS resets what a full call leaves out.',
      'Give the role the permission to read it, or run again.',
    ],
    [
      'refused',
      'AWS refused a call.',
      'Nothing after it was sent, because what was read before may no longer hold.',
      'Remove what AWS names, or change the spec, and run fix again.',
    ],
    [
      'unexpected-change',
      'Something else changed with a fix.',
      'A fix proves that it moved nothing but what it meant.',
      'Compare it with the spec and set it back; then report it with the operation that fix sent.',
    ],
  ]),
  {
    id: 'plan/create',
    severity: ['note'],
    summary: 'The next deploy makes an object.',
    why: 'The live pool does not have it.',
    todo: 'Nothing.',
  },
  {
    id: 'plan/destroy',
    severity: ['warning'],
    summary: 'The next deploy destroys an object.',
    why: 'The last deploy made it, and the spec no longer declares it.',
    todo: 'Declare it again to keep it.',
  },
  {
    id: 'plan/many-removed',
    severity: ['error'],
    summary: 'The next deploy removes many objects, or many members of a list, at once.',
    why: 'A merge that went wrong looks like that.',
    todo: 'If it is meant, say so with --max-change.',
  },
  {
    id: 'plan/mfa-off',
    severity: ['warning'],
    summary: 'The next deploy turns MFA off.',
    why: 'Cognito forgets the MFA settings of every user; turning it on again does not bring them back.',
    todo: 'Keep mfa.mode: optional where users may want their factors again.',
  },
  {
    id: 'plan/not-deployed',
    severity: ['warning'],
    summary: 'The next deploy does not change what differs.',
    why: 'The provider has no argument or resource for it, or keeps what it finds.',
    todo: 'Run `poolward fix` after the deploy, where the finding says so.',
  },
  {
    id: 'plan/refused',
    severity: ['error'],
    summary: 'The next deploy fails at apply, though its plan looks like an update.',
    why: 'AWS never changes or removes an attribute that a pool has.',
    todo: 'Declare it as it is in the live pool. To have another, add one of another name.',
  },
  {
    id: 'plan/replace',
    severity: ['error'],
    summary: 'A setting that is fixed at creation differs: Terraform would destroy the object and make another.',
    why: 'A replaced pool has lost its users; a replaced client has another id and secret.',
    todo: 'Write the setting as it is in the live pool, or make a new pool and move the users.',
  },
  {
    id: 'plan/two-steps',
    severity: ['error'],
    summary: 'Two changes cannot be made in one deploy.',
    why: 'The provider makes them in an order that AWS refuses.',
    todo: 'Deploy twice, as the finding says.',
  },
  {
    id: 'plan/update',
    severity: ['note'],
    summary: 'The next deploy changes a setting in place.',
    why: 'It differs, and Terraform can change it.',
    todo: 'Nothing.',
  },
  {
    id: 'pull/unsayable',
    severity: ['warning'],
    summary: 'The live pool has something that no spec can say.',
    why: 'The spec that was pulled is not the whole pool there.',
    todo: 'Change it in the live pool, or keep it in mind: an audit will show it.',
  },
];
