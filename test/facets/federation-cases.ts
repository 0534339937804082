// Pools of other identity providers, machines, triggers and devices: how each is made as its spec says, and what somebody
// may do to it on the wire.

type Call = readonly [operation: string, input: Readonly<Record<string, unknown>>];

export interface Case {
  readonly name: string;
  readonly spec: string;
  /** Makes the pool as the spec has it; the first call creates it. */
  readonly made: readonly Call[];
  /** What is done, and the one root finding: setting, kind, and what brings it back. */
  readonly mutations: readonly {
    readonly done: Call;
    readonly finds: readonly [setting: string, kind: string, convergedBy: string];
  }[];
}

const fn = (name: string): string => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
const role = (name: string): string => `arn:aws:iam::123456789012:role/${name}`;
const KEY = 'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555';
const V1 = (name: string) => ({ LambdaArn: fn(name), LambdaVersion: 'V1_0' });
const create = (input: object = {}): Call => [
  'CreateUserPool',
  { PoolName: 'acme', UsernameConfiguration: { CaseSensitive: false }, ...input },
];
const update = (input: object): Call => ['UpdateUserPool', { ...input }];

const PLAIN = [
  'preSignUp',
  'customMessage',
  'postConfirmation',
  'preAuthentication',
  'postAuthentication',
  'defineAuthChallenge',
  'createAuthChallenge',
  'verifyAuthChallengeResponse',
  'userMigration',
] as const;
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const LAMBDAS = {
  ...Object.fromEntries(PLAIN.map((name) => [capital(name), fn(name)])),
  PreTokenGenerationConfig: { LambdaArn: fn('tokens'), LambdaVersion: 'V2_0' },
  CustomSMSSender: V1('sms'),
  CustomEmailSender: V1('mail'),
  KMSKeyID: KEY,
  InboundFederation: V1('inbound'),
};
const lambdas = (change: object): Call => update({ LambdaConfig: { ...LAMBDAS, ...change } });

const triggers: Case = {
  name: 'triggers of every kind',
  spec: `triggers:
${PLAIN.map((name) => `  ${name}: ${fn(name)}\n`).join('')}  preTokenGeneration: ${fn('tokens')}
  preTokenGenerationVersion: V2_0
  customSmsSender: ${fn('sms')}
  customEmailSender: ${fn('mail')}
  kmsKey: ${KEY}
  inboundFederation: ${fn('inbound')}
`,
  made: [create({ LambdaConfig: LAMBDAS })],
  mutations: [
    ...PLAIN.map((name) => ({
      done: lambdas({ [capital(name)]: fn('eve') }),
      finds: [`triggers.${name}`, 'changed', 'terraform'] as const,
    })),
    {
      done: lambdas({ PreTokenGenerationConfig: { LambdaArn: fn('eve'), LambdaVersion: 'V2_0' } }),
      finds: ['triggers.preTokenGeneration', 'changed', 'terraform'],
    },
    {
      done: lambdas({ PreTokenGenerationConfig: { LambdaArn: fn('tokens'), LambdaVersion: 'V3_0' } }),
      finds: ['triggers.preTokenGenerationVersion', 'changed', 'terraform'],
    },
    {
      done: lambdas({ PreTokenGenerationConfig: undefined }),
      finds: ['triggers.preTokenGeneration', 'changed', 'terraform'],
    },
    { done: lambdas({ CustomSMSSender: V1('eve') }), finds: ['triggers.customSmsSender', 'changed', 'terraform'] },
    { done: lambdas({ CustomEmailSender: undefined }), finds: ['triggers.customEmailSender', 'changed', 'terraform'] },
    { done: lambdas({ KMSKeyID: KEY.replace('key/1', 'key/2') }), finds: ['triggers.kmsKey', 'changed', 'terraform'] },
    { done: lambdas({ InboundFederation: V1('eve') }), finds: ['triggers.inboundFederation', 'changed', 'fix'] },
    { done: lambdas({ InboundFederation: undefined }), finds: ['triggers.inboundFederation', 'changed', 'fix'] },
  ],
};

