import type { Acceptance } from '../model/accept.js';
import { sameValue } from '../model/equality.js';
import { parseSpec } from '../spec/parse.js';
import { isPlain } from '../spec/plain.js';
import { insertions } from './insert.js';

/** What goes where in a spec file. */
export interface Addition {
  /** Keys that lead to the mapping whose `accept` it is; none for the file itself. */
  readonly home: readonly string[];
  readonly entries: readonly Acceptance[];
  /** Entries that held so far and come from elsewhere: a list of its own would replace them. */
  readonly inherited: readonly Acceptance[];
}

/** The new text, and whether inherited entries are in it. */
export interface Appended {
  readonly text: string;
  readonly copied: boolean;
}

/**
 * A spec file with entries added to a list `accept` and nothing else changed, neither in its text nor in what it means;
 * undefined where no such text was found.
 */
export function append(text: string, { home, entries, inherited }: Addition): Appended | undefined {
  const before = meaning(text);
  const own = at(before, [...home, 'accept']) ?? undefined;
  const added = own === undefined ? [...inherited, ...entries] : entries;
  const wanted = withValue(before, [...home, 'accept'], [...(Array.isArray(own) ? own : []), ...added]);
  const found = insertions(text, home, added).find((candidate) => sameValue(meaning(candidate), wanted));
  return found === undefined ? undefined : { text: found, copied: added.length > entries.length };
}

function meaning(text: string): unknown {
  return parseSpec('', new TextEncoder().encode(text)).document?.value;
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((parent, key) => (isPlain(parent) ? parent[key] : undefined), value);
}

function withValue(value: unknown, [key, ...rest]: readonly string[], last: unknown): unknown {
  if (key === undefined) return last;
  const parent = isPlain(value) ? value : {};
  return { ...parent, [key]: withValue(parent[key], rest, last) };
}
