import { createHash } from 'node:crypto';

/**
 * A hash for each of the fingerprints. Platforms show one of those that are equal and hide the others, so one that
 * occurs again gets its ordinal.
 */
export function fingerprints(raw: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return raw.map((one) => {
    const ordinal = (seen.get(one) ?? 0) + 1;
    seen.set(one, ordinal);
    return hash(ordinal === 1 ? [one] : [one, ordinal]);
  });
}

function hash(parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