const rogueTriggers: Case = {
  name: 'triggers that nobody declared',
  spec: `triggers:\n  preSignUp: ${fn('up')}\n`,
  made: [create({ LambdaConfig: { PreSignUp: fn('up') } })],
  mutations: [
    {
      done: update({ LambdaConfig: { PreSignUp: fn('up'), UserMigration: fn('eve') } }),
      finds: ['triggers.userMigration', 'changed', 'terraform'],
    },
    // hashicorp/terraform-provider-aws#38617: the plan is silent.
    {
      done: update({ LambdaConfig: { PreSignUp: fn('up'), PreTokenGeneration: fn('eve') } }),
      finds: ['triggers.preTokenGeneration', 'changed', 'fix'],
    },
    {
      done: update({ LambdaConfig: { PreSignUp: fn('up'), InboundFederation: V1('eve') } }),
      finds: ['triggers.inboundFederation', 'changed', 'fix'],
    },
  ],
};

const noTriggers: Case = {
  name: 'a pool without triggers',
  spec: '',
  made: [create()],
  mutations: [
    {
      done: update({ LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: fn('eve'), LambdaVersion: 'V3_0' } } }),
      finds: ['triggers.preTokenGeneration', 'changed', 'terraform'],
    },
    // A configuration that is all false remembers devices all the same.
    { done: update({ DeviceConfiguration: {} }), finds: ['devices.remember', 'changed', 'terraform'] },
    {
      done: update({ DeviceConfiguration: { ChallengeRequiredOnNewDevice: true } }),
      finds: ['devices.remember', 'changed', 'terraform'],
    },
    {
      done: update({ KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: KEY } }),
      finds: ['encryption.key', 'changed', 'fix'],
    },
    { done: update({ IssuerConfiguration: { Type: 'UPDATED' } }), finds: ['tokens.issuer', 'changed', 'fix'] },
    {
      done: update({ AcrConfiguration: { Level2: { AcrValue: 'urn:eve' } } }),
      finds: ['tokens.assuranceLevels', 'changed', 'fix'],
    },
    {
      done: update({ DcrConfiguration: { OpenDcrEnabled: true, AllowedScopes: ['x/y'] } }),
      finds: ['dynamicRegistration.enabled', 'changed', 'fix'],
    },
    {
      done: update({ SmsConfiguration: { EumsSms: { CallerArn: role('eve'), OriginationIdentity: '+15555550100' } } }),
      finds: ['smsSender.eumsRole', 'changed', 'fix'],
    },
    {
      done: ['CreateIdentityProvider', saml('Rogue')],
      finds: ['identityProviders.Rogue', 'extra', 'fix'],
    },
    {
      done: ['CreateResourceServer', { Identifier: 'https://eve.example/v2', Name: 'x' }],
      finds: ['resourceServers.https://eve.example/v2', 'extra', 'fix'],
    },
    { done: ['CreateGroup', { GroupName: 'eve' }], finds: ['groups.eve', 'extra', 'fix'] },
  ],
};

const DEVICES = { ChallengeRequiredOnNewDevice: false, DeviceOnlyRememberedOnUserPrompt: true };
const DCR = {
  EnableStatus: 'Enabled',
  OpenDcrEnabled: false,
  AuthenticatedGrantTypes: ['code'],
  OpenDcrGrantTypes: ['code'],
  AllowedScopes: ['orders/write', 'orders/read'],
};
const EumsSms = {
  CallerArn: role('eums'),
  ExternalId: 'x',
  OriginationIdentity: '+15555550100',
  ConfigurationSetName: 'acme',
  InEntityId: '1101',
  InTemplateId: '1107',
};
const ACR = { Level2: { AcrValue: 'urn:acme:two' }, Level1: { AcrValue: 'urn:cognito:loa:1' } };
/** With what an update that leaves it out would reset. */
const only = (input: object): Call => update({ DeviceConfiguration: DEVICES, AcrConfiguration: ACR, ...input });
const eums = (change: object): Call => only({ SmsConfiguration: { EumsSms: { ...EumsSms, ...change } } });
const dcr = (change: object): Call => only({ DcrConfiguration: { ...DCR, ...change } });

