import type { Write } from '../model/facet.js';

/** A member of a call, and what it is to be; undefined where it is to be left out. */
export interface Member {
  readonly operation: string;
  readonly path: readonly string[];
  readonly value: unknown;
  /** What it would be otherwise. */
  readonly other: unknown;
}

/** The members of some pieces of calls that other pieces have not, or otherwise. */
export function leavesOf(pieces: readonly Write[], others: readonly Write[]): readonly Member[] {
  const [ours, theirs] = [flatten(pieces), flatten(others)];
  const names = [...new Set([...ours.keys(), ...theirs.keys()])];
  return names.flatMap((name) => {
    const [operation = '', ...path] = name.split(STEP);
    const [value, other] = [ours.get(name), theirs.get(name)];
    return canonical(value) === canonical(other) ? [] : [{ operation, path, value, other }];
  });
}

/** Keys of maps may hold dots. */
const STEP = '\n';

function flatten(pieces: readonly Write[]): Map<string, unknown> {
  return new Map(pieces.flatMap(({ operation, partial }) => [...leaves(partial, operation)]));
}

function* leaves(value: unknown, name: string): Generator<[string, unknown]> {
  const inner = isObject(value) ? Object.entries(unwrapped(value)) : [];
  if (inner.length === 0 && name.includes(STEP)) yield [name, value];
  for (const [key, one] of inner) yield* leaves(one, `${name}${STEP}${key}`);
}

/** A map that is written as a whole comes wrapped (`model/merge`). */
function unwrapped(value: object): object {
  return 'toJSON' in value && typeof value.toJSON === 'function' ? value.toJSON() : value;
}

/** Cognito puts this in place of what it does not want in a log. */
const HIDDEN = /^HIDDEN_/;

/**
 * Whether the parameters of an event say what a member is to be; undefined where they say nothing of it, or hide it. The
 * names of their members begin with a small letter; how those with capitals inside are spelt is not documented.
 */
export function isSaid(parameters: unknown, path: readonly string[], value: unknown): boolean | undefined {
  const said = path.reduce<unknown>(within, parameters);
  if (isHidden(said)) return undefined;
  if (said !== undefined && said !== null) return isEmptyObject(value) || canonical(value) === canonical(said);
  // A block that is said without the member has none of it.
  const isBlockSaid = path.length > 1 && isObject(path.slice(0, -1).reduce<unknown>(within, parameters));
  return isBlockSaid && canonical(value) === '' ? true : undefined;
}

function within(value: unknown, name: string): unknown {
  return isHidden(value) ? value : memberOf(value, name);
}

/** A value that is hidden as a whole hides all that is in it. */
function isHidden(value: unknown): boolean {
  return typeof value === 'string' && HIDDEN.test(value);
}

export function memberOf(value: unknown, name: string): unknown {
  if (!isObject(value)) return undefined;
  return Object.entries(value).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

/** All texts of a member of that name, wherever it is. */
export function valuesNamed(value: unknown, name: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesNamed(one, name));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key.toLowerCase() === name && typeof inner === 'string' ? [inner] : valuesNamed(inner, name),
  );
}

/** Nothing, an empty list and `false` are the same to a call that leaves them out; lists have no order. */
function canonical(value: unknown): string {
  if (value === undefined || value === null || value === '' || value === false) return '';
  if (Array.isArray(value)) return value.map(canonical).sort().join('\n');
  if (!isObject(value)) return String(value);
  const members = Object.entries(value).map(([key, inner]) => [key.toLowerCase(), canonical(inner)] as const);
  const said = members.filter(([, inner]) => inner !== '').map(([key, inner]) => `${key}=${inner}`);
  return `{${said.sort().join(',')}}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmptyObject(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}
