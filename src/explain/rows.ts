import { FACETS } from '../facets/index.js';
import type { Facet, Field } from '../model/facet.js';

/** One row of the registry. */
export interface Row {
  readonly facet: Facet;
  readonly name: string;
  /** `mfa.sms`. */
  readonly path: string;
  readonly field: Field<any>;
}

export const ROWS: readonly Row[] = (FACETS as readonly Facet[]).flatMap((facet) =>
  Object.entries(facet.fields).map(([name, field]) => ({ facet, name, path: `${facet.id}.${name}`, field })),
);

/** As people name a setting: `mfa.sms`, `clients.*.callbackUrls`. */
export function nameOf({ facet, name }: Row): string {
  return facet.kind === 'single' ? `${facet.id}.${name}` : `${facet.id}.*.${name}`;
}

/** Rows that say something about a live pool; the others are for the code only. */
export const isLive = ({ facet, field }: Row): boolean =>
  facet.reads.length > 0 && (field.readable !== 'never' || field.covers.length > 0);

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

/**
 * The row that a path of a spec is about, and what it is beneath: `clients.web.callbackUrls[https://a.example]`,
 * `clients.web.callbackUrls.0`, `clients.*.callbackUrls` and `clients.callbackUrls` are the same. Keys may hold dots, so the last step that names a setting counts.
 */
export function rowAt(path: string): Row | undefined {
  const [section, ...steps] = listOf(path).split('.');
  const rows = ROWS.filter(({ facet }) => facet.id === section);
  const [first] = rows;
  if (first?.facet.kind === 'single') return rows.find(({ name }) => name === steps[0]);
  const step = steps.findLast((one) => rows.some(({ name }) => name === one));
  return rows.find(({ name }) => name === step);
}

/** `clients.web.callbackUrls` of one of its items. */
function listOf(path: string): string {
  const at = path.indexOf('[');
  return at < 0 ? path : path.slice(0, at);
}
