import type { CreateGroupRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Checked, Context } from '../operation.js';
import type { Refusal } from '../refusal.js';
import { arnPart } from './words.js';

export interface GroupSubject {
  readonly request: Checked<CreateGroupRequest>;
  readonly context: Context;
}

export const groupRefusals: readonly Refusal<GroupSubject>[] = [
  {
    id: 'group-role-empty',
    evidence: 'inferred',
    words: ({ request, context }) =>
      request.RoleArn === '' &&
      context.world.emptyGroupRole === 'refused' &&
      "1 validation error detected: Value '' at 'roleArn' failed to satisfy constraint: Member must have length greater than or equal to 20",
  },
  {
    id: 'group-role-account',
    evidence: 'measured',
    words: ({ request: { RoleArn: role }, context }) =>
      role && arnPart(role, 'account') !== context.account && 'Cross-account pass role is not allowed.',
  },
];
