import { invalidParameter } from './wire.js';

export interface Page<T> {
  readonly items: T[];
  readonly next?: string;
}

/**
 * One page of a list. The token names the last key of the page before, so that a list may change between two calls
 * without an item being shown twice.
 */
export function page<T>(entries: Iterable<readonly [string, T]>, size: number, token?: string): Page<T> {
  const all = [...entries];
  const start = token === undefined ? 0 : startAfter(all, token);
  const shown = all.slice(start, start + size);
  const last = shown.at(-1);
  const items = shown.map(([, item]) => item);
  return last && start + size < all.length ? { items, next: tokenFor(last[0]) } : { items };
}

const tokenFor = (key: string): string => Buffer.from(key).toString('base64url');

function startAfter(entries: readonly (readonly [string, unknown])[], token: string): number {
  const key = Buffer.from(token, 'base64url').toString();
  const index = entries.findIndex(([entry]) => entry === key);
  if (index < 0) throw invalidParameter('Invalid pagination token given.');
  return index + 1;
}
