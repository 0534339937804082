/**
 * A file as a platform knows it: from the root of the repository, with `/`. Poolward is to be run there; a file outside
 * keeps the name that it has.
 */
export function repositoryPath(file: string, cwd: string | undefined): string {
  const path = slashed(file);
  const root = cwd === undefined ? '' : `${slashed(cwd).replace(/\/+$/, '')}/`;
  const inside = root !== '' && path.startsWith(root);
  return (inside ? path.slice(root.length) : path).replace(/^(\.\/+)+/, '');
}

const slashed = (path: string): string => path.replaceAll('\\', '/');
