// Which of two values is the safer one: positive when the first is. Zero where neither is, or where they are alike.
import { parseDuration } from './duration.js';

type Set = readonly string[];

export const on = (a: boolean, b: boolean): number => Number(a) - Number(b);
export const off = (a: boolean, b: boolean): number => Number(b) - Number(a);
export const more = (a: number, b: number): number => a - b;
export const fewer = (a: number, b: number): number => b - a;

/** Numbers of which 0 means that there is no limit. */
export const tighter = (a: number, b: number): number => (a === b ? 0 : fewer(limit(a), limit(b)));
const limit = (value: number) => (value === 0 ? Number.MAX_SAFE_INTEGER : value);

/** Durations such as 1h. */
export const shorter = (a: string, b: string): number => seconds(b) - seconds(a);
const seconds = (text: string) => parseDuration(text)?.seconds ?? 0;

/** A set that lacks something of the other one, and has nothing besides. */
export const narrower = (a: Set, b: Set): number => Number(isWithin(a, b)) - Number(isWithin(b, a));
export const wider = (a: Set, b: Set): number => narrower(b, a);
const isWithin = (a: Set, b: Set) => a.every((one) => b.includes(one));

/** Words from the weakest to the strongest. A word that is not known is neither. */
export function ordered(words: readonly string[]): (a: string, b: string) => number {
  return (a, b) => (words.includes(a) && words.includes(b) ? words.indexOf(a) - words.indexOf(b) : 0);
}
