const POOL = { id: 'example', name: 'example', region: 'eu-west-1', account: '"123456789012"' };

/** An example of a rule as a whole spec: with the keys of `pool` that every spec needs. */
export function wholeSpec(example: string): string {
  const [before = '', after] = example.split(/^pool:\n/m);
  const own = after ?? '';
  const keys = Object.entries(POOL).filter(([key]) => !new RegExp(`^  ${key}:`, 'm').test(own.split(/^\S/m)[0] ?? ''));
  const pool = `pool:\n${keys.map(([key, value]) => `  ${key}: ${value}\n`).join('')}`;
  return after === undefined ? pool + example : before + pool + own;
}
