import { plainText } from '../../spec/quote.js';
import type { Check, PreflightInput, Problem } from '../check.js';
import type { Cloud } from '../cloud.js';
import { asCognito, refusedBy, requireOwn } from '../kit.js';
import { judgePolicies } from '../policy.js';
import { type GivenRole, givenRoles } from '../sms.js';

export const smsRole: Check = {
  id: 'sms-role',
  summary: 'The role that sends SMS exists, and Cognito may assume it with the external id of the spec.',
  actions: ['iam:GetRole'],
  findings: {
    'sms-role-missing': { severity: ['error'], summary: 'IAM has no such role to send SMS with.' },
    'sms-role-trust': {
      severity: ['error'],
      summary:
        'The trust policy of the role does not let Cognito assume it for this pool with the external id of the spec.',
    },
  },
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
  ],
  needs: (input) =>
    givenRoles(input).map((role) => ({
      path: ['smsSender', role.setting],
      look: (cloud) => look(cloud, role, input),
    })),
};

async function look(cloud: Cloud, role: GivenRole, input: PreflightInput): Promise<readonly Problem[]> {
  requireOwn(role.arn, input);
  const found = await cloud.role(input.identity.region, role.name);
  if (found === undefined) return [missing(role)];
  const asked = asCognito('sts:AssumeRole', input, { 'sts:externalid': role.externalId });
  return refusedBy(judgePolicies([found.trust], asked), `the trust policy of ${role.name}`, distrusted(role));
}

function missing({ name, setting }: GivenRole): Problem {
  return {
    finding: 'sms-role-missing',
    severity: 'error',
    message: `IAM has no role ${name}; Cognito refuses a pool that is to send SMS with it.`,
    help:
      setting === 'role'
        ? 'Make the role, correct the ARN, or write smsSender.role: create.'
        : 'Make the role, or correct the ARN.',
  };
}

function distrusted({ name, externalId }: GivenRole): Problem {
  const presented =
    externalId === undefined ? 'without an external id' : `with the external id ${plainText(externalId)}`;
  return {
    finding: 'sms-role-trust',
    severity: 'error',
    message: `The trust policy of ${name} does not let cognito-idp.amazonaws.com assume the role ${presented} for this pool; AWS would answer InvalidSmsRoleTrustRelationshipException.`,
    help: 'Let the trust policy allow sts:AssumeRole to cognito-idp.amazonaws.com where sts:ExternalId is the one of the spec, and aws:SourceAccount and aws:SourceArn, if it asks for them, are those of this pool.',
  };
}
