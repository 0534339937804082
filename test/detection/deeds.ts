// What somebody may add to a pool behind the code's back.
import type { StoredPool } from '../../src/sandbox/index.js';

export interface Deed {
  readonly name: string;
  readonly pool: 'base' | 'plain';
  /** Calls about the pool; `client` is the id of its client, `pool` its own. */
  readonly done?: (ids: { readonly client: string; readonly pool: string }) => readonly (readonly [string, object])[];
  /** What no call reaches. */
  readonly seeded?: (stored: StoredPool) => void;
  /** Rule, setting and severity; nothing where AWS itself is the author. */
  readonly finds?: readonly [rule: string, setting: string, severity: string];
}

const role = 'arn:aws:iam::123456789012:role/power';
const google = {
  ProviderName: 'Google',
  ProviderType: 'Google',
  ProviderDetails: { client_id: 'x', client_secret: 'y', authorize_scopes: 'openid' },
};
const extra = (setting: string, severity = 'error') => ['drift/extra', setting, severity] as const;
const changed = (setting: string, severity = 'error') => ['drift/changed', setting, severity] as const;

export const DEEDS: readonly Deed[] = [
  {
    name: 'an identity provider',
    pool: 'base',
    done: () => [['CreateIdentityProvider', google]],
    finds: extra('identityProviders.Google'),
  },
  {
    name: 'a client',
    pool: 'base',
    done: () => [['CreateUserPoolClient', { ClientName: 'rogue' }]],
    finds: extra('clients.rogue'),
  },
  {
    name: 'a client of a name that is taken',
    pool: 'base',
    done: () => [['CreateUserPoolClient', { ClientName: 'web' }]],
    finds: extra('clients.web#ID'),
  },
  {
    name: 'a client named like those that OpenSearch makes',
    pool: 'base',
    done: () => [
      ['CreateUserPoolClient', { ClientName: 'AmazonOpenSearchService-x-eu-west-1-abc', GenerateSecret: true }],
    ],
    finds: extra('clients.AmazonOpenSearchService-x-eu-west-1-abc'),
  },
  {
    name: 'a secret of a client that has none',
    pool: 'plain',
    done: ({ client }) => [['AddUserPoolClientSecret', { ClientId: client }]],
    finds: changed('clients.web.secret'),
  },
  {
    name: 'tokens that cannot be revoked',
    pool: 'plain',
    done: ({ client }) => [['UpdateUserPoolClient', { ClientId: client, EnableTokenRevocation: false }]],
    finds: changed('clients.web.tokenRevocation'),
  },
  {
    name: 'identifiers of a provider',
    pool: 'plain',
    done: () => [['UpdateIdentityProvider', { ProviderName: 'Okta', IdpIdentifiers: ['acme.example'] }]],
    finds: changed('identityProviders.Okta.identifiers'),
  },
  {
    name: 'a group with a role',
    pool: 'base',
    done: () => [['CreateGroup', { GroupName: 'rogues', RoleArn: role }]],
    finds: extra('groups.rogues'),
  },
  {
    name: 'a group without a role',
    pool: 'base',
    done: () => [['CreateGroup', { GroupName: 'rogues' }]],
    finds: extra('groups.rogues'),
  },
  {
    name: 'the group that Cognito makes for a declared provider',
    pool: 'base',
    done: ({ pool }) => [['CreateGroup', { GroupName: `${pool}_Okta` }]],
  },
  {
    name: 'a group named like that one, with a role',
    pool: 'base',
    done: ({ pool }) => [['CreateGroup', { GroupName: `${pool}_Okta`, RoleArn: role }]],
    finds: extra('groups.POOL_Okta'),
  },
  {
    name: 'a group named after a provider that the spec does not have',
    pool: 'base',
    done: ({ pool }) => [['CreateGroup', { GroupName: `${pool}_Google` }]],
    finds: extra('groups.POOL_Google'),
  },
  {
    name: 'a domain',
    pool: 'base',
    done: () => [['CreateUserPoolDomain', { Domain: 'rogue' }]],
    finds: extra('domains.rogue'),
  },
  {
    name: 'a resource server',
    pool: 'base',
    done: () => [['CreateResourceServer', { Identifier: 'rogue', Name: 'rogue' }]],
    finds: extra('resourceServers.rogue'),
  },
  {
    name: 'a scope',
    pool: 'plain',
    done: () => [
      [
        'UpdateResourceServer',
        { Identifier: 'orders', Name: 'orders', Scopes: [{ ScopeName: 'all', ScopeDescription: 'All' }] },
      ],
    ],
    finds: changed('resourceServers.orders.scopes'),
  },
  {
    name: 'a trigger',
    pool: 'plain',
    done: () => [
      ['UpdateUserPool', { LambdaConfig: { UserMigration: 'arn:aws:lambda:us-east-1:123456789012:function:rogue' } }],
    ],
    finds: changed('triggers.userMigration'),
  },
  {
    name: 'a risk configuration of the pool',
    pool: 'plain',
    done: () => [
      ['SetRiskConfiguration', { CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'NO_ACTION' } } }],
    ],
    finds: extra('risk.pool'),
  },
  {
    name: 'a risk configuration of a client',
    pool: 'plain',
    done: ({ client }) => [
      [
        'SetRiskConfiguration',
        { ClientId: client, RiskExceptionConfiguration: { SkippedIPRangeList: ['192.0.2.0/24'] } },
      ],
    ],
    finds: extra('risk.web'),
  },
  {
    name: 'a style of managed login',
    pool: 'plain',
    done: ({ client }) => [['CreateManagedLoginBranding', { ClientId: client, UseCognitoProvidedValues: true }]],
    finds: extra('branding.web', 'warning'),
  },
  {
    name: 'a style of the classic hosted UI',
    pool: 'plain',
    done: () => [['SetUICustomization', { ClientId: 'ALL', CSS: '.banner-customizable { color: red; }' }]],
    finds: extra('hostedUi.pool', 'warning'),
  },
  {
    name: 'terms',
    pool: 'base',
    done: ({ client }) => [
      [
        'CreateTerms',
        {
          ClientId: client,
          TermsName: 'privacy-policy',
          TermsSource: 'LINK',
          Enforcement: 'NONE',
          Links: { 'cognito:default': 'https://rogue.example/' },
        },
      ],
    ],
    finds: extra('terms.web/privacy-policy', 'warning'),
  },
  {
    name: 'log delivery',
    pool: 'plain',
    done: () => [
      [
        'SetLogDeliveryConfiguration',
        {
          LogConfigurations: [
            {
              EventSource: 'userNotification',
              LogLevel: 'ERROR',
              CloudWatchLogsConfiguration: { LogGroupArn: 'arn:aws:logs:us-east-1:123456789012:log-group:rogue' },
            },
          ],
        },
      ],
    ],
    finds: changed('logs.userNotification'),
  },
  {
    name: 'a replica',
    pool: 'base',
    done: () => [['CreateUserPoolReplica', { RegionName: 'eu-central-1' }]],
    finds: extra('replicas.eu-central-1'),
  },
  {
    name: 'an attribute',
    pool: 'base',
    done: () => [['AddCustomAttributes', { CustomAttributes: [{ Name: 'rogue', AttributeDataType: 'String' }] }]],
    finds: extra('attributes.custom:rogue', 'warning'),
  },
  {
    name: 'a tag of an AWS service',
    pool: 'base',
    seeded: ({ pool }) => Object.assign(pool.UserPoolTags ?? {}, { 'aws:cloudformation:stack-name': 'x' }),
  },
  {
    name: 'a tag that only looks like one of an AWS service',
    pool: 'base',
    done: () => [['TagResource', { Tags: { 'awsx:stack': 'x' } }]],
    finds: changed('pool.tags', 'note'),
  },
  {
    name: 'a standard attribute that has become required',
    pool: 'plain',
    seeded: ({ pool }) =>
      Object.assign(pool.SchemaAttributes?.find(({ Name }) => Name === 'email') ?? {}, { Required: true }),
    finds: extra('attributes.email', 'warning'),
  },
];
