import type { Context } from '../operation.js';
import type { Refusal } from '../refusal.js';
import { arnPart } from './words.js';

/** A request that names things by ARN. */
export interface ArnSubject {
  readonly arns: readonly NamedArn[];
  readonly context: Context;
}

interface NamedArn {
  /** The way to the member that holds it. */
  readonly member: string;
  readonly arn: string;
}

/** Every ARN of a request, with the way to it. */
export function arnsOf(value: unknown, member = ''): NamedArn[] {
  if (typeof value === 'string')
    return /^arn:[^:]+:[a-z0-9-]+:[^:]*:[^:]*:/.test(value) ? [{ member, arn: value }] : [];
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => arnsOf(inner, `${member}.${name}`));
}

const service = (arn: string): string => arn.split(':')[2] ?? '';

function partitionOf(region: string): string {
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return region.startsWith('cn-') ? 'aws-cn' : 'aws';
}

/** What must be in one Region: a key in its own; a certificate where CloudFront looks for it. */
function homeOf(arn: string, region: string): string | undefined {
  if (service(arn) === 'kms' || service(arn) === 'sms-voice') return region;
  return service(arn) === 'acm' && partitionOf(region) === 'aws' ? 'us-east-1' : undefined;
}

/** Roles of SNS and of groups have measured refusals of their own. */
const ownAccount = ({ member, arn }: NamedArn): boolean =>
  ['logs', 'acm'].includes(service(arn)) || /\.(?:EumsSms\.CallerArn|AnalyticsConfiguration\.RoleArn)$/.test(member);

export const arnRefusals: readonly Refusal<ArnSubject>[] = [
  {
    id: 'arn-partition',
    evidence: 'inferred',
    words: ({ arns, context: { region } }) => {
      const foreign = arns.find(({ arn }) => arn.split(':')[1] !== partitionOf(region));
      return foreign && `Invalid ARN ${foreign.arn}: it is not of the partition ${partitionOf(region)}.`;
    },
  },
  {
    id: 'arn-region',
    evidence: 'inferred',
    words: ({ arns, context: { region } }) => {
      const foreign = arns.find(
        ({ arn }) => (homeOf(arn, region) ?? arnPart(arn, 'region')) !== arnPart(arn, 'region'),
      );
      return foreign && `Invalid ARN ${foreign.arn}: it must be in ${homeOf(foreign.arn, region)}.`;
    },
  },
  {
    id: 'arn-account',
    evidence: 'inferred',
    words: ({ arns, context: { account } }) => {
      const foreign = arns.find((one) => ownAccount(one) && arnPart(one.arn, 'account') !== account);
      return foreign && `Invalid ARN ${foreign.arn}: it must be in account ${account}.`;
    },
  },
];
