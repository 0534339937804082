export type FileKind = 'file' | 'folder' | 'link' | 'other';

/**
 * How far a path may lead, links resolved. What the command line names is the person's own (`anywhere`). What a file
 * names lies under the root. What is found in a folder lies under the root, or in that folder where a person named one
 * outside the root.
 */
export type Reach = 'anywhere' | 'root' | { readonly folder: string };

/** Why a file was not read. */
export type Refusal =
  | { readonly kind: 'missing' | 'folder' | 'not-regular' | 'outside' | 'in-git' }
  | { readonly kind: 'too-large'; readonly size: number; readonly most: number }
  | { readonly kind: 'unreadable'; readonly reason: string };

export type Contents =
  | { readonly bytes: Uint8Array; readonly refused?: undefined }
  | { readonly refused: Refusal; readonly bytes?: undefined };

/** The part of a file system that reading specs needs. Paths have `/`, also on Windows. `cli/node-files` has the real one. */
export interface Files {
  /** The folder beneath which everything lies that files name. */
  readonly root: string;
  /** Whether a path, links resolved, lies under the root and not in `.git`. Nothing has to be there. */
  contains(path: string): boolean;
  /** What a path leads to, links followed; undefined when nothing is there. Throws when it cannot be looked at. */
  stat(path: string): { readonly kind: Exclude<FileKind, 'link'>; readonly size: number } | undefined;
  /** The entries of a folder, in any order, links not followed. Throws when it cannot be read. */
  list(folder: string): readonly { readonly name: string; readonly kind: FileKind }[];
  /** The content of a regular file of at most `most` bytes. Never throws, and never waits for a pipe or a device. */
  read(path: string, reach: Reach, most: number): Contents;
}
