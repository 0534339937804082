import type { Shape } from './shape.js';

/** The API reference of an operation. Its response syntax and its text are the source, with examples of the AWS CLI. */
const api = (operation: string): string =>
  `https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_${operation}.html`;
const cli = (command: string): string =>
  `https://docs.aws.amazon.com/cli/latest/reference/cognito-idp/${command}.html#examples`;

/** A list that is empty is sent as an empty list. */
const users = ['Users', 'Users[].Username', 'Users[].UserStatus', 'Users[].Enabled'];

/**
 * What Cognito's answers hold. The SDK marks the members of few of them as required; beyond that, a member is here where AWS's
 * example shows it in a pool that does not set it, or it names the object, and all recorded reads hold it.
 */
export const COGNITO: Readonly<Record<string, Shape>> = {
  ListUserPools: {
    always: ['UserPools', 'UserPools[].Id', 'UserPools[].Name'],
    source: cli('list-user-pools'),
  },
  DescribeUserPool: {
    always: [
      'UserPool',
      'UserPool.Id',
      'UserPool.Name',
      'UserPool.MfaConfiguration',
      'UserPool.Policies.PasswordPolicy',
      'UserPool.SchemaAttributes',
      'UserPool.SchemaAttributes[].Name',
      'UserPool.SchemaAttributes[].AttributeDataType',
      'UserPool.SchemaAttributes[].Mutable',
      'UserPool.SchemaAttributes[].Required',
      'UserPool.LambdaConfig',
      'UserPool.EmailConfiguration',
      'UserPool.AdminCreateUserConfig',
      'UserPool.UserPoolTags',
    ],
    repeats: { 'UserPool.Id': 'UserPoolId' },
    mentions: { 'UserPool.Arn': 'UserPoolId' },
    source: cli('describe-user-pool'),
  },
  GetUserPoolMfaConfig: { always: ['MfaConfiguration'], source: api('GetUserPoolMfaConfig') },
  ListUserPoolClients: {
    always: [
      'UserPoolClients',
      'UserPoolClients[].UserPoolId',
      'UserPoolClients[].ClientId',
      'UserPoolClients[].ClientName',
    ],
    repeats: { 'UserPoolClients[].UserPoolId': 'UserPoolId' },
    source: cli('list-user-pool-clients'),
  },
  DescribeUserPoolClient: {
    always: [
      'UserPoolClient',
      'UserPoolClient.UserPoolId',
      'UserPoolClient.ClientId',
      'UserPoolClient.ClientName',
      'UserPoolClient.RefreshTokenValidity',
    ],
    repeats: { 'UserPoolClient.UserPoolId': 'UserPoolId', 'UserPoolClient.ClientId': 'ClientId' },
    source: cli('describe-user-pool-client'),
  },
  GetUserPoolClientSessionConfiguration: {
    always: ['UserPoolId', 'ClientId'],
    repeats: { UserPoolId: 'UserPoolId', ClientId: 'ClientId' },
    source: api('GetUserPoolClientSessionConfiguration'),
  },
  ListUserPoolClientSecrets: {
    always: ['ClientSecrets', 'ClientSecrets[].ClientSecretId'],
    // "This identifier follows the format <client-id>--<epoch-create-time>."
    mentions: { 'ClientSecrets[].ClientSecretId': 'ClientId' },
    source: api('ListUserPoolClientSecrets'),
  },
  DescribeUserPoolDomain: {
    always: ['DomainDescription', 'DomainDescription.UserPoolId', 'DomainDescription.Domain'],
    repeats: { 'DomainDescription.Domain': 'Domain' },
    source: cli('describe-user-pool-domain'),
  },
  ListIdentityProviders: {
    always: ['Providers[].ProviderName', 'Providers[].ProviderType'],
    source: api('ListIdentityProviders'),
  },
  DescribeIdentityProvider: {
    always: [
      'IdentityProvider.UserPoolId',
      'IdentityProvider.ProviderName',
      'IdentityProvider.ProviderType',
      'IdentityProvider.ProviderDetails',
    ],
    repeats: { 'IdentityProvider.UserPoolId': 'UserPoolId', 'IdentityProvider.ProviderName': 'ProviderName' },
    source: api('DescribeIdentityProvider'),
  },
  ListResourceServers: {
    always: ['ResourceServers[].UserPoolId', 'ResourceServers[].Identifier', 'ResourceServers[].Name'],
    repeats: { 'ResourceServers[].UserPoolId': 'UserPoolId' },
    source: cli('list-resource-servers'),
  },
  ListGroups: {
    always: ['Groups', 'Groups[].GroupName', 'Groups[].UserPoolId'],
    repeats: { 'Groups[].UserPoolId': 'UserPoolId' },
    source: cli('list-groups'),
  },
  DescribeRiskConfiguration: {
    always: ['RiskConfiguration.UserPoolId'],
    repeats: { 'RiskConfiguration.UserPoolId': 'UserPoolId', 'RiskConfiguration.ClientId': 'ClientId' },
    general: 'ALL',
    source: cli('describe-risk-configuration'),
  },
  // A pool without a customisation is answered with an empty one.
  GetUICustomization: {
    repeats: { 'UICustomization.UserPoolId': 'UserPoolId', 'UICustomization.ClientId': 'ClientId' },
    general: 'ALL',
    source: api('GetUICustomization'),
  },
  DescribeManagedLoginBrandingByClient: {
    always: ['ManagedLoginBranding', 'ManagedLoginBranding.ManagedLoginBrandingId', 'ManagedLoginBranding.UserPoolId'],
    repeats: { 'ManagedLoginBranding.UserPoolId': 'UserPoolId' },
    source: api('DescribeManagedLoginBrandingByClient'),
  },
  // Inferred for a pool that never delivered logs: the SDK marks the list inside as required, and an empty one says it.
  GetLogDeliveryConfiguration: {
    always: ['LogDeliveryConfiguration'],
    repeats: { 'LogDeliveryConfiguration.UserPoolId': 'UserPoolId' },
    source: api('GetLogDeliveryConfiguration'),
  },
  ListTerms: { source: api('ListTerms') },
  DescribeTerms: {
    always: ['Terms'],
    repeats: { 'Terms.UserPoolId': 'UserPoolId', 'Terms.TermsId': 'TermsId' },
    source: api('DescribeTerms'),
  },
  GetUserPoolSessionConfiguration: {
    always: ['UserPoolId'],
    repeats: { UserPoolId: 'UserPoolId' },
    source: api('GetUserPoolSessionConfiguration'),
  },
  ListUserPoolReplicas: {
    always: ['UserPoolReplicas', 'UserPoolReplicas[].RegionName', 'UserPoolReplicas[].Role'],
    mentions: { 'UserPoolReplicas[].UserPoolArn': 'UserPoolId' },
    source: api('ListUserPoolReplicas'),
  },
  ListUsers: { always: users, source: cli('list-users') },
  ListUsersInGroup: { always: users, source: cli('list-users-in-group') },
  AdminGetUserAuthFactors: {
    repeats: { Username: 'Username' },
    anyCase: true,
    source: api('AdminGetUserAuthFactors'),
  },
};
