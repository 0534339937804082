import type { GroupType } from '@aws-sdk/client-cognito-identity-provider';
import type { Advice, ChangeContext, DeepPartial, Listed, WriteInputs } from '../model/facet.js';
import { ARN_LENGTH, ARN_PATTERN } from './kit/arn.js';
import { PASSED_ROLE } from './kit/arn-places.js';
import { defineKeyedFacet } from './kit/define.js';
import { reference } from './kit/reference.js';

const API = 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html';

const update = (partial: DeepPartial<WriteInputs['UpdateGroup']>) => ({ operation: 'UpdateGroup', partial }) as const;

/**
 * Cognito makes a group `<pool id>_<provider>` at the first federated sign-in, always without a role. With a role it is
 * somebody's work: everyone of that provider inherits it.
 * Source: https://github.com/go-to-k/cdk-real-drift (src/read/child-enumerators.ts)
 */
function madeForProvider({ name, item }: Listed<GroupType>, declares: (address: string) => boolean): boolean {
  if (!item.ok || item.value.RoleArn) return false;
  const prefix = `${item.value.UserPoolId}_`;
  return name.startsWith(prefix) && declares(`identityProviders/${name.slice(prefix.length)}`);
}

function adviseExtra({ item }: Listed<GroupType>): Advice {
  const role = item.ok ? item.value.RoleArn : undefined;
  return {
    cause: `Made outside the code; Terraform never looks for it. ${
      role
        ? `Its members may assume ${role}.`
        : 'It has no role, but tokens name it, and an application may act on that.'
    }`,
  };
}

const KEPT = 'A group keeps what an update leaves out, and Terraform has no way to say “none”.';

function adviseRole({ desired }: ChangeContext): Advice {
  if (desired.kind !== 'absent') return {};
  const deploy = 'sends an empty role, which AWS refuses';
  return { convergedBy: 'nobody', cause: KEPT, deploy, confidence: 'inferred', docs: API };
}

/** What provider 5.100.0 does with 0 and with none: the same (measured). */
function advisePrecedence({ desired, live }: ChangeContext): Advice {
  if (desired.kind === 'absent') {
    const zero = live.kind === 'value' && live.value === 0;
    const deploy = zero ? 'changes nothing: Terraform takes 0 for none' : 'sets it to 0, the highest precedence';
    return { convergedBy: 'nobody', cause: KEPT, deploy, confidence: 'inferred', docs: API };
  }
  return {};
}

export const groups = defineKeyedFacet({
  id: 'groups',
  title: 'Groups',
  summary: 'Groups of users. Tokens name them, and their role may be assumed through an identity pool.',
  noun: 'group',
  reads: ['groups'],
  resource: 'aws_cognito_user_group',
  references: [API, 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html'],
  key: {
    doc: 'Name of the group: at most 128 letters, digits and signs, no spaces.',
    pattern: '^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,128}$',
    example: 'admins',
  },
  closed: true,
  extra: 'error',
  entries: ({ groups }) => groups,
  expected: madeForProvider,
  importId: (poolId, { key }) => `${poolId}/${key}`,
  remove: ({ key }) => ({ operation: 'DeleteGroup', input: { GroupName: key } }),
  adviseExtra,
  assemble: (_values, _context, name) => ({ name, userPoolId: reference('aws_cognito_user_pool', 'pool', 'id') }),
  fields: (f) => ({
    description: f.text({
      doc: 'What the group is for.',
      length: [1, 2048],
      example: 'May manage users',
      covers: ['CreateGroup.Description'],
      readable: 'whenSet',
      // Terraform removes a description by sending an empty one.
      live: (group) => group.Description || undefined,
      terraform: (description) => ({ description }),
      write: (Description) => update({ Description: Description ?? '' }),
      severity: 'note',
    }),
    role: f.text({
      doc: 'IAM role of the members, for credentials of an identity pool: the preferred role in their tokens. In the account of the pool.',
      pattern: ARN_PATTERN('iam'),
      length: ARN_LENGTH,
      says: 'the ARN of an IAM role',
      example: 'arn:aws:iam::123456789012:role/admins',
      arns: PASSED_ROLE,
      covers: ['CreateGroup.RoleArn'],
      readable: 'whenSet',
      live: (group) => group.RoleArn || undefined,
      terraform: (roleArn) => ({ roleArn }),
      // There is no word for none: "Member must have length greater than or equal to 20".
      write: (RoleArn) => (RoleArn === undefined ? [] : update({ RoleArn })),
      advise: adviseRole,
      severity: 'error',
    }),
    precedence: f.integer({
      doc: 'Whose role wins for a member of several groups: the lowest number, and 0 before all. Groups without one come last.',
      range: [0, 2 ** 31 - 1],
      example: 10,
      covers: ['CreateGroup.Precedence'],
      readable: 'whenSet',
      live: (group) => group.Precedence,
      lost: (precedence) =>
        precedence === 0
          ? 'Terraform takes 0 for none: it makes the group without a precedence, and plans no change.'
          : undefined,
      terraform: (precedence) => ({ precedence }),
      write: (Precedence) => (Precedence === undefined ? [] : update({ Precedence })),
      advise: advisePrecedence,
      severity: 'error',
    }),
  }),
});
