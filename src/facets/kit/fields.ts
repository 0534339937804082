import { sameList, sameSet, sameValue } from '../../model/equality.js';
import type {
  Advice,
  ArnPlace,
  ChangeContext,
  Field,
  JsonSchema,
  PlanWarning,
  PoolIdentity,
  TerraformContext,
  Unsupported,
  Via,
  Write,
} from '../../model/facet.js';
import type { Impact, Severity } from '../../model/finding.js';

/** What a row says. `T` is the spec's type, `A` what the row's own functions see (AWS's words instead of the spec's). */
export interface Row<T, A, Item, Args, Req extends true | undefined = undefined> {
  readonly doc: string;
  readonly covers: readonly string[];
  readonly default?: NoInfer<T>;
  readonly example?: NoInfer<T>;
  readonly required?: Req;
  readonly readable?: 'always' | 'whenSet' | 'never';
  readonly desired?: (value: NoInfer<T>, identity: PoolIdentity, own?: Readonly<Record<string, unknown>>) => NoInfer<T>;
  readonly implied?: (
    values: Readonly<Record<string, unknown>>,
    identity: PoolIdentity,
    key?: string,
  ) => NoInfer<T> | undefined;
  readonly live?: (item: Item) => NoInfer<A> | undefined;
  readonly absentMeans?: NoInfer<T> | undefined;
  readonly silence?: string;
  readonly write?: (value: NoInfer<A> | undefined, context: TerraformContext) => Write | readonly Write[];
  /** Absent: this row says nothing to Terraform (what only the code knows). */
  readonly terraform?: ((value: NoInfer<A>, context: TerraformContext) => Args) | Unsupported | Via;
  readonly computed?: boolean;
  readonly creationOnly?: boolean;
  readonly fixedAtCreation?: string;
  readonly inPlaceSince?: readonly [number, number, number];
  readonly lost?: (value: NoInfer<T>) => string | undefined;
  readonly emptyMeans?: string;
  readonly untold?: (live: NoInfer<T>) => string | undefined;
  readonly equal?: (desired: NoInfer<T>, live: NoInfer<T>) => boolean;
  readonly onChange?: Impact;
  readonly derivedFrom?: (context: ChangeContext) => string | undefined;
  readonly advise?: (context: ChangeContext) => Advice;
  readonly plan?: (context: ChangeContext) => readonly PlanWarning[];
  readonly guarded?: boolean;
  readonly severity?: Severity | ((context: ChangeContext) => Severity);
  readonly stronger?: (a: NoInfer<T>, b: NoInfer<T>) => number;
  readonly sensitive?: boolean;
  readonly arns?: Readonly<Record<string, ArnPlace>>;
  readonly opaque?: string;
  readonly furtherFix?: string;
  readonly pulled?: (live: NoInfer<T> | undefined, key: string) => NoInfer<T> | undefined;
  readonly remark?: (value: NoInfer<T>) => string | undefined;
  readonly answers?: Answers;
}

/** AWS's words for a value that breaks a keyword of the schema (`maxLength`), as they were recorded. */
export type Answers = Readonly<Record<string, string>>;

type Made<T, Req> = Field<T> & { readonly required: Req extends true ? true : false };
type Words<W> = Extract<keyof W, string>;
type Flag = true | undefined;
type Texts = Readonly<Record<string, string>>;

/** The makers of rows. Each fixes the JSON Schema and the comparison of its type. */
export interface Kit<Item, Args> {
  boolean<Q extends Flag = undefined>(row: Row<boolean, boolean, Item, Args, Q>): Made<boolean, Q>;
  integer<Q extends Flag = undefined>(
    row: Row<number, number, Item, Args, Q> & { readonly range: readonly [number, number] },
  ): Made<number, Q>;
  text<Q extends Flag = undefined>(row: Row<string, string, Item, Args, Q> & TextShape): Made<string, Q>;
  /** `words` maps the spec's words to AWS's; a live word that it does not know stays as it is, so that it shows. */
  oneOf<const W extends Texts, Q extends Flag = undefined>(
    words: W,
    row: Row<Words<W>, string, Item, Args, Q>,
  ): Made<Words<W>, Q>;
  /** Order carries no meaning. `words` as in `oneOf`, where the members are a closed set. */
  set<Q extends Flag = undefined>(
    row: Row<readonly string[], readonly string[], Item, Args, Q> & SetShape,
  ): Made<readonly string[], Q>;
  /** Order carries meaning. */
  list<Q extends Flag = undefined>(
    row: Row<readonly string[], readonly string[], Item, Args, Q> & SetShape,
  ): Made<readonly string[], Q>;
  map<Q extends Flag = undefined>(row: Row<Texts, Texts, Item, Args, Q> & MapShape): Made<Texts, Q>;
  /** What is not one of the above; keep it rare. */
  custom<T>(schema: JsonSchema): <Q extends Flag = undefined>(row: Row<T, T, Item, Args, Q>) => Made<T, Q>;
}

interface TextShape {
  readonly pattern?: string;
  /** Says in words what `pattern` wants: `an ARN of an IAM role`. */
  readonly says?: string;
  readonly length?: readonly [number, number];
  readonly answers?: Answers;
}
interface SetShape {
  readonly words?: Readonly<Record<string, string>>;
  readonly items?: TextShape;
  readonly count?: readonly [number, number];
}
interface MapShape {
  readonly keys?: TextShape;
  readonly values?: TextShape;
  readonly count?: readonly [number, number];
}

