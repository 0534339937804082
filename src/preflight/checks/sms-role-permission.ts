import type { Check, PreflightInput, Problem } from '../check.js';
import type { Cloud } from '../cloud.js';
import { refusedBy, requireOwn } from '../kit.js';
import { judgePolicies, type Request } from '../policy.js';
import { type GivenRole, givenRoles } from '../sms.js';

export const smsRolePermission: Check = {
  id: 'sms-role-permission',
  summary: 'The role that sends SMS may send them.',
  actions: [
    'iam:GetRole',
    'iam:ListRolePolicies',
    'iam:GetRolePolicy',
    'iam:ListAttachedRolePolicies',
    'iam:GetPolicy',
    'iam:GetPolicyVersion',
  ],
  findings: {
    'sms-role-permission': {
      severity: ['error'],
      summary: 'The policies of the role, or its boundary, do not let it send SMS.',
    },
  },
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html',
  ],
  needs: (input) =>
    givenRoles(input).map((role) => ({
      path: ['smsSender', role.setting],
      look: (cloud) => look(cloud, role, input),
    })),
};

/** What the role's own policies and its boundary allow; those of the organisation are seen by nobody here. */
async function look(cloud: Cloud, role: GivenRole, input: PreflightInput): Promise<readonly Problem[]> {
  requireOwn(role.arn, input);
  const { region } = input.identity;
  const found = await cloud.role(region, role.name);
  // That there is no such role is said by another check.
  if (found === undefined) return [];
  const asked: Request = { action: role.action, resource: role.resource, context: {} };
  const own = judgePolicies(await cloud.rolePolicies(region, role.name), asked);
  const problems = refusedBy(own, `a policy of ${role.name}`, refused(role, 'its policies'));
  if (problems.length > 0 || found.boundary === undefined) return problems;
  const boundary = judgePolicies([await cloud.policy(region, found.boundary)], asked);
  return refusedBy(boundary, `the permissions boundary of ${role.name}`, refused(role, 'its permissions boundary'));
}

function refused({ name, action, resource }: GivenRole, by: string): Problem {
  return {
    finding: 'sms-role-permission',
    severity: 'error',
    message: `The role ${name} may not do ${action}, as ${by} say${by.endsWith('y') ? 's' : ''}; AWS would answer InvalidSmsRoleAccessPolicyException.`,
    help: `Allow ${action} on the resource ${resource} in a policy of the role.`,
  };
}
