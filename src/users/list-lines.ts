import type { Judged } from './judge-user.js';
import { outcomeKey } from './outcome.js';
import type { ListedUser } from './ports.js';

/** A list of users that programs read: its first line, where it has one, and the line of a user. */
export interface ListFormat {
  readonly head: string;
  line(name: string, user: ListedUser, judged: Judged): string;
}

/** Comma-separated values as RFC 4180 has them. */
const CSV: ListFormat = {
  head: 'user,status,asked,findings\r\n',
  line: (name, { status }, { effective, kinds }) =>
    `${[name, status, outcomeKey(effective.outcome), kinds.join(' ')].map(cell).join(',')}\r\n`,
};

/** One JSON object a line. */
const JSONL: ListFormat = {
  head: '',
  line: (user, { status }, { effective, kinds }) =>
    `${JSON.stringify({ user, status, asked: effective.outcome, findings: kinds })}\n`,
};

const BY_ENDING: Readonly<Record<string, ListFormat>> = { csv: CSV, jsonl: JSONL };

/** The format that a file's name ends in; undefined for any other. */
export function listFormat(file: string): ListFormat | undefined {
  return BY_ENDING[/\.(csv|jsonl)$/.exec(file)?.[1] ?? ''];
}

/** A user name may look like a formula, which a spreadsheet would run; a phone number does not. */
function cell(text: string): string {
  const safe = /^[=@\t\r]|^[+-](?!\d+$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
