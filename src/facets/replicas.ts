import type { UserPoolReplicaType } from '@aws-sdk/client-cognito-identity-provider';
import { Unread, type Unsupported } from '../model/facet.js';
import { REGION_PATTERN } from './kit/arn.js';
import { defineKeyedFacet } from './kit/define.js';

const UNSUPPORTED: Unsupported = {
  unsupported: 'it has no resource for replicas',
  issue: 'https://github.com/hashicorp/terraform-provider-aws/issues/48227',
};

/** A replica that is being made has no status of its own yet. */
function statusOf({ Status }: UserPoolReplicaType): string | undefined {
  if (Status === 'CREATING') throw new Unread('the replica is being created');
  return Status;
}

export const replicas = defineKeyedFacet({
  id: 'replicas',
  title: 'Replicas',
  summary: 'Copies of the pool, its users among them, in other Regions. Needs a multi-Region KMS key of yours.',
  noun: 'replica',
  reads: ['replicas'],
  resource: undefined,
  unsupported: UNSUPPORTED,
  references: [
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolReplica.html',
  ],
  key: { doc: 'Region of the replica.', pattern: REGION_PATTERN, example: 'eu-central-1' },
  closed: true,
  extra: 'error',
  entries: ({ replicas }) => replicas,
  create: ({ key, values }) => ({
    operation: 'CreateUserPoolReplica',
    input: { RegionName: key, UserPoolTags: values['tags'] },
  }),
  remove: ({ key }) => ({ operation: 'DeleteUserPoolReplica', input: { RegionName: key } }),
  adviseExtra: () => ({ cause: 'Made outside the code: all users of the pool are copied to that Region.' }),
  silence: 'inferred: a replica without a status serves nobody',
  fields: (f) => ({
    status: f.oneOf(
      { inactive: 'INACTIVE', active: 'ACTIVE' },
      {
        doc: 'Whether users may sign in there. A new replica is inactive; fix activates it once it is made.',
        default: 'inactive',
        covers: ['UpdateUserPoolReplica.Status'],
        live: statusOf,
        write: (status) => ({
          operation: 'UpdateUserPoolReplica',
          partial: { Status: (status ?? 'INACTIVE') as 'ACTIVE' },
        }),
        terraform: UNSUPPORTED,
        severity: 'error',
      },
    ),
    tags: f.map({
      doc: 'Tags of the replica, given when it is made. They are kept in its Region, where the audit does not look.',
      keys: { length: [1, 128] },
      values: { length: [0, 256] },
      count: [0, 50],
      default: {},
      example: { team: 'identity' },
      covers: ['CreateUserPoolReplica.UserPoolTags.*'],
      readable: 'never',
      terraform: UNSUPPORTED,
      severity: 'note',
    }),
  }),
});
