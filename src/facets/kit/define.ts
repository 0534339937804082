import type {
  Advice,
  Fields,
  KeyedFacet,
  Listed,
  Raw,
  SectionName,
  SingleFacet,
  TerraformArguments,
  TerraformContext,
  TerraformResource,
  TerraformType,
  Unsupported,
} from '../../model/facet.js';
import type { Severity } from '../../model/finding.js';
import { type Kit, kit } from './fields.js';

type ArgumentsOf<T extends TerraformType | undefined> = T extends TerraformType ? TerraformArguments[T] : never;
type Values<F> = { readonly [K in keyof F]: unknown };

interface Described<R extends SectionName, T extends TerraformType | undefined> {
  readonly title: string;
  readonly summary: string;
  readonly reads: readonly R[];
  readonly references: readonly string[];
  readonly silence?: string;
  /** The provider resource whose arguments the rows write. */
  readonly resource: T;
  readonly outliving?: readonly string[];
  readonly importId?: KeyedFacet['importId'];
  readonly providerSince?: readonly [number, number, number];
}

/** Describes a section that a pool has once. `fields` is a function of the kit, so that `reads` types what rows may look at. */
export function defineFacet<
  const Id extends string,
  R extends SectionName,
  T extends TerraformType | undefined,
  F extends Fields,
>(
  facet: Described<R, T> & {
    readonly id: Id;
    readonly fields: (kit: Kit<Raw<R>, ArgumentsOf<T>>) => F;
    readonly assemble?: (values: Values<F>, context: TerraformContext) => ArgumentsOf<T>;
    readonly resources?: (values: Values<F>, context: TerraformContext) => readonly TerraformResource[];
    readonly implies?: SingleFacet['implies'];
  },
): Omit<SingleFacet, 'id' | 'fields'> & { readonly id: Id; readonly fields: F } {
  return { ...facet, kind: 'single', fields: facet.fields(kit()) } as Omit<SingleFacet, 'id' | 'fields'> & {
    id: Id;
    fields: F;
  };
}

/** Describes a section of objects with keys; its rows look at one object (`Item`). */
export function defineKeyedFacet<
  const Id extends string,
  R extends SectionName,
  T extends TerraformType | undefined,
  Item,
  F extends Fields,
>(
  facet: Described<R, T> & {
    readonly id: Id;
    readonly key: KeyedFacet['key'];
    readonly noun: string;
    readonly closed: boolean;
    readonly extra: Severity;
    readonly fixed?: string;
    readonly nameField?: string;
    readonly keyedBy?: string;
    readonly entries: (raw: Raw<R>) => readonly Listed<Item>[];
    readonly fields: (kit: Kit<Item, ArgumentsOf<T>>) => F;
    readonly assemble?: (values: Values<F>, context: TerraformContext, key: string) => ArgumentsOf<T>;
    readonly assembleAll?: KeyedFacet['assembleAll'];
    readonly remove?: KeyedFacet['remove'];
    readonly unsupported?: Unsupported;
    readonly create?: KeyedFacet['create'];
    readonly expected?: (entry: Listed<Item>, declares: (address: string) => boolean) => boolean;
    readonly needs?: KeyedFacet['needs'];
    readonly ignoreChanges?: KeyedFacet['ignoreChanges'];
    readonly adviseExtra?: (entry: Listed<Item>) => Advice;
  },
): Omit<KeyedFacet, 'id' | 'fields'> & { readonly id: Id; readonly fields: F } {
  return { ...facet, kind: 'keyed', fields: facet.fields(kit()) } as unknown as Omit<KeyedFacet, 'id' | 'fields'> & {
    id: Id;
    fields: F;
  };
}