const declared: Case = {
  name: 'devices, keys, tokens, registration and End User Messaging',
  spec: `devices:
  remember: onRequest
encryption:
  kmsKey: ${KEY}
tokens:
  issuer: updated
  assuranceLevels:
    Level2: urn:acme:two
dynamicRegistration:
  enabled: true
  grants: [code]
  openGrants: [code]
  scopes: [orders/read, orders/write]
smsSender:
  eumsRole: ${role('eums')}
  eumsExternalId: x
  eumsOrigin: "+15555550100"
  eumsConfigurationSet: acme
  eumsIndiaEntity: "1101"
  eumsIndiaTemplate: "1107"
`,
  made: [
    create({
      DeviceConfiguration: DEVICES,
      KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: KEY },
      IssuerConfiguration: { Type: 'UPDATED' },
      AcrConfiguration: ACR,
      DcrConfiguration: DCR,
      SmsConfiguration: { EumsSms },
    }),
  ],
  mutations: [
    {
      done: only({ DeviceConfiguration: { ...DEVICES, ChallengeRequiredOnNewDevice: true } }),
      finds: ['devices.replacesSecondFactor', 'changed', 'terraform'],
    },
    {
      done: only({ DeviceConfiguration: { ...DEVICES, DeviceOnlyRememberedOnUserPrompt: false } }),
      finds: ['devices.remember', 'changed', 'terraform'],
    },
    {
      done: only({ KeyConfiguration: { KeyType: 'AWS_OWNED_KEY' } }),
      finds: ['encryption.key', 'changed', 'fix'],
    },
    {
      done: only({ KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: KEY.replace('key/1', 'key/2') } }),
      finds: ['encryption.kmsKey', 'changed', 'fix'],
    },
    { done: only({ IssuerConfiguration: { Type: 'ORIGINAL' } }), finds: ['tokens.issuer', 'changed', 'fix'] },
    {
      done: only({ AcrConfiguration: { ...ACR, Level3: { AcrValue: 'urn:eve' } } }),
      finds: ['tokens.assuranceLevels', 'changed', 'fix'],
    },
    { done: dcr({ EnableStatus: 'Disabled' }), finds: ['dynamicRegistration.enabled', 'changed', 'fix'] },
    { done: dcr({ OpenDcrEnabled: true }), finds: ['dynamicRegistration.open', 'changed', 'fix'] },
    { done: dcr({ AuthenticatedGrantTypes: [] }), finds: ['dynamicRegistration.grants', 'changed', 'fix'] },
    {
      done: dcr({ OpenDcrGrantTypes: ['code', 'client_credentials'] }),
      finds: ['dynamicRegistration.openGrants', 'changed', 'fix'],
    },
    { done: dcr({ AllowedScopes: ['orders/read'] }), finds: ['dynamicRegistration.scopes', 'changed', 'fix'] },
    { done: eums({ CallerArn: role('eve') }), finds: ['smsSender.eumsRole', 'changed', 'fix'] },
    { done: eums({ ExternalId: 'y' }), finds: ['smsSender.eumsExternalId', 'changed', 'fix'] },
    { done: eums({ OriginationIdentity: 'EVE' }), finds: ['smsSender.eumsOrigin', 'changed', 'fix'] },
    { done: eums({ ConfigurationSetName: undefined }), finds: ['smsSender.eumsConfigurationSet', 'changed', 'fix'] },
    { done: eums({ InEntityId: '2' }), finds: ['smsSender.eumsIndiaEntity', 'changed', 'fix'] },
    { done: eums({ InTemplateId: '2' }), finds: ['smsSender.eumsIndiaTemplate', 'changed', 'fix'] },
    { done: eums({ Region: 'eu-west-1' }), finds: ['smsSender.eumsRegion', 'changed', 'fix'] },
    {
      done: only({ SmsConfiguration: { SnsCallerArn: role('sns'), ExternalId: 'x' } }),
      finds: ['smsSender.role', 'changed', 'fix'],
    },
  ],
};

