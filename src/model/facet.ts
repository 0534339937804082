import type * as sdk from '@aws-sdk/client-cognito-identity-provider';
import type { CognitoIdentityProviderConfig } from '@cdktf/provider-aws/lib/cognito-identity-provider/index.js';
import type { CognitoResourceServerConfig } from '@cdktf/provider-aws/lib/cognito-resource-server/index.js';
import type { CognitoUserConfig } from '@cdktf/provider-aws/lib/cognito-user/index.js';
import type { CognitoUserGroupConfig } from '@cdktf/provider-aws/lib/cognito-user-group/index.js';
import type { CognitoUserPoolConfig } from '@cdktf/provider-aws/lib/cognito-user-pool/index.js';
import type { CognitoUserPoolClientConfig } from '@cdktf/provider-aws/lib/cognito-user-pool-client/index.js';
import type { CognitoUserPoolDomainConfig } from '@cdktf/provider-aws/lib/cognito-user-pool-domain/index.js';
import type { IamRoleConfig } from '@cdktf/provider-aws/lib/iam-role/index.js';
import type { IamRolePolicyConfig } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import type { LambdaPermissionConfig } from '@cdktf/provider-aws/lib/lambda-permission/index.js';
import type { Sesv2EmailIdentityConfig } from '@cdktf/provider-aws/lib/sesv2-email-identity/index.js';
import type { IResolvable } from 'cdktf';
import type { Confidence, ConvergedBy, Impact, Severity } from './finding.js';
import type { Observed } from './state.js';

/** A draft-07 JSON Schema fragment. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What of a pool can be read; each is one or a few AWS calls in `aws/`, and fails on its own. */
export interface Sections {
  /** DescribeUserPool */
  readonly pool: sdk.UserPoolType;
  /** GetUserPoolMfaConfig */
  readonly mfa: sdk.GetUserPoolMfaConfigResponse;
  /** ListUserPoolClients and DescribeUserPoolClient */
  readonly clients: readonly Listed<sdk.UserPoolClientType>[];
  /** DescribeUserPoolDomain of each domain that DescribeUserPool names */
  readonly domains: readonly Listed<sdk.DomainDescriptionType>[];
  /** ListIdentityProviders and DescribeIdentityProvider; secrets are redacted */
  readonly identityProviders: readonly Listed<sdk.IdentityProviderType>[];
  /** ListResourceServers */
  readonly resourceServers: readonly Listed<sdk.ResourceServerType>[];
  /** ListGroups */
  readonly groups: readonly Listed<sdk.GroupType>[];
  /** ListUsers by name, of the users that the spec declares only (AdminGetUser would bill them as active) */
  readonly users: readonly Listed<sdk.UserType>[];
}
export type SectionName = keyof Sections;

/** Something that was read, or the reason why it was not. */
export type Fetched<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** A live object of a keyed section: its list entry is known, its description may have failed to be read. */
export interface Listed<T> {
  readonly name: string;
  /** What AWS calls it, where that is not its name. */
  readonly id?: string;
  readonly item: Fetched<T>;
}

/**
 * Thrown by a row's `live` when the part that it looks at could not be read, though the object itself was (a client's
 * session, say): the setting is then `unchecked`, not at its default.
 */
export class Unread extends Error {}

/** The value of a part that was read; throws `Unread` for one that was not. */
export function partOf<T>(part: Fetched<T>): T {
  if (part.ok) return part.value;
  throw new Unread(part.reason);
}

/** All reads of one pool. A section that no facet asked for is absent. */
export type Snapshot = { readonly [S in SectionName]?: Fetched<Sections[S]> };

/** The sections that a facet declared, all of them read. */
export type Raw<S extends SectionName> = { readonly [K in S]: Sections[K] };

/** Who the pool is; known before anything is deployed. */
export interface PoolIdentity {
  /** Stable id in code: stack and Terraform addresses come from it. */
  readonly id: string;
  readonly name: string;
  readonly region: string;
  /** Twelve digits. */
  readonly account: string;
  /** `aws`, `aws-cn`, `aws-us-gov` … */
  readonly partition: string;
}

/** Plain form of the bindings' types: no tokens, everything optional. */
export type Plain<T> = T extends IResolvable
  ? never
  : T extends readonly (infer U)[]
    ? readonly Plain<U>[]
    : T extends (...args: never[]) => unknown
      ? never
      : T extends object
        ? { readonly [K in keyof T]?: Plain<T[K]> | undefined }
        : T;

/** Arguments of the Terraform resources that facets write, in the bindings' spelling. */
export interface TerraformArguments {
  readonly aws_cognito_user_pool: Plain<CognitoUserPoolConfig>;
  readonly aws_cognito_user_pool_client: Plain<CognitoUserPoolClientConfig>;
  readonly aws_cognito_user_pool_domain: Plain<CognitoUserPoolDomainConfig>;
  readonly aws_cognito_user: Plain<CognitoUserConfig>;
  readonly aws_cognito_user_group: Plain<CognitoUserGroupConfig>;
  readonly aws_cognito_identity_provider: Plain<CognitoIdentityProviderConfig>;
  readonly aws_cognito_resource_server: Plain<CognitoResourceServerConfig>;
  readonly aws_iam_role: Plain<IamRoleConfig>;
  readonly aws_iam_role_policy: Plain<IamRolePolicyConfig>;
  readonly aws_lambda_permission: Plain<LambdaPermissionConfig>;
  readonly aws_sesv2_email_identity: Plain<Sesv2EmailIdentityConfig>;
}
export type TerraformType = keyof TerraformArguments;

