// Hashes of 32 hexadecimal digits, a line each, on disk: looked up without holding them.
import type { JournalFile } from './ports.js';

const WIDTH = 33;
/** Hashes that are held while they are sorted: some 15 MB. */
const HELD = 2 ** 17;
/** Hashes of one read. */
const BLOCK = 2 ** 12;
/** Hashes of one read while looking up. */
const LOOK = 2 ** 8;
/** The first digits of a hash are a number below this. */
const KEYS = 2 ** 32;

/**
 * Sorts the first `count` hashes of a log, behind its head, into a file. Hashes are spread evenly, so that each pass takes a
 * range of them that fits into memory.
 */
export async function sortInto(sorted: JournalFile, log: JournalFile, count: number, held = HELD): Promise<void> {
  const passes = Math.ceil(count / held);
  for (let pass = 0; pass < passes; pass++) {
    const some: string[] = [];
    for (let from = 0; from < count; from += BLOCK) {
      const block = await lines(log, from + 1, Math.min(BLOCK, count - from));
      for (let at = 0; at < block.length; at += WIDTH)
        if (Math.floor((keyAt(block, at) / KEYS) * passes) === pass)
          some.push(block.toString('latin1', at, at + WIDTH));
    }
    await sorted.append(some.sort().join(''));
  }
}

/** Whether a sorted file holds a hash. Reads where the hash would be if all were spread evenly, and closes in from there. */
export async function isSorted(sorted: JournalFile, count: number, hash: string): Promise<boolean> {
  const wanted = Buffer.from(`${hash}\n`, 'latin1');
  const key = keyAt(wanted, 0);
  let [low, high] = [0, count];
  let [lowest, highest] = [0, KEYS];
  while (low < high) {
    const guess = low + Math.floor(((high - low) * (key - lowest)) / (highest - lowest)) - LOOK / 2;
    const from = Math.max(low, Math.min(guess, high - LOOK));
    const block = await lines(sorted, from, Math.min(LOOK, high - from));
    const last = block.length - WIDTH;
    if (wanted.compare(block, 0, WIDTH) < 0) [high, highest] = [from, keyAt(block, 0) + 1];
    else if (wanted.compare(block, last) > 0) [low, lowest] = [from + block.length / WIDTH, keyAt(block, last)];
    else return block.includes(wanted);
  }
  return false;
}

/** The number that the first eight digits are. */
function keyAt(bytes: Uint8Array, at: number): number {
  let key = 0;
  for (let index = at; index < at + 8; index++) {
    const code = bytes[index] ?? 0;
    key = key * 16 + (code < 58 ? code - 48 : code - 87);
  }
  return key;
}

async function lines(file: JournalFile, from: number, count: number): Promise<Buffer> {
  const bytes = await file.read(from * WIDTH, count * WIDTH);
  if (bytes.length !== count * WIDTH) throw new Error(`${file.name} is shorter than it was`);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
