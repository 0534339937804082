import { partitionOf } from '../../facets/kit/arn.js';
import type { PoolInput } from './pool-rule.js';

/** Whether the pool is in AWS GovCloud (US), where not all of Cognito is. */
export function isGovCloud({ spec }: PoolInput): boolean {
  return partitionOf(spec.pool.region) === 'aws-us-gov';
}

/** Whether a domain is one of your own in GovCloud, which AWS refuses: nothing else needs to be said of it. */
export function isRefusedCustomDomain(
  input: PoolInput,
  { key, settings }: { readonly key: string; readonly settings: { readonly certificate?: unknown } },
): boolean {
  return isGovCloud(input) && (key.includes('.') || settings.certificate !== undefined);
}
