import type { PoolInput } from './pool-rule.js';

/** Whether the spec says that somebody else keeps objects of a section, or this one: then what it names may well be there. */
export function keptElsewhere({ spec }: PoolInput, section: string, key: string): boolean {
  const named = (path: string | undefined) => path === section || path === `${section}.${key}`;
  return (spec.unmanaged ?? []).some(({ path, id }) => named(path) || id === key);
}
