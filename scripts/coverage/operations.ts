import type { SectionName } from '../../src/model/facet.js';

/** What an operation of the SDK is for, as far as a pool's configuration goes. */
export type Operation =
  /** Changes what a pool is; `section` is where the change is read. */
  | { readonly kind: 'configuration'; readonly section: SectionName }
  /** Reads what a pool is: for a section of the audit, or for nothing here, and why. */
  | { readonly kind: 'configuration-read'; readonly section: SectionName }
  | { readonly kind: 'configuration-read'; readonly unused: string }
  /** Users, as an administrator sees them. */
  | { readonly kind: 'user' | 'user-read'; readonly section?: SectionName }
  /** What an app calls for a user: sign-up, sign-in, tokens, the user's own account. */
  | { readonly kind: 'authentication' }
  | { readonly kind: 'tagging' | 'import-job' | 'quota' };

const changes = (section: SectionName): Operation => ({ kind: 'configuration', section });
const reads = (section: SectionName): Operation => ({ kind: 'configuration-read', section });
const unused = (why: string): Operation => ({ kind: 'configuration-read', unused: why });
const user: Operation = { kind: 'user' };
const userRead: Operation = { kind: 'user-read' };
const authentication: Operation = { kind: 'authentication' };
const tagging: Operation = { kind: 'tagging' };
const importJob: Operation = { kind: 'import-job' };
const quota: Operation = { kind: 'quota' };

