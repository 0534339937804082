import type * as sdk from '@aws-sdk/client-cognito-identity-provider';
import type { FileContent } from './file-content.js';

/** What of a pool can be read; each is one or a few AWS calls in `aws/`, and fails on its own. */
export interface Sections {
  /** DescribeUserPool */
  readonly pool: sdk.UserPoolType;
  /** GetUserPoolMfaConfig */
  readonly mfa: sdk.GetUserPoolMfaConfigResponse;
  /** ListUserPoolClients and DescribeUserPoolClient; of each client GetUserPoolClientSessionConfiguration and ListUserPoolClientSecrets */
  readonly clients: readonly Listed<LiveClient>[];
  /** DescribeUserPoolDomain of each domain that DescribeUserPool names */
  readonly domains: readonly Listed<sdk.DomainDescriptionType>[];
  /** ListIdentityProviders and DescribeIdentityProvider; secrets are redacted */
  readonly identityProviders: readonly Listed<sdk.IdentityProviderType>[];
  /** ListResourceServers */
  readonly resourceServers: readonly Listed<sdk.ResourceServerType>[];
  /** ListGroups */
  readonly groups: readonly Listed<sdk.GroupType>[];
  /** DescribeRiskConfiguration of the pool, and of each client that does not inherit the pool's */
  readonly risk: readonly Listed<sdk.RiskConfigurationType>[];
  /** GetUICustomization of the pool, and of each client that does not inherit the pool's */
  readonly hostedUi: readonly Listed<sdk.UICustomizationType>[];
  /** DescribeManagedLoginBrandingByClient of each client, without what is Cognito's own */
  readonly branding: readonly Listed<LiveBranding>[];
  /** GetLogDeliveryConfiguration */
  readonly logs: Partial<sdk.LogDeliveryConfigurationType>;
  /** ListTerms and DescribeTerms */
  readonly terms: readonly Listed<sdk.TermsType>[];
  /** GetUserPoolSessionConfiguration */
  readonly sessions: sdk.GetUserPoolSessionConfigurationResponse;
  /** ListUserPoolReplicas, without the pool itself */
  readonly replicas: readonly Listed<sdk.UserPoolReplicaType>[];
  /** ListUsers by name, of the users that the spec declares only (AdminGetUser would bill them as active) */
  readonly users: readonly Listed<sdk.UserType>[];
}
export type SectionName = keyof Sections;

/** A client with what other operations say of it. */
export interface LiveClient extends sdk.UserPoolClientType {
  readonly session?: Fetched<sdk.GetUserPoolClientSessionConfigurationResponse>;
  readonly secrets?: Fetched<LiveSecrets>;
}

/** The secrets of a client; what they are goes no further than `aws/`. */
export interface LiveSecrets {
  readonly number: number;
  /** Whole days since the oldest was made; absent where there is none. */
  readonly oldestDays?: number;
}

/** A managed login style whose image files are known by their hash. */
export interface LiveBranding extends Omit<sdk.ManagedLoginBrandingType, 'Assets'> {
  readonly Assets?: readonly LiveAsset[];
}
export interface LiveAsset extends Omit<sdk.AssetType, 'Bytes'> {
  readonly Bytes?: FileContent;
}

/** Something that was read, or the reason why it was not. */
export type Fetched<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** A live object of a keyed section: its list entry is known, its description may have failed to be read. */
export interface Listed<T> {
  readonly name: string;
  /** What AWS calls it, where that is not its name. */
  readonly id?: string;
  /** Id of the object that it belongs to (`keyedBy`), where that is not its own id. */
  readonly owner?: string;
  /** Which one it is of several that belong to one object: its key is `<key of the owner>/<part>`. */
  readonly part?: string;
  readonly item: Fetched<T>;
}

/**
 * Thrown by a row's `live` when the part that it looks at could not be read, though the object itself was (a client's
 * session, say): the setting is then `unchecked`, not at its default.
 */
export class Unread extends Error {}

/** Thrown where a rule looks at what AWS never returns. */
export class Unverifiable extends Error {}

/** The value of a part that was read; throws `Unread` for one that was not. */
export function partOf<T>(part: Fetched<T>): T {
  if (part.ok) return part.value;
  throw new Unread(part.reason);
}

/** All reads of one pool. A section that no facet asked for is absent. */
export type Snapshot = { readonly [S in SectionName]?: Fetched<Sections[S]> };

/** The sections that a facet declared, all of them read. */
export type Raw<S extends SectionName> = { readonly [K in S]: Sections[K] };