/** A resource as data. `synth/stack.ts` is the only place that makes cdktf constructs of it. */
export type TerraformResource = {
  readonly [T in TerraformType]: {
    readonly type: T;
    /** Logical name; unique per type, never changes for the same spec key. */
    readonly name: string;
    readonly arguments: TerraformArguments[T];
    readonly lifecycle?: {
      readonly preventDestroy?: boolean;
      readonly ignoreChanges?: readonly string[];
    };
    /** Addresses `type.name` that must exist first. */
    readonly dependsOn?: readonly string[];
    /** The id with which `terraform import` takes an existing one, where that is known before it is read. */
    readonly importId?: string;
  };
}[TerraformType];

/** Inputs of the write operations, by operation. */
export interface WriteInputs {
  readonly UpdateUserPool: sdk.UpdateUserPoolCommandInput;
  readonly SetUserPoolMfaConfig: sdk.SetUserPoolMfaConfigCommandInput;
  readonly UpdateUserPoolClient: sdk.UpdateUserPoolClientCommandInput;
  readonly UpdateUserPoolDomain: sdk.UpdateUserPoolDomainCommandInput;
  readonly UpdateIdentityProvider: sdk.UpdateIdentityProviderCommandInput;
  readonly UpdateResourceServer: sdk.UpdateResourceServerCommandInput;
  readonly UpdateGroup: sdk.UpdateGroupCommandInput;
}
export type WriteOperation = keyof WriteInputs;

/**
 * A piece of a full write. The engine reads the object, lays the partials of all changes over it and sends the whole;
 * a member that is `undefined` is left out of the call. Two partials that disagree are an error of the facets.
 */
export type Write = {
  readonly [O in WriteOperation]: { readonly operation: O; readonly partial: DeepPartial<WriteInputs[O]> };
}[WriteOperation];

export type DeepPartial<T> = T extends readonly (infer U)[]
  ? readonly U[]
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> | undefined }
    : T;

