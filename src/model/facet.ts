import type { Confidence, ConvergedBy, Impact, Severity } from './finding.js';
import type { Listed, SectionName } from './sections.js';
import type { Observed } from './state.js';
import type { TerraformArguments, TerraformResource, TerraformType } from './terraform.js';
import type { ObjectCall, Write } from './write.js';

export * from './sections.js';
export type * from './terraform.js';
export type * from './write.js';

/** A draft-07 JSON Schema fragment. */
export type JsonSchema = Readonly<Record<string, unknown>>;

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
  /** What to do, where none of the usual ways is it. */
  readonly help?: string;
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

/** What an ARN must name, and where that must be. The partition is always the pool's. */
export interface ArnPlace {
  /** As in the ARN: `lambda`. */
  readonly service: string;
  /** The Regions that it may be in, for a pool in this one; undefined: any, or nobody says. Absent: the service has no Regions. */
  readonly regions?: (pool: string) => readonly string[] | undefined;
  /** Whether it must be in the account of the pool. */
  readonly account: 'pool' | 'any';
  /** Who says so, or why nothing is asked. */
  readonly source: string;
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
  /** Who says so, where that is not what holds for the whole facet (`silence`). */
  readonly silence: string | undefined;
  /** undefined: this row cannot be written by `fix`. */
  readonly write: ((value: T | undefined, context: TerraformContext) => readonly Write[]) | undefined;
  readonly terraform: ((value: T, context: TerraformContext) => object) | Unsupported | Via;
  /** The provider argument is Optional and Computed: Terraform keeps what is live when the code is silent. */
  readonly computed: boolean;
  /**
   * The provider takes the argument when it makes the object, and never reads it back. An imported object has none in
   * Terraform's state, so that every later update of one which is told it ends in an error: `pull` names it, with the
   * object, in `terraform.leaveOut`.
   */
  readonly creationOnly: boolean;
  /**
   * The argument that settles it for good when Terraform makes the pool (`username_configuration`): always written, because
   * AWS's own default could never be undone, and never compared afterwards, because a pool that was made without it would
   * be replaced. Terraform plans no change of it, so that Poolward has to say it.
   */
  readonly fixedAtCreation: string | undefined;
  /** First version of the provider that changes it in place; an older one replaces. */
  readonly inPlaceSince: readonly [major: number, minor: number, patch: number] | undefined;
  /** Why Terraform loses a value on its way to an object that has none; undefined where it arrives. */
  readonly lost: ((value: T) => string | undefined) | undefined;
  /** What AWS makes of an empty list, where it takes that for a list that nobody gave. */
  readonly emptyMeans: string | undefined;
  /** What a deploy does to a live value when Terraform is told nothing of the setting; undefined where that is nothing. */
  readonly untold: ((live: T) => string | undefined) | undefined;
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
  /** Where the ARNs that it holds must be: of the value itself under `''`, of its members under their names. */
  readonly arns: Readonly<Record<string, ArnPlace>>;
  /** AWS shows only that there is something, never what: where both sides have it, the reason why no more is known. */
  readonly opaque: string | undefined;
  /** An option of `fix` that goes a longer way, for where the row's own call is refused, or taken without effect. */
  readonly furtherFix: string | undefined;
  /**
   * What a pulled spec says where that is not the live value: a reference in place of a secret, or a choice that no read
   * shows. undefined: the setting is left out.
   */
  readonly pulled: ((live: T | undefined, key: string) => T | undefined) | undefined;
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
  /**
   * Who says what AWS's silence means: `documented:` by AWS, `recorded:` in reads of real pools, `inferred:` from them. Of all
   * rows that do not say it themselves.
   */
  readonly silence?: string;
  readonly fields: Fields;
  readonly resource: TerraformType | undefined;
  /** First version of the provider that has the resource, where it is newer than the oldest that is admitted. */
  readonly providerSince?: readonly [major: number, minor: number, patch: number];
  /**
   * Blocks of the facet's own resource that several rows write together: laid over the rows' own arguments.
   * For a keyed facet, called once per entry.
   */
  assemble?(values: Readonly<Record<string, unknown>>, context: TerraformContext, key?: string): object;
  /** Addresses `type.name` of further resources that Terraform forgets, instead of destroys, once the spec asks for them no more. */
  readonly outliving?: readonly string[];
  /**
   * The id with which `terraform import` takes a live object, or the section's own resource; absent where the provider
   * cannot. The pool itself has its own.
   */
  importId?(poolId: string, entry: { readonly key: string; readonly id: string | undefined }): string;
  /**
   * Settings of other sections, and of this one, that follow from it where the YAML is silent about them. `value` is what
   * the spec says so far.
   */
  implies?(value: (name: string) => unknown, identity: PoolIdentity): Readonly<Record<string, unknown>>;
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
  /** `answer`: AWS's words for a key that does not match, where they were recorded. */
  readonly key: { readonly doc: string; readonly pattern: string; readonly example: string; readonly answer?: string };
  /** The field that holds the display name where it is not the key itself. */
  readonly nameField?: string;
  /**
   * The keys are those of another keyed facet (a client's risk configuration has the client's key): a live object is
   * matched through the object there that bears its id, or that of its `owner`. One without either belongs to the pool
   * itself, key `pool`.
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
  /**
   * Addresses of objects of the spec that must exist first (`identityProviders/Google`, or `domains` for all of a facet);
   * what it does not declare is passed over.
   */
  needs?(values: Readonly<Record<string, unknown>>): readonly string[];
  /** Arguments of an entry's resource that Terraform must not compare. */
  ignoreChanges?(values: Readonly<Record<string, unknown>>): readonly string[];
  /** The call that deletes a live object; absent where `fix` cannot. */
  remove?(entry: { readonly key: string; readonly id: string | undefined }): ObjectCall;
  /** Where the provider has no resource for these objects at all. */
  readonly unsupported?: Unsupported;
  /** The call that makes a missing object; only where the provider cannot (`unsupported`). */
  create?(
    entry: {
      readonly key: string;
      readonly values: Readonly<Record<string, unknown>>;
      /** Id of the live object that it belongs to (`keyedBy`). */
      readonly owner: string | undefined;
    },
    context: TerraformContext,
  ): ObjectCall;
  /** What an undeclared live object is worth saying. */
  adviseExtra?(entry: Listed<unknown>): Advice;
}

export type Facet = SingleFacet | KeyedFacet;
