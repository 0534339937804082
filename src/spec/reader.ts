import type { Files, Reach, Refusal } from './files.js';
import type { Parsed } from './parse.js';
import { type ReadFile, readSpec } from './read.js';

/** Reads the files of one run, each once: many specs may extend one base. */
export interface Reader {
  /** The folder beneath which everything lies that files name. */
  readonly root: string;
  /** Why a file that another one names was not read; undefined when it was. */
  refusal(path: string): Refusal | undefined;
  /** What came of a file; without `reach`, of one that another file names. */
  read(path: string, reach?: Reach): Parsed;
}

export function reader(files: Files): Reader {
  const known = new Map<string, ReadFile>();
  const read = (path: string, reach: Reach = 'root'): ReadFile => {
    const key = JSON.stringify([path, reach]);
    const found = known.get(key) ?? readSpec(path, files, reach);
    known.set(key, found);
    return found;
  };
  return {
    get root() {
      return files.root;
    },
    refusal: (path) => read(path).refused,
    read,
  };
}