function saml(ProviderName: string): Readonly<Record<string, unknown>> {
  const ProviderDetails = { MetadataURL: 'https://idp.example.com/metadata', IDPSignout: 'true' };
  return { ProviderName, ProviderType: 'SAML', ProviderDetails };
}

const OIDC = {
  client_id: 'abc',
  client_secret: 'hunter2',
  authorize_scopes: 'openid',
  oidc_issuer: 'https://acme.okta.com',
  attributes_request_method: 'GET',
};
const GOOGLE = { client_id: 'abc', client_secret: 'hunter2', authorize_scopes: 'openid' };
const okta = (change: object): Call => ['UpdateIdentityProvider', { ProviderName: 'Okta', ...change }];
const SCOPES = [
  { ScopeName: 'write', ScopeDescription: 'Write' },
  { ScopeName: 'read', ScopeDescription: 'Read' },
];
const orders = (change: object): Call => [
  'UpdateResourceServer',
  { Identifier: 'orders', Name: 'Orders', Scopes: SCOPES, ...change },
];
const admins = (change: object): Call => ['UpdateGroup', { GroupName: 'admins', ...change }];
const DOMAIN = 'auth.example.com';
const CertificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555';
const domain = (change: object): Call => ['UpdateUserPoolDomain', { Domain: DOMAIN, ...change }];

