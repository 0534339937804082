import { Expression } from './expression.js';

/** Deep equality of plain data; the order of object keys carries no meaning, and `undefined` members are absent. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a instanceof Expression || b instanceof Expression) return a instanceof Expression && a.equals(b);
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameList(a, b);
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = new Set([...present(a), ...present(b)]);
  return [...keys].every((key) => sameValue(a[key], b[key]));
}

/** Equality of lists whose order carries meaning. */
export function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
}

/** Equality of multisets: a real addition or removal still shows, any order is the same. */
export function sameSet(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  const rest = [...b];
  return a.every((item) => {
    const at = rest.findIndex((other) => sameValue(item, other));
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
}

/** Deep equality of what AWS answers: none of its lists has an order that means something. */
export function sameContent(a: unknown, b: unknown): boolean {
  return sameValue(inOneOrder(a), inOneOrder(b));
}

function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(inOneOrder).map((item) => [JSON.stringify(item) ?? '', item] as const);
    return items.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, item]) => item);
  }
  if (Object.prototype.toString.call(value) !== '[object Object]') return value;
  const members = Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([key, member]) => [key, inOneOrder(member)]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function present(value: Record<string, unknown>): string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined);
}
