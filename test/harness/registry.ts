import { FACETS } from '../../src/facets/index.js';
import type { Facet, Field } from '../../src/model/facet.js';

/** One row of the registry. */
export interface Row {
  readonly facet: Facet;
  readonly name: string;
  /** `mfa.sms`. */
  readonly path: string;
  readonly field: Field<any>;
}

export const ALL_FACETS: readonly Facet[] = FACETS;

export const ROWS: readonly Row[] = ALL_FACETS.flatMap((facet) =>
  Object.entries(facet.fields).map(([name, field]) => ({ facet, name, path: `${facet.id}.${name}`, field })),
);

export function rowAt(path: string): Row {
  const row = ROWS.find((one) => one.path === path);
  if (!row) throw new Error(`the registry has no row ${path}`);
  return row;
}

/** Rows that say something about a live pool; the others are for the code only. */
export const isLive = ({ facet, field }: Row): boolean =>
  facet.reads.length > 0 && (field.readable !== 'never' || field.covers.length > 0);

/** A row as a test's title. */
export const titled = (rows: readonly Row[]): [string, Row][] => rows.map((row) => [row.path, row]);

/** Values that a row's own description names: its default and example, all words, both booleans, both bounds. */
export function namedValues({ field }: Row): unknown[] {
  const { schema } = field;
  const items = (schema['items'] ?? {}) as { enum?: readonly string[] };
  const named = [
    field.example,
    field.default,
    ...((schema['enum'] as readonly unknown[] | undefined) ?? []),
    ...(schema['type'] === 'boolean' ? [true, false] : []),
    ...(schema['type'] === 'integer' ? [schema['minimum'], schema['maximum']] : []),
    ...(items.enum ?? []).map((word) => [word]),
  ].filter((value) => value !== undefined);
  return [...new Map(named.map((value) => [JSON.stringify(value), value])).values()];
}
