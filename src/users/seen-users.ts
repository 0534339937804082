// Which users a run has seen, kept on disk, because there may be millions of them. A user is 128 bits of the SHA-256 of the
// sub: that any two of ten million users share them has a chance below 2 to the power of -81.
import { createHash } from 'node:crypto';
import type { JournalFile, ListedUser } from './ports.js';
import { isSorted, sortInto } from './sorted-hashes.js';

/** Of a line: 32 hexadecimal digits and its end. */
const WIDTH = 33;

/** The users of one run. */
export interface SeenUsers {
  /** Notes users. Once it resolves, they survive a crash. */
  add(users: readonly ListedUser[]): Promise<void>;
  /** How many were noted. */
  count(): number;
  /** Makes what tells those who were not noted before now. */
  recall(): Promise<Unseen>;
  /** `done`: nobody will ask again, and the files go. */
  close(done: boolean): Promise<void>;
}

/** Leaves of some users those who were not seen. */
export type Unseen = (users: readonly ListedUser[]) => Promise<readonly ListedUser[]>;

/** A file that is opened when it is needed. */
export type OpenFile = (suffix: string) => Promise<JournalFile>;

/**
 * Opens the log of a run, which begins with the id of the run. What it holds beyond the `noted` users was seen after the
 * last note, and is forgotten. Undefined where it is the log of another run, or does not hold them all.
 */
export async function seenUsers(open: OpenFile, id: string, noted: number): Promise<SeenUsers | undefined> {
  const log = await open('.seen');
  const head = `${id.replaceAll('-', '')}\n`;
  const size = WIDTH * (noted + 1);
  if (noted > 0) {
    const own = Buffer.from(await log.read(0, WIDTH)).toString('latin1') === head && (await log.size()) >= size;
    if (!own) await log.close();
    if (!own) return undefined;
    await log.cut(size);
  } else {
    await log.cut(0);
    await log.append(head);
  }
  return opened(log, open, noted);
}

function opened(log: JournalFile, open: OpenFile, noted: number): SeenUsers {
  let count = noted;
  let sorted: JournalFile | undefined;
  return {
    add: async (users) => {
      await log.append(users.map((user) => `${hash(user)}\n`).join(''));
      count += users.length;
    },
    count: () => count,
    recall: async () => {
      const file = sorted ?? (await open('.sorted'));
      sorted = file;
      const before = count;
      await file.cut(0);
      await sortInto(file, log, before);
      return async (users) => {
        const left: ListedUser[] = [];
        for (const user of users) if (!(await isSorted(file, before, hash(user)))) left.push(user);
        return left;
      };
    },
    close: async (done) => {
      await sorted?.remove();
      if (done) await log.remove();
      await sorted?.close();
      await log.close();
    },
  };
}

function hash({ sub, username }: ListedUser): string {
  return createHash('sha256')
    .update(sub ?? username)
    .digest('hex')
    .slice(0, WIDTH - 1);
}
