import type { CustomDomainConfigType } from '@aws-sdk/client-cognito-identity-provider';
import type { Refusal } from '../refusal.js';
import type { StoredDomain, StoredPool } from '../store.js';
import { notAvailable } from './words.js';

export interface DomainSubject {
  readonly domain: string;
  readonly custom: CustomDomainConfigType | undefined;
  readonly managedLoginVersion: number | undefined;
  readonly pool: StoredPool;
  /** Who has the domain now, if anybody. */
  readonly owner: StoredDomain | undefined;
  /** The other domains of this pool. */
  readonly others: readonly StoredDomain[];
  readonly creating: boolean;
  /** Of the pool. */
  readonly region: string;
}

const prefixPattern = '^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$';
const reserved = ['aws', 'amazon', 'cognito'];

export const domainRefusals: readonly Refusal<DomainSubject>[] = [
  {
    id: 'domain-prefix-format',
    evidence: 'documented',
    words: ({ domain, custom }) =>
      !custom &&
      !new RegExp(prefixPattern).test(domain) &&
      `1 validation error detected: Value '${domain}' at 'domain' failed to satisfy constraint: Member must satisfy regular expression pattern: ${prefixPattern}`,
  },
  {
    id: 'domain-reserved-word',
    evidence: 'reported',
    words: ({ domain, custom }) => {
      const word = domain.split('-').find((part) => reserved.includes(part));
      return !custom && word !== undefined && `Domain cannot contain reserved word: ${word}`;
    },
  },
  {
    id: 'domain-custom-fqdn',
    evidence: 'measured',
    words: ({ domain, custom }) =>
      custom &&
      domain.split('.').length < 3 &&
      'Custom domain is not a valid subdomain: Was not able to resolve a DNS A record for the parent domain or domain parent is a top-level domain.',
  },
  {
    id: 'domain-custom-govcloud',
    evidence: 'documented',
    words: ({ custom, region }) =>
      custom && region.startsWith('us-gov-') && `Custom domains are not supported in ${region}.`,
  },
  {
    id: 'domain-owner',
    evidence: 'measured',
    words: ({ owner, creating, pool }) =>
      creating && owner && owner.poolId !== pool.pool.Id && 'Domain already associated with another user pool.',
  },
  {
    id: 'domain-one-of-a-kind',
    evidence: 'reported',
    words: ({ others, custom, creating }) =>
      creating && others.some((other) => !other.custom === !custom) && 'User pool already has a domain configured.',
  },
  {
    id: 'managed-login-tier',
    evidence: 'measured',
    type: 'FeatureUnavailableInTierException',
    words: ({ managedLoginVersion, pool }) =>
      managedLoginVersion === 2 && pool.pool.UserPoolTier === 'LITE' && notAvailable('LITE', 'Managed Login Version 2'),
  },
];
