import { facetOf } from '../facets/index.js';
import { isPlain, type Plain } from './plain.js';

type Draft = Record<string, unknown>;

/** A spec without some of its parts. */
export interface Removed {
  readonly value: Plain;
  /** The paths that named something in it. */
  readonly found: ReadonlySet<string>;
}

/** No key is as long; a longer path is not looked for in all its parts. */
const LONGEST = 1000;

/** Takes sections, objects and settings out of a spec, by spec paths (`clients.web.callbackUrls`). */
export function without(value: Plain, paths: readonly string[]): Removed {
  const root: Draft = { ...value };
  const copies = new Set<unknown>();
  return { value: root, found: new Set(paths.filter((path) => path.length <= LONGEST && remove(root, path, copies))) };
}

function remove(root: Draft, path: string, copies: Set<unknown>): boolean {
  const [section = ''] = path.split('.', 1);
  const facet = facetOf(section);
  if (!facet || path === section) return facet !== undefined && drop(root, section);
  const content = copyIn(root, section, copies);
  const rest = path.slice(section.length + 1);
  if (!content || facet.kind === 'single') return content !== undefined && drop(content, rest);
  const key = longestKey(content, rest);
  if (key === undefined || key === rest) return key !== undefined && drop(content, key);
  const object = copyIn(content, key, copies);
  return object !== undefined && drop(object, rest.slice(key.length + 1));
}

/** Keys may hold dots. */
function longestKey(section: Draft, path: string): string | undefined {
  for (let key = path; key !== ''; key = key.slice(0, Math.max(0, key.lastIndexOf('.'))))
    if (Object.hasOwn(section, key)) return key;
  return undefined;
}

/** A mapping within a draft that may be changed: a copy of its own. */
function copyIn(parent: Draft, key: string, copies: Set<unknown>): Draft | undefined {
  const value = Object.hasOwn(parent, key) ? parent[key] : undefined;
  if (!isPlain(value)) return undefined;
  if (copies.has(value)) return value as Draft;
  const copy = { ...value };
  copies.add(copy);
  parent[key] = copy;
  return copy;
}

function drop(parent: Draft, key: string): boolean {
  return Object.hasOwn(parent, key) && delete parent[key];
}