const objects: Case = {
  name: 'identity providers, resource servers, groups and a domain',
  spec: `identityProviders:
  Okta:
    type: oidc
    details:
      client_id: abc
      authorize_scopes: openid
      oidc_issuer: https://acme.okta.com
      attributes_request_method: GET
    secretVariable: okta
    attributeMapping:
      email: email
    identifiers: [b.example, a.example]
    acrMapping:
      Level2: urn:okta:2
  Google:
    type: google
    details:
      client_id: abc
      authorize_scopes: openid
    secretVariable: google
  Corporate:
    type: saml
    details:
      MetadataURL: https://idp.example.com/metadata
      IDPSignout: "true"
resourceServers:
  orders:
    name: Orders
    scopes:
      read: Read
      write: Write
groups:
  admins:
    description: Admins
    role: ${role('admins')}
    precedence: 1
  plain:
domains:
  ${DOMAIN}:
    certificate: ${CertificateArn}
    securityPolicy: tls12
    failoverRegion: eu-west-1
    failoverHealthCheck: abc
`,
  made: [
    create(),
    [
      'CreateIdentityProvider',
      {
        ProviderName: 'Okta',
        ProviderType: 'OIDC',
        ProviderDetails: OIDC,
        AttributeMapping: { email: 'email' },
        IdpIdentifiers: ['a.example', 'b.example'],
        AcrMapping: { Level2: 'urn:okta:2' },
      },
    ],
    ['CreateIdentityProvider', { ProviderName: 'Google', ProviderType: 'Google', ProviderDetails: GOOGLE }],
    ['CreateIdentityProvider', saml('Corporate')],
    ['CreateResourceServer', { Identifier: 'orders', Name: 'Orders', Scopes: SCOPES }],
    ['CreateGroup', { GroupName: 'admins', Description: 'Admins', RoleArn: role('admins'), Precedence: 1 }],
    ['CreateGroup', { GroupName: 'plain' }],
    [
      'CreateUserPoolDomain',
      {
        Domain: DOMAIN,
        CustomDomainConfig: { CertificateArn, SecurityPolicy: 'TLS_V1_2_2021' },
        Routing: { Failover: { SecondaryRegion: 'eu-west-1', PrimaryRoute53HealthCheckId: 'abc' } },
      },
    ],
  ],
  mutations: [
    {
      done: okta({ ProviderDetails: { ...OIDC, oidc_issuer: 'https://eve.example' } }),
      finds: ['identityProviders.Okta.details', 'changed', 'terraform'],
    },
    {
      done: okta({ ProviderDetails: { ...OIDC, token_url: 'https://eve.example' } }),
      finds: ['identityProviders.Okta.details', 'changed', 'terraform'],
    },
    // What AWS adds is known by its value, not by its name.
    {
      done: okta({ ProviderName: 'Google', ProviderDetails: { ...GOOGLE, token_url: 'https://eve.example' } }),
      finds: ['identityProviders.Google.details', 'changed', 'terraform'],
    },
    {
      done: okta({ ProviderName: 'Google', AttributeMapping: { username: 'email' } }),
      finds: ['identityProviders.Google.attributeMapping', 'changed', 'terraform'],
    },
    {
      done: okta({ ProviderName: 'Corporate', AttributeMapping: { 'custom:role': 'role' } }),
      finds: ['identityProviders.Corporate.attributeMapping', 'changed', 'fix'],
    },
    {
      done: okta({ ProviderDetails: { ...OIDC, client_secret: undefined } }),
      finds: ['identityProviders.Okta.secretVariable', 'changed', 'terraform'],
    },
    {
      done: okta({ AttributeMapping: { email: 'email', 'custom:role': 'role' } }),
      finds: ['identityProviders.Okta.attributeMapping', 'changed', 'terraform'],
    },
    {
      done: okta({ IdpIdentifiers: ['a.example', 'eve.example'] }),
      finds: ['identityProviders.Okta.identifiers', 'changed', 'terraform'],
    },
    {
      done: okta({ AcrMapping: { Level2: 'urn:okta:2', Level4: 'urn:eve' } }),
      finds: ['identityProviders.Okta.acrMapping', 'changed', 'fix'],
    },
    {
      done: ['DeleteIdentityProvider', { ProviderName: 'Okta' }],
      finds: ['identityProviders.Okta', 'missing', 'terraform'],
    },
    { done: orders({ Name: 'Other' }), finds: ['resourceServers.orders.name', 'changed', 'terraform'] },
    { done: orders({ Scopes: [SCOPES[0]] }), finds: ['resourceServers.orders.scopes', 'changed', 'terraform'] },
    {
      done: orders({ Scopes: [SCOPES[0], { ScopeName: 'read', ScopeDescription: 'Everything' }] }),
      finds: ['resourceServers.orders.scopes', 'changed', 'terraform'],
    },
    { done: admins({ Description: 'x' }), finds: ['groups.admins.description', 'changed', 'terraform'] },
    { done: admins({ RoleArn: role('eve') }), finds: ['groups.admins.role', 'changed', 'terraform'] },
    { done: admins({ Precedence: 0 }), finds: ['groups.admins.precedence', 'changed', 'terraform'] },
    { done: admins({ GroupName: 'plain', Precedence: 0 }), finds: ['groups.plain.precedence', 'changed', 'nobody'] },
    { done: admins({ GroupName: 'plain', RoleArn: role('eve') }), finds: ['groups.plain.role', 'changed', 'nobody'] },
    {
      done: domain({ CustomDomainConfig: { CertificateArn, SecurityPolicy: 'TLS_V1' } }),
      finds: [`domains.${DOMAIN}.securityPolicy`, 'changed', 'fix'],
    },
    {
      done: domain({ Routing: { Failover: { SecondaryRegion: 'eu-west-2', PrimaryRoute53HealthCheckId: 'abc' } } }),
      finds: [`domains.${DOMAIN}.failoverRegion`, 'changed', 'fix'],
    },
    {
      done: domain({ Routing: { Failover: { SecondaryRegion: 'eu-west-1', PrimaryRoute53HealthCheckId: 'eve' } } }),
      finds: [`domains.${DOMAIN}.failoverHealthCheck`, 'changed', 'fix'],
    },
    { done: domain({ Routing: {} }), finds: [`domains.${DOMAIN}.failoverRegion`, 'changed', 'fix'] },
  ],
};

const precedence: Case = {
  name: 'a group that comes before all',
  spec: 'groups:\n  first:\n    precedence: 0\n',
  made: [create(), ['CreateGroup', { GroupName: 'first', Precedence: 0 }]],
  mutations: [
    { done: admins({ GroupName: 'first', Precedence: 3 }), finds: ['groups.first.precedence', 'changed', 'terraform'] },
  ],
};

export const CASES: readonly Case[] = [noTriggers, triggers, rogueTriggers, declared, objects, precedence];
