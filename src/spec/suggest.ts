/**
 * The candidate that a misspelt word most likely means; undefined where a guess would be nonsense. Case and
 * separators do not count (`callback_urls`), and a beginning counts where only one candidate has it.
 */
export function suggest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > LONGEST || candidates.includes(word)) return undefined;
  const wanted = bare(word);
  if (wanted === '') return undefined;
  return (
    candidates.find((candidate) => bare(candidate) === wanted) ??
    nearest(wanted, candidates) ??
    longer(wanted, candidates)
  );
}

/** Longer words are not names, and comparing them costs time. */
const LONGEST = 64;

const bare = (word: string) => word.toLowerCase().replace(/[-_\s.]/g, '');

function nearest(wanted: string, candidates: readonly string[]): string | undefined {
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const other = bare(candidate);
    const bound = Math.min(tolerance(wanted, other), best === undefined ? LONGEST : best.distance - 1);
    const distance = editDistance(wanted, other, bound);
    if (distance !== undefined) best = { candidate, distance };
  }
  return best?.candidate;
}

/** About one slip in three letters; below three letters any other word would be near. */
function tolerance(a: string, b: string): number {
  return Math.min(3, Math.floor(Math.max(a.length, b.length) / 3));
}

function longer(wanted: string, candidates: readonly string[]): string | undefined {
  const found = wanted.length < 4 ? [] : candidates.filter((candidate) => bare(candidate).startsWith(wanted));
  return found.length === 1 ? found[0] : undefined;
}

/**
 * Damerau-Levenshtein distance in its restricted form: insert, delete, replace, swap two neighbours. Undefined when it
 * is more than `bound`.
 */
export function editDistance(a: string, b: string, bound: number): number | undefined {
  if (Math.abs(a.length - b.length) > bound) return undefined;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row.push(cell(a, b, i, j, row, last, beforeLast));
    if (Math.min(...row) > bound) return undefined;
    [beforeLast, last] = [last, row];
  }
  const distance = last[b.length] ?? 0;
  return distance <= bound ? distance : undefined;
}

function cell(a: string, b: string, i: number, j: number, row: number[], last: number[], beforeLast: number[]): number {
  const at = (cells: number[], index: number) => cells[index] ?? Number.POSITIVE_INFINITY;
  const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
  const swapped = i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(beforeLast, j - 2) + 1 : replaced;
  return Math.min(replaced, swapped, at(last, j) + 1, at(row, j - 1) + 1);
}
