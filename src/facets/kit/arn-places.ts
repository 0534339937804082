import type { ArnPlace } from '../../model/facet.js';
import { partitionOf } from './arn.js';
import { SES_REGIONS } from './regions.js';

const own = (pool: string): readonly string[] => [pool];

/** A role that whoever deploys passes to Cognito. */
export const PASSED_ROLE = {
  '': {
    service: 'iam',
    account: 'pool',
    source: '"Cross-account pass role is not allowed.", and the IAM guide: a role is passed within its account',
  },
} as const satisfies Record<string, ArnPlace>;

export const FUNCTION = {
  '': {
    service: 'lambda',
    regions: own,
    account: 'any',
    source: '"Cross-region lambda functions are not supported"; the owner of another account permits the call there',
  },
} as const satisfies Record<string, ArnPlace>;

/**
 * Inferred: AWS says of the key of other services, not of Cognito's, that it is in the Region of what it encrypts (EKS,
 * CloudWatch). A multi-Region key has a key, with an ARN, in each of its Regions.
 */
export const KEY = {
  '': {
    service: 'kms',
    regions: own,
    account: 'any',
    source:
      'inferred from other services: the key is in the Region of what it encrypts; KMS guide, key-policy-modifying-external-accounts: its policy may let another account use it',
  },
} as const satisfies Record<string, ArnPlace>;

export const SES_IDENTITY = {
  '': {
    service: 'ses',
    regions: (pool: string) => SES_REGIONS[pool],
    account: 'any',
    source: 'Cognito guide, SES Regions; a sending authorization policy lets another account send',
  },
} as const satisfies Record<string, ArnPlace>;

/** The function that mails codes calls SES wherever the identity is. */
export const SES_ANYWHERE = {
  '': {
    ...SES_IDENTITY[''],
    regions: () => undefined,
    source: 'a function of the stack sends, in the Region of the identity',
  },
} as const satisfies Record<string, ArnPlace>;

export const PINPOINT = {
  '': {
    service: 'mobiletargeting',
    regions: (pool: string) => [pool, 'us-east-1'],
    account: 'any',
    source: '"The integration with Pinpoint is not supported for the requested … region."; of accounts nothing is said',
  },
} as const satisfies Record<string, ArnPlace>;

/** GovCloud has no custom domains, and of the partitions without a us-east-1 nobody says where the certificate is. */
export const CERTIFICATE = {
  '': {
    service: 'acm',
    regions: (pool: string) => (partitionOf(pool) === 'aws' ? ['us-east-1'] : undefined),
    account: 'pool',
    source: 'CustomDomainConfigType: a certificate "in the us-east-1 Region"; ACM serves its own account alone',
  },
} as const satisfies Record<string, ArnPlace>;

/** A number, a sender id or a pool of numbers; it may be another account's that shares it. */
export const ORIGINATION = {
  '': {
    service: 'sms-voice',
    regions: own,
    account: 'any',
    source: 'EumsSmsConfigurationType: the resources are in the Region of the pool; they may be shared by an account',
  },
} as const satisfies Record<string, ArnPlace>;

const LOG_GROUP: ArnPlace = {
  service: 'logs',
  regions: () => undefined,
  account: 'pool',
  source: 'CloudWatchLogsConfigurationType: "in the same Amazon Web Services account as your user pool"; no Region',
};

/** Where logs go. */
export const LOG_TARGETS = {
  logGroup: LOG_GROUP,
  bucket: { service: 's3', account: 'any', source: 'S3ConfigurationType: the ARN of a bucket has neither' },
  stream: {
    service: 'firehose',
    regions: () => undefined,
    account: 'any',
    source: 'FirehoseConfigurationType says nothing of Region or account',
  },
} as const satisfies Record<string, ArnPlace>;
