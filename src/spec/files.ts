export type FileKind = 'file' | 'folder' | 'link' | 'other';

/** The part of a file system that reading specs needs. Paths have `/`, also on Windows. `cli/io` has the real one. */
export interface Files {
  /** What a path leads to, links followed; undefined when nothing is there. Throws when it cannot be looked at. */
  stat(path: string): { readonly kind: Exclude<FileKind, 'link'>; readonly size: number } | undefined;
  /** The entries of a folder, in any order, links not followed. Throws when it cannot be read. */
  list(folder: string): readonly { readonly name: string; readonly kind: FileKind }[];
  /** Throws when the file cannot be read. */
  readBytes(path: string): Uint8Array;
}
