import type {
  AttributeType,
  CustomDomainConfigType,
  DomainStatusType,
  EmailMfaConfigType,
  GroupType,
  IdentityProviderType,
  LogConfigurationType,
  ManagedLoginBrandingType,
  ResourceServerType,
  RiskConfigurationType,
  RoutingType,
  SoftwareTokenMfaConfigType,
  TermsType,
  UICustomizationType,
  UserPoolClientType,
  UserPoolReplicaType,
  UserPoolTokenSessionConfigType,
  UserPoolType,
  UserSessionTrackingType,
  UserStatusType,
  WebAuthnConfigurationType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { AuthSession } from './auth/session.js';
import { UserTable } from './users/user-table.js';

/** Everything that one account has in one region. */
export interface Store {
  readonly pools: Map<string, StoredPool>;
  /** By domain: a prefix, or the name of a custom domain. */
  readonly domains: Map<string, StoredDomain>;
}

export interface StoredPool {
  /** As `DescribeUserPool` answers, without what it derives: domains and the number of users. */
  readonly pool: UserPoolType;
  readonly mfa: StoredMfa;
  readonly clients: Map<string, StoredClient>;
  readonly users: UserTable;
  readonly groups: Map<string, GroupType>;
  readonly resourceServers: Map<string, ResourceServerType>;
  readonly identityProviders: Map<string, IdentityProviderType>;
  /** By client id; the pool's own under ''. */
  readonly riskConfigurations: Map<string, RiskConfigurationType>;
  /** By client id; the one for all clients under 'ALL'. */
  readonly uiCustomizations: Map<string, UICustomizationType>;
  readonly brandings: Map<string, StoredBranding>;
  readonly terms: Map<string, TermsType>;
  readonly replicas: Map<string, UserPoolReplicaType>;
  readonly logDelivery: { configurations: LogConfigurationType[] };
  /** Sign-ins under way, by their session or, where SRP has none, by its secret block. */
  readonly signIns: Map<string, AuthSession>;
  readonly refreshTokens: Map<string, StoredRefreshToken>;
  /** The `origin_jti` of sign-ins whose tokens were revoked. */
  readonly revoked: Set<string>;
  readonly session: { tracking: UserSessionTrackingType; tokens: UserPoolTokenSessionConfigType };
}

/** The factors of a pool. `sms` is the hidden truth: whether SMS is a second factor; no operation answers it. */
export interface StoredMfa {
  sms: boolean;
  totp?: SoftwareTokenMfaConfigType;
  email?: EmailMfaConfigType;
  webAuthn?: WebAuthnConfigurationType;
}

export interface StoredClient {
  readonly client: UserPoolClientType;
  readonly secrets: StoredSecret[];
  /** Minutes for which single sign-on is reused; never set is 60. */
  ssoMinutes?: number;
}

export interface StoredSecret {
  readonly id: string;
  readonly value: string;
  readonly created: Date;
}

export interface StoredUser {
  readonly username: string;
  attributes: AttributeType[];
  status: UserStatusType;
  enabled: boolean;
  password?: string;
  readonly created: Date;
  modified: Date;
  settings: string[];
  preferred?: string;
  /** Whether the user has registered an authenticator app: no administrator's call can do it. Seed it, or sign in. */
  totpRegistered: boolean;
  /** The key of the app in base 32, and the last half minute that a code of it was good for. */
  totpSecret?: string;
  totpStep?: number;
  /** How many passkeys are registered; none can be answered with here. */
  passkeys?: number;
  /** A key that was handed out and not yet confirmed. */
  pendingTotpSecret?: string;
  /** The user, or an administrator for him, has switched the app off. */
  totpSwitchedOff?: boolean;
  readonly groups: Set<string>;
  /** Codes that the user was sent and has not used, by what they are for. */
  codes?: Map<CodePurpose, StoredCode>;
  passwordSet?: Date;
  /** Wrong passwords in a row, and until when none is looked at. */
  failures?: { count: number; lockedUntil: number };
}

/** What a code that outlives its call is for; an attribute's code is under the attribute's name. */
export type CodePurpose = 'signUp' | 'resetPassword' | 'email' | 'phone_number';

export interface StoredCode {
  readonly value: string;
  /** Epoch milliseconds. */
  readonly expires: number;
  /** The attribute that receiving the code verifies, and its new value where that waits for the code. */
  readonly attribute?: 'email' | 'phone_number';
  readonly pending?: string;
}

export interface StoredRefreshToken {
  readonly username: string;
  readonly clientId: string;
  readonly originJti: string;
  readonly authTime: number;
  /** Epoch milliseconds. */
  readonly expires: number;
  revoked?: boolean;
}

export interface StoredBranding extends ManagedLoginBrandingType {
  readonly clientId: string;
}

export interface StoredDomain {
  readonly domain: string;
  readonly poolId: string;
  readonly cloudFront: string;
  custom?: CustomDomainConfigType;
  managedLoginVersion?: number;
  routing?: RoutingType;
  /** ACTIVE where it is not seeded: here a domain is made at once and never fails. */
  status?: DomainStatusType;
}

export function createStore(): Store {
  return { pools: new Map(), domains: new Map() };
}

/** A pool with settings and nothing else. */
export function emptyPool(pool: UserPoolType, mfa: StoredMfa): StoredPool {
  return {
    pool,
    mfa,
    clients: new Map(),
    users: new UserTable(),
    groups: new Map(),
    resourceServers: new Map(),
    identityProviders: new Map(),
    riskConfigurations: new Map(),
    uiCustomizations: new Map(),
    brandings: new Map(),
    terms: new Map(),
    replicas: new Map(),
    logDelivery: { configurations: [] },
    signIns: new Map(),
    refreshTokens: new Map(),
    revoked: new Set(),
    session: { tracking: 'DISABLED', tokens: { MaxPerUser: 20 } },
  };
}
