import { FileContent } from '../model/file-content.js';
import type { Draft } from './draft.js';

/** A file that the spec names, with what AWS has for it; the path is relative to the spec. */
export interface PulledFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The draft with names of files in place of their contents, and the files. */
export function withFiles(draft: Draft): { readonly draft: Draft; readonly files: readonly PulledFile[] } {
  const files = new Map<string, Uint8Array>();
  const replaced = (value: unknown, extension?: string): unknown => {
    if (value instanceof FileContent) {
      const path = `assets/${value.sha256.slice(0, 16)}${extension ? `.${extension}` : ''}`;
      files.set(path, value.bytes);
      return path;
    }
    if (Array.isArray(value)) return value.map((item) => replaced(item));
    if (typeof value !== 'object' || value === null) return value;
    const own = (value as { extension?: unknown }).extension;
    const named = typeof own === 'string' ? own : undefined;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, replaced(member, named)]));
  };
  const sections = replaced(draft.sections) as Draft['sections'];
  return { draft: { sections }, files: [...files].map(([path, bytes]) => ({ path, bytes })) };
}
