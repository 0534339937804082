import { posix } from 'node:path';
import type { Files } from '../../src/spec/files.js';

/** What reads of a file system in memory, in which nothing is a link. A text that is not there is a missing file. */
export function reading(textOf: (path: string) => string | Uint8Array | undefined): Omit<Files, 'stat' | 'list'> {
  return {
    root: '/repo',
    contains: (path) => !posix.normalize(path).startsWith('../'),
    read: (path, reach, most) => {
      if (reach !== 'anywhere' && posix.normalize(path).startsWith('../')) return { refused: { kind: 'outside' } };
      const text = textOf(path);
      if (text === undefined) return { refused: { kind: 'missing' } };
      const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
      return bytes.length > most ? { refused: { kind: 'too-large', size: bytes.length, most } } : { bytes };
    },
  };
}

/** A file system of texts by path. */
export function filesOf(tree: Readonly<Record<string, string>>): Files {
  const folders = new Set(Object.keys(tree).flatMap((path) => ancestors(path)));
  return {
    stat: (path) => {
      const text = tree[path];
      if (text !== undefined) return { kind: 'file', size: text.length };
      return folders.has(path) ? { kind: 'folder', size: 0 } : undefined;
    },
    list: (folder) => {
      const inside = [...Object.keys(tree), ...folders].filter((path) => path.startsWith(`${folder}/`));
      const names = new Set(inside.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''));
      return [...names].map((name) => ({ name, kind: folders.has(`${folder}/${name}`) ? 'folder' : 'file' }));
    },
    ...reading((path) => tree[path]),
  };
}

function ancestors(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
