import type { Entry } from './journal-lines.js';
import type { ListedUser } from './ports.js';

/** A suspension that nothing has ended, as it is told of its user. */
export interface OpenSuspension {
  /** Its number in the journal. */
  readonly n: number;
  /** ISO 8601. */
  readonly until: string | undefined;
  /** Over its end time. */
  readonly due: boolean;
}

/** The open suspension of a user, where there is one. */
export type SuspensionOf = (user: Pick<ListedUser, 'username'>) => OpenSuspension | undefined;

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

/** Of several suspensions of one user the one that ends first. */
export function suspensionOf(open: readonly Entry[], now: Date): SuspensionOf {
  const endOf = ({ until }: Pick<Entry, 'until'>) => (until === undefined ? Number.MAX_VALUE : Date.parse(until));
  const first = new Map<string, Entry>();
  for (const entry of [...open].sort((a, b) => endOf(b) - endOf(a))) first.set(entry.user, entry);
  return ({ username }) => {
    const entry = first.get(username);
    return entry && { n: entry.n, until: entry.until, due: isDue(entry, now) };
  };
}

/** `suspension 3, until 2026-01-02T07:00:00Z`: nothing of the user, and nothing of the reason. */
export function suspensionWords({ n, until, due }: OpenSuspension): string {
  return until === undefined ? `suspension ${n}` : `suspension ${n}, ${due ? 'over since' : 'until'} ${until}`;
}
