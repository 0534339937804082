import { partitionOf } from '../../facets/kit/arn.js';
import type { PoolInput } from './pool-rule.js';

/** Whether the pool is in AWS GovCloud (US), where not all of Cognito is. */
export function isGovCloud({ spec }: PoolInput): boolean {
  return partitionOf(spec.pool.region) === 'aws-us-gov';
}
