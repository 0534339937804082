import type { SectionName } from '../model/sections.js';

/** The operations that reading a section takes; a test holds them against what an audit sends. */
export const READS: { readonly [S in SectionName]: readonly string[] } = {
  pool: ['DescribeUserPool'],
  mfa: ['GetUserPoolMfaConfig'],
  clients: [
    'ListUserPoolClients',
    'DescribeUserPoolClient',
    'GetUserPoolClientSessionConfiguration',
    'ListUserPoolClientSecrets',
  ],
  domains: ['DescribeUserPoolDomain'],
  users: ['ListUsers'],
  identityProviders: ['ListIdentityProviders', 'DescribeIdentityProvider'],
  resourceServers: ['ListResourceServers'],
  groups: ['ListGroups'],
  risk: ['DescribeRiskConfiguration'],
  hostedUi: ['GetUICustomization'],
  branding: ['DescribeManagedLoginBrandingByClient'],
  logs: ['GetLogDeliveryConfiguration'],
  terms: ['ListTerms', 'DescribeTerms'],
  sessions: ['GetUserPoolSessionConfiguration'],
  replicas: ['ListUserPoolReplicas'],
};

/** How a pool is found whose id nobody knows. */
export const FIND = 'ListUserPools';

/** What a limiter asks when it has to wait; where it may not, AWS's default quotas stand. */
export const LEARN_QUOTAS = 'GetProvisionedLimit';

/** Reads whose answers hold what nobody else should know: secrets of clients and identity providers, people. */
export const REVEALING: ReadonlySet<string> = new Set([
  'DescribeUserPoolClient',
  'DescribeIdentityProvider',
  'ListUsers',
]);
