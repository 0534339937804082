import { PoolwardError } from '../model/errors.js';
import { FACTORS, type Factor } from './pool-mfa.js';
import type { Address } from './ports.js';

/**
 * What a journal is of: a policy that was applied to many, suspensions of single users, deleted authenticator apps, or a pool
 * whose MFA was off for a while.
 */
export const JOURNAL_KINDS = ['enforce', 'suspend', 'reset-totp', 'restart'] as const;
export type JournalKind = (typeof JOURNAL_KINDS)[number];

/** What a change does that is no setting of the user. */
export const DEEDS = ['delete-app', 'sign-out'] as const;

/** The first line. */
export interface JournalHeader {
  readonly kind: JournalKind;
  /** The id of the pool. */
  readonly pool: string;
  /** ISO 8601, as all times of a journal. */
  readonly startedAt: string;
  /** What the run was asked, in words of its own. */
  readonly about?: Readonly<Record<string, string>>;
}

/** What a change sets of a user. */
export interface Recorded {
  readonly enabled: readonly Factor[];
  readonly preferred?: Factor;
  /** Only where the change is about it; null is no number. */
  readonly phone?: Address | null;
}

/** Written before the call. */
export interface Intent {
  /** 1 for the first of the journal, and so on. */
  readonly n: number;
  readonly at: string;
  readonly user: string;
  readonly before: Recorded;
  readonly wanted: Recorded;
  /** The intent that this one takes back. */
  readonly undoes?: number;
  /** When a suspension ends, why it was wanted, and by whom, where that is known. */
  readonly until?: string;
  readonly reason?: string;
  readonly by?: string;
  readonly does?: (typeof DEEDS)[number];
}

/**
 * What came of an intent. `done`: read back, and so it is. `refused`: AWS refused it, nothing changed. `dropped`: it was never
 * sent. `unproved`: sent, and what was read afterwards is not what was wanted, or nothing could be read. `left`: somebody else
 * has changed the user since, so nothing was sent. `gone`: there is no such user any more.
 */
export const RESULTS = ['done', 'refused', 'dropped', 'unproved', 'left', 'gone'] as const;
export type Result = (typeof RESULTS)[number];

/** Written after the call. */
export interface Settlement {
  readonly n: number;
  readonly at: string;
  readonly result: Result;
  /** AWS's words, where it said any. */
  readonly because?: string;
}

/**
 * How far a restart of MFA has come. `recorded`: what every user has is written down. `off`: MFA is about to be turned off.
 * `on`: it is about to be turned on. `back`: it is on. `ended`: users have been given back what they had.
 */
export const MARKS = ['recorded', 'off', 'on', 'back', 'ended'] as const;
export type MarkName = (typeof MARKS)[number];

/** Written when a part of the work begins or is done. */
export interface Mark {
  readonly at: string;
  readonly mark: MarkName;
}

/** An intent with what came of it; without a settlement the run ended in between. */
export interface Entry extends Intent {
  readonly settled?: Settlement;
}

const VERSION = 1;
/** How each journal begins, so that half a header is told from somebody's file. */
const START = '{"poolward":"journal","version":';

export function headerLine({ kind, pool, startedAt, about }: JournalHeader): string {
  return lineOf({ poolward: 'journal', version: VERSION, kind, pool, startedAt, ...(about && { about }) });
}

/** An intent or a settlement, as a line. */
export function lineOf(line: object): string {
  return `${JSON.stringify(line)}\n`;
}

/** Whether a crash while the first line was written may have left this. */
export function isHalfHeader(text: string): boolean {
  return text.length < START.length ? START.startsWith(text) : text.startsWith(START);
}

export function parseHeader(text: string, file: string): JournalHeader {
  const line = parsed(text) as (Partial<JournalHeader> & { poolward?: unknown; version?: unknown }) | undefined;
  if (line?.poolward !== 'journal') throw notJournal(file);
  if (line.version !== VERSION) throw otherVersion(file, line.version);
  const { kind, pool, startedAt, about } = line;
  const whole = isKind(kind) && isText(pool) && isTime(startedAt) && isAbout(about);
  if (!whole) throw brokenLine(file, 1);
  return { kind, pool, startedAt, ...(about && { about }) };
}

/** Any line but the first; undefined where it is none. */
export function parseLine(text: string): Intent | Settlement | Mark | undefined {
  const line = parsed(text) as Partial<Intent & Settlement & Mark> | undefined;
  if (line === undefined || !isTime(line.at)) return undefined;
  if (line.mark !== undefined) return MARKS.includes(line.mark) ? (line as Mark) : undefined;
  if (!Number.isSafeInteger(line.n)) return undefined;
  if (line.result === undefined) return isIntent(line) ? line : undefined;
  const known = RESULTS.includes(line.result) && isOptionalText(line.because);
  return known ? (line as Settlement) : undefined;
}

export function isSettlement(line: Intent | Settlement | Mark): line is Settlement {
  return 'result' in line;
}

export function isMark(line: Intent | Settlement | Mark): line is Mark {
  return 'mark' in line;
}

function isIntent(line: Partial<Intent>): line is Intent {
  const { user, before, wanted, undoes, until, reason, by, does } = line;
  return (
    isText(user) &&
    isRecorded(before) &&
    isRecorded(wanted) &&
    (undoes === undefined || Number.isSafeInteger(undoes)) &&
    (until === undefined || isTime(until)) &&
    isOptionalText(reason) &&
    isOptionalText(by) &&
    (does === undefined || DEEDS.includes(does))
  );
}

function isRecorded(value: unknown): value is Recorded {
  if (!isObject(value)) return false;
  const { enabled, preferred, phone } = value as Partial<Recorded>;
  const isPhone = phone === undefined || phone === null || (isText(phone.value) && typeof phone.verified === 'boolean');
  return (
    Array.isArray(enabled) && enabled.every(isFactor) && (preferred === undefined || isFactor(preferred)) && isPhone
  );
}

const isKind = (value: unknown): value is JournalKind => JOURNAL_KINDS.includes(value as JournalKind);
const isFactor = (value: unknown): boolean => FACTORS.includes(value as Factor);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isOptionalText = (value: unknown): boolean => value === undefined || typeof value === 'string';
const isTime = (value: unknown): value is string => isText(value) && !Number.isNaN(Date.parse(value));
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isAbout(about: unknown): boolean {
  return about === undefined || (isObject(about) && Object.values(about).every((one) => typeof one === 'string'));
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function notJournal(file: string): PoolwardError {
  return new PoolwardError('not-a-journal', `${file} is not a journal of Poolward.`, {
    fault: 'user',
    help: 'Name another file with --journal.',
  });
}

export function brokenLine(file: string, line: number): PoolwardError {
  return new PoolwardError('broken-journal', `Line ${line} of ${file} is not a line of a journal.`, {
    fault: 'user',
    help: 'Nothing was changed. Put the file back as Poolward wrote it: what it says is the only record of what users had.',
  });
}

function otherVersion(file: string, version: unknown): PoolwardError {
  return new PoolwardError('newer-journal', `${file} is of version ${JSON.stringify(version)} of the journal.`, {
    fault: 'user',
    help: `This Poolward knows version ${VERSION}; use the one that wrote it.`,
  });
}
