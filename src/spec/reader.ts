import type { Files } from './files.js';
import type { Parsed } from './parse.js';
import { readSpec } from './read.js';

/** Reads the files of one run, each once: many specs may extend one base. */
export interface Reader {
  /** Whether there is anything at a path; what cannot be looked at is there. */
  exists(path: string): boolean;
  read(path: string): Parsed;
}

export function reader(files: Files): Reader {
  const known = new Map<string, Parsed>();
  return {
    exists: (path) => {
      try {
        return files.stat(path) !== undefined;
      } catch {
        return true;
      }
    },
    read: (path) => {
      const parsed = known.get(path) ?? readSpec(path, files);
      known.set(path, parsed);
      return parsed;
    },
  };
}
