/** The requests of these operations. Source: as in values.ts. */

import * as s from './part-structures.js';
import { boolean, list, structure } from './shape.js';
import * as v from './values.js';

export const clients = {
  CreateUserPoolClient: structure(
    {
      UserPoolId: v.userPoolId,
      ClientName: v.clientName,
      GenerateSecret: boolean,
      ClientSecret: v.clientSecret,
      RefreshTokenValidity: v.refreshTokenValidity,
      AccessTokenValidity: v.accessTokenValidity,
      IdTokenValidity: v.idTokenValidity,
      TokenValidityUnits: s.tokenValidityUnits,
      ReadAttributes: v.clientPermissionList,
      WriteAttributes: v.clientPermissionList,
      ExplicitAuthFlows: v.explicitAuthFlowsList,
      SupportedIdentityProviders: v.supportedIdentityProvidersList,
      CallbackURLs: v.callbackURLsList,
      LogoutURLs: v.logoutURLsList,
      DefaultRedirectURI: v.redirectUrl,
      AllowedOAuthFlows: v.oAuthFlows,
      AllowedOAuthScopes: v.scopeList,
      AllowedOAuthFlowsUserPoolClient: boolean,
      AnalyticsConfiguration: s.analyticsConfiguration,
      PreventUserExistenceErrors: v.preventUserExistenceErrorTypes,
      EnableTokenRevocation: boolean,
      EnablePropagateAdditionalUserContextData: boolean,
      AuthSessionValidity: v.authSessionValidity,
      RefreshTokenRotation: s.refreshTokenRotation,
    },
    ['UserPoolId', 'ClientName'],
  ),
  DescribeUserPoolClient: structure({ UserPoolId: v.userPoolId, ClientId: v.clientId }, ['UserPoolId', 'ClientId']),
  UpdateUserPoolClient: structure(
    {
      UserPoolId: v.userPoolId,
      ClientId: v.clientId,
      ClientName: v.clientName,
      RefreshTokenValidity: v.refreshTokenValidity,
      AccessTokenValidity: v.accessTokenValidity,
      IdTokenValidity: v.idTokenValidity,
      TokenValidityUnits: s.tokenValidityUnits,
      ReadAttributes: v.clientPermissionList,
      WriteAttributes: v.clientPermissionList,
      ExplicitAuthFlows: v.explicitAuthFlowsList,
      SupportedIdentityProviders: v.supportedIdentityProvidersList,
      CallbackURLs: v.callbackURLsList,
      LogoutURLs: v.logoutURLsList,
      DefaultRedirectURI: v.redirectUrl,
      AllowedOAuthFlows: v.oAuthFlows,
      AllowedOAuthScopes: v.scopeList,
      AllowedOAuthFlowsUserPoolClient: boolean,
      AnalyticsConfiguration: s.analyticsConfiguration,
      PreventUserExistenceErrors: v.preventUserExistenceErrorTypes,
      EnableTokenRevocation: boolean,
      EnablePropagateAdditionalUserContextData: boolean,
      AuthSessionValidity: v.authSessionValidity,
      RefreshTokenRotation: s.refreshTokenRotation,
    },
    ['UserPoolId', 'ClientId'],
  ),
  DeleteUserPoolClient: structure({ UserPoolId: v.userPoolId, ClientId: v.clientId }, ['UserPoolId', 'ClientId']),
  ListUserPoolClients: structure(
    { UserPoolId: v.userPoolId, MaxResults: v.queryLimit, NextToken: v.paginationKey, ClientType: v.clientType },
    ['UserPoolId'],
  ),
  AddUserPoolClientSecret: structure({ UserPoolId: v.userPoolId, ClientId: v.clientId, ClientSecret: v.clientSecret }, [
    'UserPoolId',
    'ClientId',
  ]),
  ListUserPoolClientSecrets: structure({ UserPoolId: v.userPoolId, ClientId: v.clientId, NextToken: v.paginationKey }, [
    'UserPoolId',
    'ClientId',
  ]),
  DeleteUserPoolClientSecret: structure(
    { UserPoolId: v.userPoolId, ClientId: v.clientId, ClientSecretId: v.clientSecretId },
    ['UserPoolId', 'ClientId', 'ClientSecretId'],
  ),
  GetUserPoolClientSessionConfiguration: structure({ UserPoolId: v.userPoolId, ClientId: v.clientId }, [
    'UserPoolId',
    'ClientId',
  ]),
  SetUserPoolClientSessionConfiguration: structure(
    { UserPoolId: v.userPoolId, ClientId: v.clientId, SSOSession: s.clientSSOSessionConfig },
    ['UserPoolId', 'ClientId', 'SSOSession'],
  ),
  CreateResourceServer: structure(
    {
      UserPoolId: v.userPoolId,
      Identifier: v.resourceServerIdentifier,
      Name: v.resourceServerName,
      Scopes: list(s.resourceServerScope, { max: 100 }),
    },
    ['UserPoolId', 'Identifier', 'Name'],
  ),
  DescribeResourceServer: structure({ UserPoolId: v.userPoolId, Identifier: v.resourceServerIdentifier }, [
    'UserPoolId',
    'Identifier',
  ]),
  UpdateResourceServer: structure(
    {
      UserPoolId: v.userPoolId,
      Identifier: v.resourceServerIdentifier,
      Name: v.resourceServerName,
      Scopes: list(s.resourceServerScope, { max: 100 }),
    },
    ['UserPoolId', 'Identifier', 'Name'],
  ),
  DeleteResourceServer: structure({ UserPoolId: v.userPoolId, Identifier: v.resourceServerIdentifier }, [
    'UserPoolId',
    'Identifier',
  ]),
  ListResourceServers: structure(
    { UserPoolId: v.userPoolId, MaxResults: v.listResourceServersLimit, NextToken: v.paginationKey },
    ['UserPoolId'],
  ),
  CreateIdentityProvider: structure(
    {
      UserPoolId: v.userPoolId,
      ProviderName: v.providerNameTypeV2,
      ProviderType: v.identityProviderType,
      ProviderDetails: v.providerDetails,
      AttributeMapping: v.attributeMapping,
      IdpIdentifiers: v.idpIdentifiersList,
      AcrMapping: v.stringMap,
    },
    ['UserPoolId', 'ProviderName', 'ProviderType', 'ProviderDetails'],
  ),
  DescribeIdentityProvider: structure({ UserPoolId: v.userPoolId, ProviderName: v.providerName }, [
    'UserPoolId',
    'ProviderName',
  ]),
  GetIdentityProviderByIdentifier: structure({ UserPoolId: v.userPoolId, IdpIdentifier: v.idpIdentifier }, [
    'UserPoolId',
    'IdpIdentifier',
  ]),
  UpdateIdentityProvider: structure(
    {
      UserPoolId: v.userPoolId,
      ProviderName: v.providerName,
      ProviderDetails: v.providerDetails,
      AttributeMapping: v.attributeMapping,
      IdpIdentifiers: v.idpIdentifiersList,
      AcrMapping: v.stringMap,
    },
    ['UserPoolId', 'ProviderName'],
  ),
  DeleteIdentityProvider: structure({ UserPoolId: v.userPoolId, ProviderName: v.providerName }, [
    'UserPoolId',
    'ProviderName',
  ]),
  ListIdentityProviders: structure(
    { UserPoolId: v.userPoolId, MaxResults: v.listProvidersLimit, NextToken: v.paginationKey },
    ['UserPoolId'],
  ),
  DescribeRiskConfiguration: structure({ UserPoolId: v.userPoolId, ClientId: v.clientId }, ['UserPoolId']),
  SetRiskConfiguration: structure(
    {
      UserPoolId: v.userPoolId,
      ClientId: v.clientId,
      CompromisedCredentialsRiskConfiguration: s.compromisedCredentialsRiskConfiguration,
      AccountTakeoverRiskConfiguration: s.accountTakeoverRiskConfiguration,
      RiskExceptionConfiguration: s.riskExceptionConfiguration,
    },
    ['UserPoolId'],
  ),
} as const;
