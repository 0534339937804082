import { FACETS } from '../facets/index.js';
import type { SourceDocument } from '../model/source.js';
import { SPEC_KEYS } from '../model/spec-keys.js';
import { isPlain } from './plain.js';

/** Keys at the left margin of a spec, of a part of one, or of `poolward.yaml`. */
const KEYS = new Set([
  ...FACETS.map(({ id }) => id as string),
  ...Object.keys(SPEC_KEYS),
  'accounts',
  'defaults',
  'rules',
]);

/**
 * Whether a file is a spec, or a broken one. Others are not shown to anybody: a link, or a name in a spec, may lead to
 * what was never meant for a log.
 */
export function isSpec({ value, text }: SourceDocument): boolean {
  if (isPlain(value)) return Object.keys(value).some((key) => KEYS.has(key));
  return [...text.matchAll(/^[ \t]*(?:\{[ \t]*)?(["']?)(\w+)\1[ \t]*(?::|\r?$)/gm)].some(([, , key = '']) =>
    KEYS.has(key),
  );
}