type AnyRow = Row<any, any, any, any, any>;

function text(shape: TextShape): JsonSchema {
  return {
    type: 'string',
    ...(shape.length && { minLength: shape.length[0], maxLength: shape.length[1] }),
    ...(shape.pattern && { pattern: shape.pattern }),
    ...(shape.says && { 'x-says': shape.says }),
    ...(shape.answers && { 'x-answers': shape.answers }),
  };
}

function arrayOf(shape: SetShape): JsonSchema {
  const items = shape.words ? { type: 'string', enum: Object.keys(shape.words) } : text(shape.items ?? {});
  return {
    type: 'array',
    items,
    uniqueItems: true,
    ...(shape.count && { minItems: shape.count[0], maxItems: shape.count[1] }),
  };
}

function mapOf(shape: MapShape): JsonSchema {
  return {
    type: 'object',
    additionalProperties: text(shape.values ?? {}),
    ...(shape.keys && { propertyNames: text(shape.keys) }),
    ...(shape.count && { minProperties: shape.count[0], maxProperties: shape.count[1] }),
  };
}

function many(writes: Write | readonly Write[]): readonly Write[] {
  return Array.isArray(writes) ? writes : [writes as Write];
}

/** Fills in what a row left out. `toAws` and `toSpec` translate words; both are the identity for plain types. */
function make(
  row: AnyRow,
  schema: JsonSchema,
  equal: (a: any, b: any) => boolean,
  toAws: (v: any) => any = (v) => v,
  toSpec: (v: any) => any = (v) => v,
): any {
  const { terraform, write, live, severity } = row;
  const field: Field<any> = {
    doc: row.doc,
    schema: { ...schema, description: row.doc, ...examplesOf(row) },
    default: row.default,
    example: row.example,
    required: row.required ?? false,
    covers: row.covers,
    readable: row.readable ?? (live ? 'always' : 'never'),
    desired: row.desired ?? ((value) => value),
    implied: row.implied,
    live: (item) => {
      const value = live?.(item as any);
      return value === undefined || value === null ? undefined : toSpec(value);
    },
    absentMeans: 'absentMeans' in row ? row.absentMeans : row.default,
    silence: row.silence,
    write: write && ((value, context) => many(write(value === undefined ? undefined : toAws(value), context))),
    terraform:
      typeof terraform === 'function'
        ? (value, context) => terraform(toAws(value), context) as object
        : (terraform ?? (() => ({}))),
    computed: row.computed ?? false,
    creationOnly: row.creationOnly ?? false,
    fixedAtCreation: row.fixedAtCreation,
    inPlaceSince: row.inPlaceSince,
    lost: row.lost,
    emptyMeans: row.emptyMeans,
    untold: row.untold,
    equal: row.equal ?? equal,
    onChange: row.onChange ?? 'update',
    derivedFrom: row.derivedFrom ?? (() => undefined),
    advise: row.advise ?? (() => ({})),
    plan: row.plan ?? (() => []),
    guarded: row.guarded ?? false,
    severity: typeof severity === 'function' ? severity : () => severity ?? 'warning',
    stronger: row.stronger,
    sensitive: row.sensitive ?? false,
    arns: row.arns ?? {},
    opaque: row.opaque,
    furtherFix: row.furtherFix,
    pulled: row.pulled,
    remark: row.remark,
  };
  return field;
}

function examplesOf(row: AnyRow): JsonSchema {
  return {
    ...(row.default !== undefined && { default: row.default }),
    ...(row.example !== undefined && { examples: [row.example] }),
    ...(row.answers && { 'x-answers': row.answers }),
  };
}

function translator(words: Readonly<Record<string, string>>): [(spec: string) => string, (aws: string) => string] {
  const back = new Map(Object.entries(words).map(([spec, aws]) => [aws, spec]));
  return [(spec) => words[spec] ?? spec, (aws) => back.get(aws) ?? aws];
}

function setMaker(row: AnyRow & SetShape, equal: (a: any, b: any) => boolean): any {
  const [toAws, toSpec] = translator(row.words ?? {});
  return make(
    row,
    arrayOf(row),
    equal,
    (v: readonly string[]) => v.map(toAws),
    (v: readonly string[]) => v.map(toSpec),
  );
}

const KIT: Kit<any, any> = {
  boolean: (row) => make(row, { type: 'boolean' }, sameValue),
  integer: (row) => make(row, { type: 'integer', minimum: row.range[0], maximum: row.range[1] }, sameValue),
  text: (row) => make(row, text(row), sameValue),
  oneOf: (words, row) => make(row, { type: 'string', enum: Object.keys(words) }, sameValue, ...translator(words)),
  set: (row) => setMaker(row, sameSet),
  list: (row) => setMaker(row, sameList),
  map: (row) => make(row, mapOf(row), sameValue),
  custom: (schema) => (row) => make(row, schema, sameValue),
};

/** The kit, typed for what a facet's rows look at and the resource that they write. */
export function kit<Item, Args>(): Kit<Item, Args> {
  return KIT as Kit<Item, Args>;
}
