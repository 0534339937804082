import type { Entry } from './journal-lines.js';

/** Suspensions that nothing has ended, the latest first. There are few at a time, however long the journal is. */
export async function openSuspensions(entries: AsyncIterable<Entry>): Promise<readonly Entry[]> {
  const open = new Map<number, Entry>();
  for await (const entry of entries) {
    if (entry.undoes === undefined) {
      if (mayBeInEffect(entry)) open.set(entry.n, entry);
    } else if (ends(entry)) open.delete(entry.undoes);
  }
  return [...open.values()].sort((a, b) => b.n - a.n);
}

/** One that could not be proved may be in effect all the same. */
function mayBeInEffect({ settled }: Entry): boolean {
  return settled === undefined || settled.result === 'done' || settled.result === 'unproved';
}

function ends({ settled }: Entry): boolean {
  return settled !== undefined && ['done', 'left', 'gone'].includes(settled.result);
}

/** Whether a suspension is over its end time. */
export function isDue({ until }: Entry, now: Date): boolean {
  return until !== undefined && Date.parse(until) <= now.getTime();
}
