import type { PoolSpec } from '../facets/index.js';
import { valueAt } from '../model/state.js';
import { desired } from '../spec/desired.js';
import type { Statement } from './policy.js';

/** What a caller of Cognito's write operations needs of other services, because of what a spec says. */
export function beyondCognito(spec: PoolSpec): Statement[] {
  const state = desired(spec);
  const text = (setting: string): string[] => {
    const value = valueAt(state, setting);
    return typeof value === 'string' ? [value] : [];
  };
  const of = (facet: string, setting: string): string[] =>
    [...state.entries]
      .filter(([, entry]) => entry.facet === facet)
      .flatMap(([address]) => text(`${address}.${setting}`));
  return [
    passRole([...text('smsSender.role'), ...of('groups', 'role')]),
    // Cognito grants itself the use of the key of custom senders, in the name of the caller.
    // Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-email-sender.html
    allow('Keys', ['kms:CreateGrant'], text('triggers.kmsKey')),
    // Source: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html
    allow('Distributions', ['cloudfront:UpdateDistribution'], of('domains', 'certificate').length > 0 ? ['*'] : []),
    ...logDelivery(spec),
  ].filter(({ Resource }) => Resource.length > 0);
}

/** Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html */
const DELIVERY = ['Create', 'Delete', 'Get', 'Update'].map((verb) => `logs:${verb}LogDelivery`);

/** A destination gets a policy, or a role, that lets the logs in; the caller writes it. */
function logDelivery({ logs }: PoolSpec): Statement[] {
  const destinations = [logs?.userNotification, logs?.userAuthEvents].flatMap((one) => (one ? [one] : []));
  const actions = destinations.flatMap(({ logGroup, bucket, stream }) => [
    ...(logGroup ? ['logs:DescribeLogGroups', 'logs:DescribeResourcePolicies', 'logs:PutResourcePolicy'] : []),
    ...(bucket ? ['s3:GetBucketPolicy', 's3:PutBucketPolicy'] : []),
    ...(stream ? ['firehose:TagDeliveryStream', 'iam:CreateServiceLinkedRole'] : []),
  ]);
  if (actions.length === 0) return [];
  const all = [...new Set([...DELIVERY, 'logs:ListLogDeliveries', ...actions])].sort();
  return [allow('LogDelivery', all, ['*'])];
}

/** Who gets the roles: user pools the one that sends SMS, identity pools, for the members of groups, those of groups. */
const ROLE_TAKERS = ['cognito-identity.amazonaws.com', 'cognito-idp.amazonaws.com'];

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
function passRole(roles: readonly string[]): Statement {
  return {
    ...allow('Roles', ['iam:PassRole'], roles),
    Condition: { StringEquals: { 'iam:PassedToService': ROLE_TAKERS } },
  };
}

function allow(Sid: string, Action: readonly string[], Resource: readonly string[]): Statement {
  return { Sid, Effect: 'Allow', Action, Resource: [...new Set(Resource)].sort() };
}
