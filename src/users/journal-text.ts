// Lines of a file that may be larger than memory, from either end.
import type { JournalFile } from './ports.js';

/** A line without its end, and where it stands. */
export interface PlacedLine {
  readonly bytes: Uint8Array;
  /** Bytes before it. */
  readonly from: number;
  /** Whether its end was written. */
  readonly ended: boolean;
}

const PIECE = 64 * 1024;
/** Bytes; no line of a journal comes near. */
export const LONGEST = PIECE;
const NEWLINE = 0x0a;

/** From the first to the last; the last may not be ended. */
export async function* linesForward(file: Pick<JournalFile, 'read'>, size: number): AsyncGenerator<PlacedLine> {
  let rest: Uint8Array = new Uint8Array();
  let from = 0;
  for (let at = 0; at < size; ) {
    const piece = await file.read(at, Math.min(PIECE, size - at));
    if (piece.length === 0) break;
    at += piece.length;
    rest = joined(rest, piece);
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      yield { bytes: rest.subarray(0, end), from, ended: true };
      from += end + 1;
      rest = rest.subarray(end + 1);
    }
    // Some other file, which nobody wants to hold.
    if (rest.length > LONGEST) break;
  }
  if (rest.length > 0) yield { bytes: rest, from, ended: false };
}

/** From the last to the first, of a file whose last line is ended. */
export async function* linesBackward(file: Pick<JournalFile, 'read'>, size: number): AsyncGenerator<PlacedLine> {
  let rest: Uint8Array = new Uint8Array();
  let at = size;
  while (at > 0) {
    const length = Math.min(PIECE, at);
    at -= length;
    rest = joined(await file.read(at, length), rest);
    // The newline at the end of `rest` ends its last line.
    for (let start = startOfLast(rest); start > 0; start = startOfLast(rest)) {
      yield { bytes: rest.subarray(start, rest.length - 1), from: at + start, ended: true };
      rest = rest.subarray(0, start);
    }
  }
  if (rest.length > 0) yield { bytes: rest.subarray(0, rest.length - 1), from: 0, ended: true };
}

const startOfLast = (bytes: Uint8Array): number =>
  bytes.length < 2 ? 0 : bytes.lastIndexOf(NEWLINE, bytes.length - 2) + 1;

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
