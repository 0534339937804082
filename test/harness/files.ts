import type { Files } from '../../src/spec/files.js';

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
    readBytes: (path) => new TextEncoder().encode(tree[path] ?? ''),
  };
}

function ancestors(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
