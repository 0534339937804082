/** A number from 0 up to below its argument. */
export type Draw = (below: number) => number;

/** The same with every list in another order; names in `ordered` keep theirs. */
export function shuffled<T>(value: T, draw: Draw, ordered: readonly string[] = [], name = ''): T {
  if (Array.isArray(value)) {
    const items = value.map((item) => shuffled(item, draw, ordered));
    return (ordered.includes(name) ? items : permuted(items, draw)) as T;
  }
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const members = Object.entries(value).map(([key, member]) => [key, shuffled(member, draw, ordered, key)]);
  return Object.fromEntries(members) as T;
}

/** Fisher and Yates. */
export function permuted<T>(items: readonly T[], draw: Draw): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = draw(last + 1);
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}
