import { PoolwardError } from '../model/errors.js';
import {
  brokenLine,
  type Entry,
  headerLine,
  type Intent,
  isHalfHeader,
  isMark,
  isSettlement,
  type JournalHeader,
  lineOf,
  type Mark,
  type MarkName,
  notJournal,
  parseHeader,
  parseLine,
  type Settlement,
} from './journal-lines.js';
import { LONGEST, linesBackward, linesForward, type PlacedLine } from './journal-text.js';
import type { JournalFile } from './ports.js';

/**
 * What was done to users, so that it can be gone on with and taken back. Each change is written down before it is sent, and what
 * came of it after it; both are on the disk before anything else happens.
 */
export interface Journal {
  readonly header: JournalHeader;
  /** A sentence for people, where a crash cut off the last line. */
  readonly told: string | undefined;
  /** The text of a last line that a crash cut off. */
  readonly half: string | undefined;
  /** Intents of an earlier run that nothing came of: what they wanted may or may not have been sent. */
  readonly open: readonly Intent[];
  /** How far the work has come, and when: this run's and earlier ones'. */
  readonly marks: ReadonlyMap<MarkName, string>;
  /** Writes down how far this run has come. */
  mark(name: MarkName, at: string): Promise<void>;
  /** Writes an intent down and numbers it; only then may it be sent. */
  intend(intent: Omit<Intent, 'n'>): Promise<Intent>;
  /** Writes down what came of an intent. */
  settle(settlement: Settlement): Promise<void>;
  /** All of it as it stands, in the order of the settlements; what is open comes last. */
  entries(): AsyncIterable<Entry>;
  /** All of it, the latest intent first. */
  backward(): AsyncIterable<Entry>;
  /** Lets the next run have it. */
  close(): Promise<void>;
}

/** What somebody reads of a journal that another run may be writing. */
export type JournalView = Pick<Journal, 'header' | 'marks' | 'entries' | 'open' | 'half'>;

