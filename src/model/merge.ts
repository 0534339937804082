import { sameValue } from './equality.js';
import { Expression } from './expression.js';

type Plain = Readonly<Record<string, unknown>>;

/** Two pieces of one call or resource disagree: a fault of the facets that wrote them. */
export class MergeConflict extends Error {
  constructor(readonly path: string) {
    super(`two settings write different values to ${path}`);
    this.name = 'MergeConflict';
  }
}

/**
 * Lays pieces over each other, deep. A list of one object is a block (how the bindings spell a nested block) and is
 * merged like an object; any other two values must agree.
 */
export function mergePieces(pieces: readonly object[]): Record<string, unknown> {
  return pieces.reduce<Record<string, unknown>>((all, piece) => merge(all, piece as Plain, ''), {});
}

function merge(left: Plain, right: Plain, path: string): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...left };
  for (const [key, value] of Object.entries(right)) {
    const here = path ? `${path}.${key}` : key;
    merged[key] = key in merged ? mergeValue(merged[key], value, here) : value;
  }
  return merged;
}

function mergeValue(left: unknown, right: unknown, path: string): unknown {
  if (isBlock(left) && isBlock(right)) return [merge(left[0], right[0], path)];
  if (isPlain(left) && isPlain(right)) return merge(left, right, path);
  if (sameValue(left, right)) return left;
  throw new MergeConflict(path);
}

class Whole<T> {
  constructor(readonly value: T) {}

  toJSON(): T {
    return this.value;
  }
}

/** A value of a piece that replaces what is live instead of being laid over it: a map whose entries may go. */
export function whole<T extends object>(value: T): T {
  return new Whole(value) as unknown as T;
}

/**
 * Lays a piece of a write over what was read: members of the piece win, a member that is `undefined` is removed, lists
 * are replaced. Returns a copy.
 */
export function overlay(base: unknown, piece: unknown): unknown {
  if (piece instanceof Whole) return piece.value;
  if (!isPlain(piece)) return piece;
  const result: Record<string, unknown> = isPlain(base) ? { ...base } : {};
  for (const [key, value] of Object.entries(piece)) {
    if (value === undefined) delete result[key];
    else result[key] = overlay(result[key], value);
  }
  return result;
}

function isPlain(value: unknown): value is Plain {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !ArrayBuffer.isView(value) &&
    !(value instanceof Whole) &&
    !(value instanceof Expression)
  );
}

/** Recognises what `whole` made. */
export function isWhole(value: unknown): boolean {
  return value instanceof Whole;
}

function isBlock(value: unknown): value is readonly [Plain] {
  return Array.isArray(value) && value.length === 1 && isPlain(value[0]);
}
