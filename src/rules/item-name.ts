import type { Path, SourceDocument } from '../model/source.js';
import { addressOf, itemName, type PoolState, valueAt } from '../model/state.js';

/** A place that a rule found, as reports name it and where the YAML has it. */
export interface NamedPlace {
  readonly setting: string;
  /** The way to it in the YAML. */
  readonly path: Path;
  /** The names that earlier versions gave it: an item of a list by its place in it. */
  readonly formerly: readonly string[];
}

/**
 * Names a place of the state that is judged. An item of a list is told by its value: AWS keeps lists as sets, so that an
 * index on the live side means another item than in the YAML.
 */
export function namedPlace(path: Path, state: PoolState, document: SourceDocument): NamedPlace {
  const values = valuesAlong(path, state);
  const isItem = (at: number) => typeof path[at] === 'number' && typeof values[at] === 'string';
  if (!path.some((_step, at) => isItem(at))) return { setting: path.join('.'), path, formerly: [] };
  const setting = path.reduce<string>(
    (name, step, at) =>
      isItem(at) ? itemName(name, values[at] as string) : at === 0 ? String(step) : `${name}.${step}`,
    '',
  );
  const written = writtenPath(path, values, document.value);
  const formerly = new Set([path.join('.'), ...(written.length === path.length ? [written.join('.')] : [])]);
  return { setting, path: written, formerly: [...formerly] };
}

/** What stands at each step of a path; undefined before its setting. */
function valuesAlong(path: Path, state: PoolState): readonly unknown[] {
  const [facet = '', second] = path.map(String);
  const start = state.entries.has(facet) ? 2 : 3;
  const address = start === 2 ? facet : addressOf(facet, second);
  const values = path.map((): unknown => undefined);
  values[start - 1] = valueAt(state, `${address}.${path[start - 1]}`);
  for (let at = start; at < path.length; at++) values[at] = memberOf(values[at - 1], path[at]);
  return values;
}

/** The same path where the YAML has the items; it ends at a list that has no such item. */
function writtenPath(path: Path, values: readonly unknown[], root: unknown): Path {
  const written: (string | number)[] = [];
  let here = root;
  for (const [at, step] of path.entries()) {
    const index = Array.isArray(here) && typeof values[at] === 'string' ? here.indexOf(values[at]) : step;
    if (index === -1) return written;
    written.push(index);
    here = memberOf(here, index);
  }
  return written;
}

function memberOf(parent: unknown, step: string | number | undefined): unknown {
  return step === undefined ? undefined : (parent as Record<string, unknown> | null | undefined)?.[step];
}
