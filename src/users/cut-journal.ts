import type { Finding } from '../model/finding.js';
import { type Count, oneMore } from './count.js';
import { type About, cutFinding } from './enforce-findings.js';
import type { JournalView } from './journal.js';
import type { Intent, Result } from './journal-lines.js';
import type { UserName } from './user-names.js';

/** What a journal lacks at its end, where a run was killed or the file was cut. */
export interface Cut {
  /** Changes without a result: they may or may not have been sent. */
  readonly open: readonly Intent[];
  /** The last line, where only half of it is there and it is not the result of an open change. */
  readonly half: string | undefined;
}

/** A journal that was cut while it was being taken back lacks nothing: who was not put back is read again. */
export async function cutOf({ open, half, entries }: Pick<JournalView, 'open' | 'half' | 'entries'>): Promise<Cut> {
  let last: Pick<Intent, 'n' | 'undoes'> = { n: 0 };
  for await (const entry of entries()) if (entry.n > last.n) last = entry;
  const changes = open.filter(({ undoes }) => undoes === undefined);
  const ofOpen = open.map(({ n }) => `{"n":${n},`);
  const isResult = (line: string) => ofOpen.some((start) => line.startsWith(start) || start.startsWith(line));
  const covered = last.undoes !== undefined || (half !== undefined && isResult(half));
  return { open: changes, half: covered ? undefined : half };
}

/** `results` of the open changes by their number, read from the users; none in a dry run. */
export function cutFindings(
  { open, half }: Cut,
  results: ReadonlyMap<number, Result> | undefined,
  { file, name }: { readonly file: string; readonly name: UserName },
  about: About,
): Finding[] {
  const strange = ({ n }: Intent) => results?.get(n) === 'left' || results?.get(n) === 'unproved';
  const counted = (all: readonly Intent[]) =>
    all.reduce<Count | undefined>((count, { user }) => oneMore(count, () => name({ username: user })), undefined);
  const known = counted(open.filter((one) => !strange(one)));
  const unknown = counted(open.filter(strange));
  return [
    ...(known ? [cutFinding(about, 'open', 'warning', openWords(file, known, results !== undefined), READ)] : []),
    ...(unknown ? [cutFinding(about, 'unknown', 'error', unknownWords(file, unknown), LOOK)] : []),
    ...(half === undefined ? [] : [cutFinding(about, 'half', 'warning', halfWords(file, half, name), WHOLE)]),
  ];
}

const READ =
  'Nothing more for these. If the file was cut, and not only the run: put the whole file back, and run again.';
const LOOK = 'Look at them with `poolward users explain`, and set by hand what they had.';
const WHOLE =
  'A run that was killed leaves such a line and changes nobody after it. If the file was cut in another way, put the whole file back and run again; `poolward users audit --deep` shows what users have.';

const changesOf = ({ users }: Count): string => (users === 1 ? '1 change' : `${users} changes`);

function openWords(file: string, count: Count, read: boolean): string {
  const then = read
    ? 'Its user was read, and is put back where the change was there'
    : 'With --yes its user is read first, and put back where the change is there';
  return `${file} ends without the result of ${changesOf(count)}. ${then}: ${count.examples.join(', ')}.`;
}

function unknownWords(file: string, count: Count): string {
  return `${file} ends without the result of ${changesOf(count)} whose user has neither what was before nor what was wanted, or could not be read: not put back from it: ${count.examples.join(', ')}.`;
}

function halfWords(file: string, half: string, name: UserName): string {
  const quoted = /"user":("(?:[^"\\]|\\.)*")/.exec(half)?.[1];
  const user = quoted === undefined ? '' : `, about ${name({ username: String(JSON.parse(quoted)) })}`;
  return `The last line of ${file} is only half written${user}: who was changed in that line or after it cannot be put back from this file.`;
}
