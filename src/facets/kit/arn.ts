import type { PoolIdentity } from '../../model/facet.js';

/** The partition that a region belongs to. Source: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  if (region.startsWith('us-iso-')) return 'aws-iso';
  if (region.startsWith('us-isob-')) return 'aws-iso-b';
  if (region.startsWith('eu-isoe-')) return 'aws-iso-e';
  if (region.startsWith('us-isof-')) return 'aws-iso-f';
  if (region.startsWith('eusc-')) return 'aws-eusc';
  return 'aws';
}

/** An ARN in the pool's partition and account. */
export function arn(identity: PoolIdentity, service: string, resource: string, region = identity.region): string {
  return `arn:${identity.partition}:${service}:${region}:${identity.account}:${resource}`;
}

/** An IAM ARN: IAM has no region. */
export function iamArn(identity: PoolIdentity, resource: string): string {
  return arn(identity, 'iam', resource, '');
}

/** The parts of an ARN that say where a thing lives. */
export interface ArnParts {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
}

/** The parts of an ARN; undefined when the text is no ARN. */
export function parseArn(text: string): ArnParts | undefined {
  const match = /^arn:([^:]+):([^:]+):([^:]*):([^:]*):/.exec(text);
  if (!match) return undefined;
  const [, partition = '', service = '', region = '', account = ''] = match;
  return { partition, service, region, account };
}

/** What AWS takes after the account: up to three parts. */
export const ARN_RESOURCE = '[\\w+=/,.@-]+(:[\\w+=/,.@-]+){0,2}';

export const ARN_PATTERN = (service: string): string => `^arn:aws[a-z-]*:${service}:[a-z0-9-]*:[0-9]+:${ARN_RESOURCE}$`;

/** How long an ARN is, as Cognito's API has it. */
export const ARN_LENGTH = [20, 2048] as const;

export const REGION_PATTERN = '^(?=.{5,32}$)[a-z]{2,4}(-[a-z]+)+-[0-9]$';
