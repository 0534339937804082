/** The Terraform name of the pool: one stack has one. */
export const POOL = 'pool';

/**
 * A Terraform name for a key. A key that is a Terraform name already stays as it is; any other gets its odd characters
 * spelt out by their code (`-x2e-` for a dot), so that two keys never share a name.
 */
export function logicalName(key: string): string {
  const spelt = key.replace(/[^A-Za-z0-9_-]|-(?=x[0-9a-f]+-)/g, (c) => `-x${(c.codePointAt(0) ?? 0).toString(16)}-`);
  return /^[A-Za-z_]/.test(spelt) ? spelt : `_${spelt}`;
}
