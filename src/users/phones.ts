import { createHash } from 'node:crypto';
import { PoolwardError } from '../model/errors.js';
import { linesForward } from './journal-text.js';
import { hash64, positionOf } from './membership.js';
import type { JournalFile, ListedUser } from './ports.js';

/** Numbers of a file, by user name, `sub` or e-mail address; 20 bytes a line are kept. */
export interface Phones {
  /** Of all lines: another file has another one. */
  readonly digest: string;
  /** The number of a user, in E.164. Throws where two lines say different numbers, or a line has named another user before. */
  of(user: ListedUser): string | undefined;
  /** How many lines named nobody who was asked for, and the first of them. */
  unused(): { readonly count: number; readonly lines: readonly number[] };
}

const E164 = /^\+[1-9]\d{1,14}$/;
const SHOWN = 20;

/** Reads a file of `user,phone` lines beneath a header line. Throws with the numbers of the lines that cannot be used. */
export async function readPhones(file: Pick<JournalFile, 'name' | 'size' | 'read'>): Promise<Phones> {
  const rows = growing();
  const bad: number[] = [];
  const digest = createHash('sha256');
  let line = 0;
  for await (const { bytes } of linesForward(file, await file.size())) {
    line += 1;
    digest.update(bytes).update('\n');
    const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes).replace(/\r$/, '');
    if (line === 1) demandHeader(text, file.name);
    else if (text !== '') {
      const row = rowOf(text);
      if (row) rows.add(hash64(row.user), Number(row.phone.slice(1)), line);
      else bad.push(line);
    }
  }
  if (line === 0) demandHeader('', file.name);
  if (bad.length > 0)
    throw badLines(file.name, bad, ['says', 'say'], 'no user and number, as in ada@example.com,+491511234567');
  return indexed(file.name, rows, digest.digest('hex'));
}

function demandHeader(text: string, file: string): void {
  if (text !== '' && rowOf(text) === undefined && cells(text)?.length === 2) return;
  throw new PoolwardError('bad-phones', `${file} does not begin with a header line of two columns.`, {
    fault: 'user',
    help: 'Begin it with user,phone.',
  });
}

function rowOf(text: string): { readonly user: string; readonly phone: string } | undefined {
  const [user = '', phone = '', ...more] = cells(text) ?? [];
  return user !== '' && E164.test(phone) && more.length === 0 ? { user, phone } : undefined;
}

/** The cells of a line as RFC 4180 has them; undefined where quotes do not match. */
function cells(text: string): string[] | undefined {
  const found: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  for (let end = ','; end === ','; ) {
    const match = cell.exec(text);
    if (!match) return undefined;
    found.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
    end = match[3] ?? '';
  }
  return found;
}

/** Columns of rows, as short as they can be. */
function growing() {
  let hashes = new BigUint64Array(64);
  let numbers = new Float64Array(64);
  let lines = new Uint32Array(64);
  let size = 0;
  const grow = () => {
    const more = size * 2;
    const [h, n, l] = [new BigUint64Array(more), new Float64Array(more), new Uint32Array(more)];
    h.set(hashes);
    n.set(numbers);
    l.set(lines);
    [hashes, numbers, lines] = [h, n, l];
  };
  return {
    add(hash: bigint, number: number, line: number) {
      if (size === hashes.length) grow();
      hashes[size] = hash;
      numbers[size] = number;
      lines[size] = line;
      size += 1;
    },
    columns: () => ({ hashes, numbers, lines, size }),
  };
}

function indexed(file: string, rows: ReturnType<typeof growing>, digest: string): Phones {
  const { hashes, numbers, lines, size } = rows.columns();
  const order = Uint32Array.from({ length: size }, (_, index) => index);
  order.sort(
    (a, b) => compare(hashes[a] as bigint, hashes[b] as bigint) || (lines[a] as number) - (lines[b] as number),
  );
  const sorted = BigUint64Array.from(order, (index) => hashes[index] as bigint);
  const twice = [...order.keys()].filter((at) => at > 0 && sorted[at] === sorted[at - 1]);
  if (twice.length > 0)
    throw badLines(
      file,
      twice.map((at) => lines[order[at] as number] as number).sort((a, b) => a - b),
      ['names', 'name'],
      'a user whom a line before names',
    );
  const used = new Uint8Array(size);
  const at = (key: string | undefined) => (key === undefined ? -1 : positionOf(hash64(key), sorted, size));
  const lineAt = (place: number) => lines[order[place] as number] as number;
  return {
    digest,
    of: (user) => {
      const places = [...new Set([user.username, user.sub, user.email?.value].map(at))].filter((place) => place >= 0);
      if (places.length > 1)
        throw badLines(
          file,
          places.map(lineAt).sort((a, b) => a - b),
          ['names', 'name'],
          'the same user',
        );
      const [place] = places;
      if (place === undefined) return undefined;
      if (used[place])
        throw badLines(file, [lineAt(place)], ['names', 'name'], 'more than one user; give the user name or the sub');
      used[place] = 1;
      return `+${numbers[order[place] as number]}`;
    },
    unused: () => {
      const left = [...used.keys()].filter((place) => !used[place]);
      return {
        count: left.length,
        lines: left
          .map(lineAt)
          .sort((a, b) => a - b)
          .slice(0, SHOWN),
      };
    },
  };
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

function badLines(
  file: string,
  lines: readonly number[],
  [one, many]: readonly [string, string],
  what: string,
): PoolwardError {
  const shown = lines.slice(0, SHOWN).join(', ');
  const more = lines.length > SHOWN ? ` and ${lines.length - SHOWN} more` : '';
  const subject = lines.length === 1 ? `Line ${shown}` : `Lines ${shown}${more}`;
  return new PoolwardError(
    'bad-phones',
    `${subject} of ${file} ${lines.length === 1 ? one : many} ${what}. Nothing was changed.`,
    {
      fault: 'user',
      help: 'Each line has a user name, a sub or an e-mail address, and a phone number in E.164: ada@example.com,+491511234567.',
    },
  );
}