/** A call that makes or deletes one object of a pool; the pool id is added by the engine. */
export interface ObjectCall {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** The provider has no argument for a setting. */
export interface Unsupported {
  readonly unsupported: string;
  /** The provider's issue or pull request. */
  readonly issue: string;
}

/** A setting that another row's argument already expresses. */
export interface Via {
  readonly via: string;
}

/** What a row may look at beside its own value, when it speaks to Terraform. */
export interface TerraformContext {
  readonly identity: PoolIdentity;
  /** The desired value of another setting of the same spec, by path (`smsSender.role`). */
  desired(path: string): unknown;
  /** Whether the YAML itself mentions a setting. */
  declared(path: string): boolean;
  /** The desired value of another setting of the same section or object. */
  own(setting: string): unknown;
}

/** The neighbourhood of a difference: which other settings differ, and what they are on both sides. */
export interface ChangeContext {
  readonly desired: Observed;
  readonly live: Observed;
  /** Whether the setting at a spec path differs too. */
  changed(path: string): boolean;
  /** The name of another setting of the same section or object, for `changed` and the others. */
  sibling(setting: string): string;
  /** Values by spec path; undefined when absent or not read. */
  desiredAt(path: string): unknown;
  liveAt(path: string): unknown;
}

/** What a row knows about one difference beyond the difference. */
export interface Advice {
  readonly convergedBy?: ConvergedBy;
  /** Why it happened. */
  readonly cause?: string;
  /** What the next deploy would do. */
  readonly deploy?: string;
  readonly confidence?: Confidence;
  readonly docs?: string;
  readonly message?: string;
}

/** What a deploy of one change would run into. */
export interface PlanWarning {
  /** Rule id without its prefix: `two-steps`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly docs?: string;
}

/** One setting: every fact held about it, in one place. Made by the kit (`facets/kit`), never by hand. */
export interface Field<T = unknown> {
  /** One or two sentences; they reach the schema, the docs and findings. */
  readonly doc: string;
  readonly schema: JsonSchema;
  /** What Cognito applies when nobody says anything. */
  readonly default?: T | undefined;
  /** Required where there is no default. */
  readonly example?: T | undefined;
  readonly required: boolean;
  /** Writable API members this row stands for (`CreateUserPool.MfaConfiguration`); empty for what only the code knows. */
  readonly covers: readonly string[];
  readonly readable: 'always' | 'whenSet' | 'never';
  /** Spec spelling to the canonical value that is compared (a name to its ARN, `60m` to `1h`). `own`: what the section says. */
  desired(value: T, identity: PoolIdentity, own?: Readonly<Record<string, unknown>>): T;
  /** The value that the facet's other settings imply where the YAML is silent; the default when undefined. */
  readonly implied:
    | ((values: Readonly<Record<string, unknown>>, identity: PoolIdentity, key?: string) => T | undefined)
    | undefined;
  /** undefined: AWS was silent, which means `absentMeans`. */
  live(raw: never): T | undefined;
  /** What silence of AWS means; the default, unless the row says otherwise. */
  readonly absentMeans: T | undefined;
  /** undefined: this row cannot be written by `fix`. */
  readonly write: ((value: T | undefined, context: TerraformContext) => readonly Write[]) | undefined;
  readonly terraform: ((value: T, context: TerraformContext) => object) | Unsupported | Via;
  /** The provider argument is Optional and Computed: Terraform keeps what is live when the code is silent. */
  readonly computed: boolean;
  equal(desired: T, live: T): boolean;
  readonly onChange: Impact;
  /** Spec path of the setting that this difference follows from, if it does. */
  derivedFrom(context: ChangeContext): string | undefined;
  advise(context: ChangeContext): Advice;
  /** What a deploy that makes this change would run into; the live value is what it starts from. */
  plan(context: ChangeContext): readonly PlanWarning[];
  /** A list whose members are missed when they go: a plan that removes many of them wants to be told so. */
  readonly guarded: boolean;
  /** Judges a difference; `error` where the live pool is weaker or open. */
  severity(context: ChangeContext): Severity;
  /** Positive when `a` is safer than `b`; undefined where neither is. */
  readonly stronger: ((a: T, b: T) => number) | undefined;
  readonly sensitive: boolean;
  /** What a reader of a pulled spec should know about a live value; undefined where nothing is unusual about it. */
  readonly remark: ((value: T) => string | undefined) | undefined;
}

export type Fields = Readonly<Record<string, Field<any>>>;

interface FacetBase {
  /** The YAML key. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly reads: readonly SectionName[];
  readonly references: readonly string[];
  readonly fields: Fields;
  readonly resource: TerraformType | undefined;
  /**
   * Blocks of the facet's own resource that several rows write together: laid over the rows' own arguments.
   * For a keyed facet, called once per entry.
   */
  assemble?(values: Readonly<Record<string, unknown>>, context: TerraformContext, key?: string): object;
  /** Addresses `type.name` of further resources that Terraform forgets, instead of destroys, once the spec asks for them no more. */
  readonly outliving?: readonly string[];
  /** Further resources that the facet needs (a role, an identity). */
  resources?(values: Readonly<Record<string, unknown>>, context: TerraformContext): readonly TerraformResource[];
}

/** A section that a pool has once. */
export interface SingleFacet extends FacetBase {
  readonly kind: 'single';
}

/** A section of objects with keys. */
export interface KeyedFacet extends FacetBase {
  readonly kind: 'keyed';
  readonly key: { readonly doc: string; readonly pattern: string; readonly example: string };
  /** The field that holds the display name where it is not the key itself. */
  readonly nameField?: string;
  /**
   * The keys are those of another keyed facet (a client's risk configuration has the client's key): a live object is
   * matched through the object there that bears its id. One without an id belongs to the pool itself, key `pool`.
   */
  readonly keyedBy?: string;
  /** What one object is called in a sentence: `app client`. */
  readonly noun: string;
  /** Whether a live object that no spec declares is a difference; users are not. */
  readonly closed: boolean;
  /** Why AWS refuses to change or remove such an object once the pool has it; absent where it does not. */
  readonly fixed?: string;
  /** Severity of an undeclared live object. */
  readonly extra: Severity;
  entries(raw: never): readonly Listed<unknown>[];
  /** The pool arguments of all entries together, for objects that live inside the pool resource (attributes). */
  assembleAll?(
    entries: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
    context: TerraformContext,
  ): TerraformArguments['aws_cognito_user_pool'];
  /** A live object that AWS makes by itself: undeclared, it is no difference. `declares` tells what else the spec has, by address. */
  expected?(entry: Listed<unknown>, declares: (address: string) => boolean): boolean;
  /** Addresses of objects of the spec that must exist first (`identityProviders/Google`); what it does not declare is passed over. */
  needs?(values: Readonly<Record<string, unknown>>): readonly string[];
  /** Arguments of an entry's resource that Terraform must not compare. */
  ignoreChanges?(values: Readonly<Record<string, unknown>>): readonly string[];
  /** The call that deletes a live object; absent where `fix` cannot. */
  remove?(entry: { readonly key: string; readonly id: string | undefined }): ObjectCall;
  /** Where the provider has no resource for these objects at all. */
  readonly unsupported?: Unsupported;
  /** The call that makes a missing object; only where the provider cannot (`unsupported`). */
  create?(
    entry: { readonly key: string; readonly values: Readonly<Record<string, unknown>> },
    context: TerraformContext,
  ): ObjectCall;
  /** The id with which `terraform import` takes a live object; absent where the provider cannot. */
  importId?(poolId: string, entry: { readonly key: string; readonly id: string | undefined }): string;
  /** What an undeclared live object is worth saying. */
  adviseExtra?(entry: Listed<unknown>): Advice;
}

export type Facet = SingleFacet | KeyedFacet;
