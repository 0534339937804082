import type { AnalyticsConfigurationType, UserPoolClientType } from '@aws-sdk/client-cognito-identity-provider';
import type { Context } from '../operation.js';
import type { Refusal } from '../refusal.js';
import type { StoredPool } from '../store.js';
import { tokenRefusals } from './tokens.js';
import { arnPart } from './words.js';

/** A client as it would be, in its pool. */
export interface ClientSubject {
  readonly next: UserPoolClientType;
  readonly hasSecret: boolean;
  readonly pool: StoredPool;
  readonly verb: 'creating' | 'updating';
  readonly context: Context;
}

type ClientRefusal = Refusal<ClientSubject>;

const oauth: readonly ClientRefusal[] = [
  {
    id: 'client-credentials-alone',
    evidence: 'measured',
    words: ({ next: { AllowedOAuthFlows: flows = [] } }) =>
      flows.includes('client_credentials') &&
      flows.length > 1 &&
      'client_credentials flow can not be selected along with code flow or implicit flow.',
  },
  {
    id: 'client-credentials-secret',
    evidence: 'measured',
    words: ({ next, hasSecret }) =>
      next.AllowedOAuthFlows?.includes('client_credentials') &&
      !hasSecret &&
      'client_credentials flow can not be selected if client does not have a client secret.',
  },
  {
    id: 'oauth-flows-scopes',
    evidence: 'measured',
    words: ({ next }) =>
      next.AllowedOAuthFlowsUserPoolClient &&
      !(next.AllowedOAuthFlows?.length && next.AllowedOAuthScopes?.length) &&
      'AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.',
  },
  {
    id: 'oauth-callback',
    evidence: 'measured',
    words: ({ next }) =>
      next.AllowedOAuthFlows?.some((flow) => flow !== 'client_credentials') &&
      !next.CallbackURLs?.length &&
      'CallbackUrls can not be empty when code flow or implicit flow is selected',
  },
  {
    id: 'scope-unknown',
    evidence: 'measured',
    words: ({ next, pool }) => {
      const unknown = next.AllowedOAuthScopes?.find((scope) => !knownScopes(pool).includes(scope));
      return unknown !== undefined && `Invalid scope requested: ${unknown}`;
    },
  },
];

const ownScopes = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin'];

function knownScopes(pool: StoredPool): string[] {
  const custom = [...pool.resourceServers.values()].flatMap(({ Identifier, Scopes = [] }) =>
    Scopes.map((scope) => `${Identifier}/${scope.ScopeName}`),
  );
  return [...ownScopes, ...custom];
}

const urls: readonly ClientRefusal[] = [
  {
    id: 'url-http',
    evidence: 'measured',
    words: ({ next }) => {
      const plain = allUrls(next).find((url) => isHttp(url) && !isLocal(url));
      return plain !== undefined && `${plain} cannot use the HTTP protocol.`;
    },
  },
  {
    id: 'url-fragment',
    evidence: 'measured',
    words: ({ next }) => {
      const fragment = allUrls(next).find((url) => url.includes('#'));
      return fragment !== undefined && `${fragment} cannot use fragment`;
    },
  },
  {
    id: 'default-redirect-member',
    evidence: 'measured',
    words: ({ next: { DefaultRedirectURI: uri, CallbackURLs: callbacks = [] } }) =>
      uri !== undefined &&
      !callbacks.includes(uri) &&
      `The default redirect URI ${uri} is not in the callback URIs list.`,
  },
];

const allUrls = ({ CallbackURLs = [], LogoutURLs = [] }: UserPoolClientType): string[] => [
  ...CallbackURLs,
  ...LogoutURLs,
];
const isHttp = (url: string): boolean => /^http:/i.test(url);
const isLocal = (url: string): boolean => /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/?]|$)/i.test(url);

const attributes: readonly ClientRefusal[] = [
  {
    id: 'read-attributes',
    evidence: 'measured',
    words: ({ next, pool, verb }) =>
      next.ReadAttributes?.some((name) => !has(pool, name)) &&
      `Invalid read attributes specified while ${verb} a client`,
  },
  {
    id: 'write-attributes',
    evidence: 'measured',
    words: ({ next, pool, verb }) =>
      next.WriteAttributes?.some((name) => !has(pool, name) || ownedByCognito.includes(name)) &&
      `Invalid write attributes specified while ${verb} a client`,
  },
];

const ownedByCognito = ['sub', 'email_verified', 'phone_number_verified'];
const has = ({ pool }: StoredPool, name: string): boolean => !!pool.SchemaAttributes?.some((a) => a.Name === name);

const others: readonly ClientRefusal[] = [
  {
    id: 'identity-provider-missing',
    evidence: 'measured',
    words: ({ next, pool }) => {
      const missing = next.SupportedIdentityProviders?.find((n) => n !== 'COGNITO' && !pool.identityProviders.has(n));
      return missing !== undefined && `The provider ${missing} does not exist for User Pool ${pool.pool.Id}.`;
    },
  },
  {
    id: 'auth-flows-mixed',
    evidence: 'measured',
    words: ({ next: { ExplicitAuthFlows: flows = [] } }) =>
      flows.some((flow) => flow.startsWith('ALLOW_')) &&
      flows.some((flow) => !flow.startsWith('ALLOW_')) &&
      "Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.",
  },
  {
    id: 'context-data-secret',
    evidence: 'measured',
    words: ({ next, hasSecret }) =>
      next.EnablePropagateAdditionalUserContextData &&
      !hasSecret &&
      'Client Secret is required to set EnablePropagateAdditionalUserContextData as true',
  },
  {
    id: 'analytics-form',
    evidence: 'measured',
    words: ({ next }) =>
      malformed(next.AnalyticsConfiguration) &&
      'Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> are valid',
  },
  {
    id: 'analytics-region',
    evidence: 'measured',
    words: ({ next: { AnalyticsConfiguration: analytics }, context }) => {
      const region = arnPart(analytics?.ApplicationArn ?? '', 'region');
      const foreign = analytics?.ApplicationArn !== undefined && region !== context.region;
      return foreign && `The integration with Pinpoint is not supported for the requested ${region} region.`;
    },
  },
];

function malformed(analytics?: AnalyticsConfigurationType): boolean {
  if (!analytics) return false;
  const parts = [analytics.ApplicationId, analytics.RoleArn, analytics.ExternalId].filter((part) => part !== undefined);
  return analytics.ApplicationArn === undefined ? parts.length < 3 : parts.length > 0;
}

export const clientRefusals: readonly ClientRefusal[] = [...oauth, ...urls, ...attributes, ...others, ...tokenRefusals];
