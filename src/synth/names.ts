/** The Terraform name of the pool: one stack has one. */
export const POOL = 'pool';

/** What no name may hold, and a hyphen that would read as the beginning of something spelt out. */
const ODD = /[^A-Za-z0-9_-]|-(?=x[0-9a-f]+[^A-Za-z0-9_])/g;

/**
 * A Terraform name for a key. A key that is a Terraform name already stays as it is, unless it begins with an underscore
 * or looks like something spelt out; any other gets its odd characters spelt out by their code (`-x2e-` for a dot), so
 * that two keys never share a name.
 */
export function logicalName(key: string): string {
  const spelt = key.replace(ODD, (c) => `-x${(c.codePointAt(0) ?? 0).toString(16)}-`);
  return /^[A-Za-z]/.test(spelt) ? spelt : `_${spelt}`;
}