/** Opens a journal of this kind and pool, and begins one where the file is empty. Closes the file where it cannot. */
export async function openJournal(file: JournalFile, wanted: JournalHeader): Promise<Journal> {
  try {
    const text = await checked(file);
    const header = text.header ?? wanted;
    demand(header, wanted, file.name);
    await mend(file, text);
    if (!text.header) await file.append(headerLine(wanted));
    return journalOf(file, header, text);
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Looks at a journal of this kind and pool without touching it. */
export async function viewJournal(
  file: JournalFile,
  wanted: Pick<JournalHeader, 'kind' | 'pool'>,
): Promise<JournalView> {
  const { header, size, marks, open, half } = await checked(file);
  if (!header) throw notJournal(file.name);
  demand(header, wanted, file.name);
  return { header, marks, open: [...open.values()], half, entries: () => entriesOf(file, size) };
}

/** A journal's text, found to be whole as far as `size`. */
interface Checked {
  /** Undefined where there is none yet. */
  readonly header: JournalHeader | undefined;
  readonly size: number;
  /** The last line is whole and only its end is missing. */
  readonly unended: boolean;
  /** The text of a last line that is half a line. */
  readonly half: string | undefined;
  readonly last: number;
  readonly open: ReadonlyMap<number, Intent>;
  readonly marks: ReadonlyMap<MarkName, string>;
}

async function checked(file: JournalFile): Promise<Checked> {
  let header: JournalHeader | undefined;
  let number = 0;
  let size = 0;
  const seen = { last: 0, open: new Map<number, Intent>(), marks: new Map<MarkName, string>() };
  for await (const line of linesForward(file, await file.size())) {
    number += 1;
    const whole = number === 1 ? undefined : parseLine(textOf(line, file, number));
    if (number === 1) {
      if (!line.ended && isHalf(line, file)) return { header, size: 0, unended: false, half: '', ...seen };
      header = parseHeader(textOf(line, file, 1), file.name);
    } else if (whole === undefined && !line.ended)
      return { header, size, unended: false, half: textOf(line, file, number), ...seen };
    else if (whole === undefined || !follows(whole, seen)) throw brokenLine(file.name, number);
    size = line.from + line.bytes.length + (line.ended ? 1 : 0);
    if (!line.ended) return { header, size, unended: true, half: undefined, ...seen };
  }
  return { header, size, unended: false, half: undefined, ...seen };
}

interface Followed {
  last: number;
  readonly open: Map<number, Intent>;
  readonly marks: Map<MarkName, string>;
}

/** Intents are numbered one after the other, and each is settled once. */
function follows(line: Intent | Settlement | Mark, seen: Followed): boolean {
  if (isMark(line)) {
    seen.marks.set(line.mark, line.at);
    return true;
  }
  if (isSettlement(line)) return seen.open.delete(line.n);
  if (line.n !== seen.last + 1) return false;
  seen.last = line.n;
  seen.open.set(line.n, line);
  return true;
}

function isHalf(line: PlacedLine, file: JournalFile): boolean {
  const text = textOf(line, file, 1);
  if (text.endsWith('}')) return false;
  if (!isHalfHeader(text)) throw notJournal(file.name);
  return true;
}

/** Half a character at the end of half a line is no error; elsewhere `parse` refuses what comes of it. */
function textOf({ bytes }: PlacedLine, file: JournalFile, number: number): string {
  if (bytes.length > LONGEST) throw number === 1 ? notJournal(file.name) : brokenLine(file.name, number);
  return new TextDecoder().decode(bytes);
}

function demand(found: JournalHeader, wanted: Pick<JournalHeader, 'kind' | 'pool'>, file: string): void {
  if (found.pool !== wanted.pool)
    throw new PoolwardError(
      'journal-of-another-pool',
      `${file} is the journal of ${found.pool}, not of ${wanted.pool}.`,
      {
        fault: 'user',
        help: 'Name the journal of this pool with --journal, or the spec of the other pool.',
      },
    );
  if (found.kind !== wanted.kind)
    throw new PoolwardError('journal-of-another-kind', `${file} is a journal of ${COMMAND[found.kind]}.`, {
      fault: 'user',
      help: `Name one of ${COMMAND[wanted.kind]} with --journal.`,
    });
}

const COMMAND: Readonly<Record<JournalHeader['kind'], string>> = {
  enforce: '`users enforce`',
  suspend: '`users suspend-mfa`',
  'reset-totp': '`users reset-totp`',
  restart: '`fix --restart-mfa`',
};

/** So that the next line begins a line. What was cut off had not been sent: it is sent only once its line is on the disk. */
async function mend(file: JournalFile, { half, unended, size }: Checked): Promise<void> {
  if (half !== undefined) await file.cut(size);
  if (unended) await file.append('\n');
}

function journalOf(file: JournalFile, header: JournalHeader, text: Checked): Journal {
  let last = text.last;
  const append = inTurn((line: object) => file.append(lineOf(line)));
  const marks = new Map(text.marks);
  return {
    header,
    half: text.half,
    told: text.half !== undefined ? `The last line of ${file.name} was only half written; it is left out.` : undefined,
    open: [...text.open.values()],
    marks,
    mark: async (mark, at) => {
      await append({ at, mark });
      marks.set(mark, at);
    },
    intend: async (intent) => {
      last += 1;
      const numbered = { n: last, ...intent };
      await append(numbered);
      return numbered;
    },
    settle: append,
    async *entries() {
      yield* entriesOf(file, await file.size());
    },
    async *backward() {
      yield* backwardOf(file, await file.size());
    },
    close: () => file.close(),
  };
}

/** One after the other. After one that failed nothing is written: it might follow half a line. */
function inTurn<T>(write: (one: T) => Promise<void>): (one: T) => Promise<void> {
  let before = Promise.resolve();
  return (one) => {
    before = before.then(() => write(one));
    return before;
  };
}

async function* entriesOf(file: JournalFile, size: number): AsyncGenerator<Entry> {
  const open = new Map<number, Intent>();
  for await (const line of parsedLines(linesForward(file, size), file)) {
    if (!isSettlement(line)) open.set(line.n, line);
    else {
      const intent = open.get(line.n);
      open.delete(line.n);
      if (intent) yield { ...intent, settled: line };
    }
  }
  yield* open.values();
}

async function* backwardOf(file: JournalFile, size: number): AsyncGenerator<Entry> {
  const settled = new Map<number, Settlement>();
  for await (const line of parsedLines(linesBackward(file, size), file)) {
    if (isSettlement(line)) settled.set(line.n, line);
    else {
      const settlement = settled.get(line.n);
      settled.delete(line.n);
      yield { ...line, ...(settlement && { settled: settlement }) };
    }
  }
}

/** All but the header, of a text that was found to be whole. */
async function* parsedLines(lines: AsyncIterable<PlacedLine>, file: JournalFile): AsyncGenerator<Intent | Settlement> {
  for await (const line of lines) {
    const parsed = line.from === 0 ? undefined : parseLine(textOf(line, file, 2));
    if (parsed && !isMark(parsed)) yield parsed;
  }
}