/** Every operation of the SDK. One that is not here, or no longer in the SDK, fails the tests by name. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  AddCustomAttributes: changes('pool'),
  AddUserPoolClientSecret: changes('clients'),
  CreateGroup: changes('groups'),
  CreateIdentityProvider: changes('identityProviders'),
  CreateManagedLoginBranding: changes('branding'),
  CreateResourceServer: changes('resourceServers'),
  CreateTerms: changes('terms'),
  CreateUserPool: changes('pool'),
  CreateUserPoolClient: changes('clients'),
  CreateUserPoolDomain: changes('domains'),
  CreateUserPoolReplica: changes('replicas'),
  DeleteGroup: changes('groups'),
  DeleteIdentityProvider: changes('identityProviders'),
  DeleteManagedLoginBranding: changes('branding'),
  DeleteResourceServer: changes('resourceServers'),
  DeleteTerms: changes('terms'),
  DeleteUserPool: changes('pool'),
  DeleteUserPoolClient: changes('clients'),
  DeleteUserPoolClientSecret: changes('clients'),
  DeleteUserPoolDomain: changes('domains'),
  DeleteUserPoolReplica: changes('replicas'),
  SetLogDeliveryConfiguration: changes('logs'),
  SetRiskConfiguration: changes('risk'),
  SetUICustomization: changes('hostedUi'),
  SetUserPoolClientSessionConfiguration: changes('clients'),
  SetUserPoolMfaConfig: changes('mfa'),
  SetUserPoolSessionConfiguration: changes('sessions'),
  UpdateGroup: changes('groups'),
  UpdateIdentityProvider: changes('identityProviders'),
  UpdateManagedLoginBranding: changes('branding'),
  UpdateResourceServer: changes('resourceServers'),
  UpdateTerms: changes('terms'),
  UpdateUserPool: changes('pool'),
  UpdateUserPoolClient: changes('clients'),
  UpdateUserPoolDomain: changes('domains'),
  UpdateUserPoolReplica: changes('replicas'),

  DescribeIdentityProvider: reads('identityProviders'),
  DescribeManagedLoginBranding: unused('needs the id, which DescribeManagedLoginBrandingByClient finds'),
  DescribeManagedLoginBrandingByClient: reads('branding'),
  DescribeResourceServer: unused('ListResourceServers says as much'),
  DescribeRiskConfiguration: reads('risk'),
  DescribeTerms: reads('terms'),
  DescribeTermsByClient: unused('needs the name of the terms, which ListTerms finds'),
  DescribeUserPool: reads('pool'),
  DescribeUserPoolClient: reads('clients'),
  DescribeUserPoolDomain: reads('domains'),
  GetGroup: unused('ListGroups says as much'),
  GetIdentityProviderByIdentifier: unused('DescribeIdentityProvider by name says as much'),
  GetLogDeliveryConfiguration: reads('logs'),
  GetSigningCertificate: unused('Cognito’s own certificate: nobody sets it'),
  GetUICustomization: reads('hostedUi'),
  GetUserPoolClientSessionConfiguration: reads('clients'),
  GetUserPoolMfaConfig: reads('mfa'),
  GetUserPoolSessionConfiguration: reads('sessions'),
  ListGroups: reads('groups'),
  ListIdentityProviders: reads('identityProviders'),
  ListResourceServers: reads('resourceServers'),
  ListTerms: reads('terms'),
  ListUserPoolClientSecrets: reads('clients'),
  ListUserPoolClients: reads('clients'),
  ListUserPoolReplicas: reads('replicas'),
  ListUserPools: unused('finds a pool by its name; says nothing that DescribeUserPool does not'),

  AdminAddUserToGroup: user,
  AdminConfirmSignUp: user,
  AdminCreateUser: user,
  AdminDeleteSoftwareToken: user,
  AdminDeleteUser: user,
  AdminDeleteUserAttributes: user,
  AdminDisableProviderForUser: user,
  AdminDisableUser: user,
  AdminEnableUser: user,
  AdminForgetDevice: user,
  AdminLinkProviderForUser: user,
  AdminRemoveUserFromGroup: user,
  AdminResetUserPassword: user,
  AdminRevokeUserSession: user,
  AdminSetUserMFAPreference: user,
  AdminSetUserPassword: user,
  AdminSetUserSettings: user,
  AdminUpdateAuthEventFeedback: user,
  AdminUpdateDeviceStatus: user,
  AdminUpdateUserAttributes: user,
  AdminUserGlobalSignOut: user,

  AdminGetDevice: userRead,
  AdminGetUser: userRead,
  AdminGetUserAuthFactors: userRead,
  AdminListDevices: userRead,
  AdminListGroupsForUser: userRead,
  AdminListUserAuthEvents: userRead,
  AdminListUserSessions: userRead,
  ListUsers: { kind: 'user-read', section: 'users' },
  ListUsersInGroup: userRead,

  AdminInitiateAuth: authentication,
  AdminRespondToAuthChallenge: authentication,
  AssociateSoftwareToken: authentication,
  ChangePassword: authentication,
  CompleteWebAuthnRegistration: authentication,
  ConfirmDevice: authentication,
  ConfirmForgotPassword: authentication,
  ConfirmSignUp: authentication,
  DeleteUser: authentication,
  DeleteUserAttributes: authentication,
  DeleteWebAuthnCredential: authentication,
  ForgetDevice: authentication,
  ForgotPassword: authentication,
  GetClientToken: authentication,
  GetDevice: authentication,
  GetTokensFromRefreshToken: authentication,
  GetUser: authentication,
  GetUserAttributeVerificationCode: authentication,
  GetUserAuthFactors: authentication,
  GlobalSignOut: authentication,
  InitiateAuth: authentication,
  ListDevices: authentication,
  ListUserSessions: authentication,
  ListWebAuthnCredentials: authentication,
  ResendConfirmationCode: authentication,
  RespondToAuthChallenge: authentication,
  RevokeToken: authentication,
  RevokeUserSession: authentication,
  SetUserMFAPreference: authentication,
  SetUserSettings: authentication,
  SignUp: authentication,
  StartWebAuthnRegistration: authentication,
  UpdateAuthEventFeedback: authentication,
  UpdateDeviceStatus: authentication,
  UpdateUserAttributes: authentication,
  VerifySoftwareToken: authentication,
  VerifyUserAttribute: authentication,

  ListTagsForResource: tagging,
  TagResource: tagging,
  UntagResource: tagging,

  CreateUserImportJob: importJob,
  DescribeUserImportJob: importJob,
  GetCSVHeader: importJob,
  ListUserImportJobs: importJob,
  StartUserImportJob: importJob,
  StopUserImportJob: importJob,

  GetProvisionedLimit: quota,
  UpdateProvisionedLimit: quota,
};
