// The live pool of the stored report, made by the calls that anybody could send.
import type { Session } from '../../sandbox/support.js';

/** Makes the pool, beside its spec: two settings differ, a group was added by hand. */
export async function makeAcme({ pool, call }: Pick<Session, 'pool' | 'call'>): Promise<void> {
  const UserPoolId = await pool({
    PoolName: 'acme',
    UserPoolTier: 'PLUS',
    UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
    UsernameConfiguration: { CaseSensitive: false },
    AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
    Schema: [{ Name: 'role', AttributeDataType: 'String', Mutable: true }],
  });
  await call('CreateUserPoolDomain', { UserPoolId, Domain: 'acme-login', ManagedLoginVersion: 2 });
  await call('CreateUserPoolClient', {
    UserPoolId,
    ClientName: 'web',
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['code', 'implicit'],
    AllowedOAuthScopes: ['aws.cognito.signin.user.admin', 'openid', 'profile'],
    CallbackURLs: [
      'app://callback',
      'http://localhost:3000/callback',
      'https://*.example.com/callback',
      'https://app.example.com/callback',
      'https://x.ngrok.io/callback',
    ],
    LogoutURLs: ['http://localhost:3000/', 'https://app.example.com/'],
    SupportedIdentityProviders: ['COGNITO'],
    ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH'],
    WriteAttributes: ['custom:role', 'email', 'name'],
    AuthSessionValidity: 15,
  });
  await call('CreateGroup', { UserPoolId, GroupName: 'admins' });
  await call('SetRiskConfiguration', {
    UserPoolId,
    CompromisedCredentialsRiskConfiguration: {
      EventFilter: ['SIGN_IN', 'SIGN_UP'],
      Actions: { EventAction: 'BLOCK' },
    },
    RiskExceptionConfiguration: {
      BlockedIPRangeList: ['192.0.2.0/24', '198.51.100.0/24'],
      SkippedIPRangeList: ['203.0.113.0/25', '203.0.113.128/25'],
    },
  });
}
