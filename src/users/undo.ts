import { putBack } from './change-user.js';
import { type Enforced, type Enforcing, eachOf } from './enforce.js';
import type { Journal, JournalView } from './journal.js';
import type { Entry } from './journal-lines.js';
import { hash64, hashSet } from './membership.js';

/** What came of the changes; `users` have had them, one or two each. */
export interface Undone extends Enforced {
  readonly users: number;
}

/** Takes back what a journal has done, the latest first; what was taken back before is passed over. */
export async function undoUsers(journal: Pick<Journal, 'backward'>, enforcing: Enforcing): Promise<Undone> {
  const users = hashSet();
  const undone = await eachOf(undoable(journal.backward()), enforcing, (entry) => {
    users.add(hash64(entry.user));
    return putBack(entry, enforcing.within);
  });
  return { ...undone, users: users.different() };
}

/** How many changes of a journal would be taken back. */
export async function countUndoable(journal: JournalView): Promise<number> {
  const undone = bits();
  let changes = 0;
  for await (const entry of journal.entries()) {
    if (isTakenBack(entry)) undone.add(entry.undoes as number);
    else if (wasSent(entry)) changes += 1;
  }
  return changes - undone.size();
}

/** Of the entries of a journal, the latest first, those to be taken back. */
async function* undoable(entries: AsyncIterable<Entry>): AsyncGenerator<Entry> {
  const undone = bits();
  for await (const entry of entries) {
    if (isTakenBack(entry)) undone.add(entry.undoes as number);
    else if (wasSent(entry) && !undone.has(entry.n)) yield entry;
  }
}

/** What was sent and not proved may be there all the same. */
function wasSent({ undoes, settled }: Entry): boolean {
  return undoes === undefined && (settled?.result === 'done' || settled?.result === 'unproved');
}

function isTakenBack({ undoes, settled }: Entry): boolean {
  return undoes !== undefined && (settled?.result === 'done' || settled?.result === 'gone');
}

/** A set of whole numbers from 1 up, a bit each. */
function bits() {
  let bytes = new Uint8Array(64);
  let size = 0;
  const has = (n: number) => ((bytes[n >> 3] ?? 0) & (1 << (n & 7))) !== 0;
  return {
    has,
    size: () => size,
    add(n: number) {
      if (has(n)) return;
      while (n >> 3 >= bytes.length) {
        const more = new Uint8Array(bytes.length * 2);
        more.set(bytes);
        bytes = more;
      }
      bytes[n >> 3] = (bytes[n >> 3] ?? 0) | (1 << (n & 7));
      size += 1;
    },
  };
}
