import type { Bounds, Shape } from './shape.js';

const compiled = new Map<string, RegExp>();

/** The pattern as JavaScript reads it: anchored, with Java's inline `(?s)` as a flag. */
export function expression(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known) return known;
  const made = new RegExp(`^(?:${pattern.replaceAll('(?s)', '')})$`, pattern.includes('(?s)') ? 'su' : 'u');
  compiled.set(pattern, made);
  return made;
}

interface Constraint {
  readonly words: string;
  readonly holds: (value: unknown) => boolean;
}

const longest = (max: number): string => `Member must have length less than or equal to ${max}`;
const shortest = (min: number): string => `Member must have length greater than or equal to ${min}`;
const greatest = (max: number): string => `Member must have value less than or equal to ${max}`;
const least = (min: number): string => `Member must have value greater than or equal to ${min}`;

function within(
  bounds: Bounds,
  size: (value: unknown) => number,
  most: (n: number) => string,
  few: (n: number) => string,
) {
  const { min, max } = bounds;
  const constraints: Constraint[] = [];
  if (max !== undefined) constraints.push({ words: most(max), holds: (value) => size(value) <= max });
  if (min !== undefined) constraints.push({ words: few(min), holds: (value) => size(value) >= min });
  return constraints;
}

const matches = (pattern: string): Constraint => ({
  words: `Member must satisfy regular expression pattern: ${pattern}`,
  holds: (value) => expression(pattern).test(String(value)),
});

const among = (values: readonly string[]): Constraint => ({
  words: `Member must satisfy enum value set: [${values.join(', ')}]`,
  holds: (value) => values.includes(String(value)),
});

const decoded = (value: unknown): number => Buffer.byteLength(String(value), 'base64');

/** What AWS demands of one value itself, in AWS's words; what it demands of its members is not included. */
export function constraintsOf(shape: Shape): Constraint[] {
  switch (shape.kind) {
    case 'text': {
      const length = within(shape, (value) => String(value).length, longest, shortest);
      return shape.pattern === undefined ? length : [...length, matches(shape.pattern)];
    }
    case 'oneOf':
      return [among(shape.values)];
    case 'integer':
      return within(shape, Number, greatest, least);
    case 'blob':
      return within(shape, decoded, longest, shortest);
    case 'list':
      return within(shape, (value) => (value as unknown[]).length, longest, shortest);
    case 'map':
      return within(shape, (value) => Object.keys(value as object).length, longest, shortest);
    default:
      return [];
  }
}

/** The first demand that a value fails, if any. */
export function broken(shape: Shape, value: unknown): string | undefined {
  return constraintsOf(shape).find((constraint) => !constraint.holds(value))?.words;
}
