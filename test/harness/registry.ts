import { ROWS, type Row } from '../../src/explain/rows.js';
import { FACETS } from '../../src/facets/index.js';
import type { Facet } from '../../src/model/facet.js';

export { isLive, namedValues, ROWS, type Row } from '../../src/explain/rows.js';

export const ALL_FACETS: readonly Facet[] = FACETS;

export function rowAt(path: string): Row {
  const row = ROWS.find((one) => one.path === path);
  if (!row) throw new Error(`the registry has no row ${path}`);
  return row;
}

/** A row as a test's title. */
export const titled = (rows: readonly Row[]): [string, Row][] => rows.map((row) => [row.path, row]);
