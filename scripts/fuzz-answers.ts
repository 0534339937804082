// Judges audits of a clean pool whose answers were changed on their way: `npm run fuzz:answers [how many] [seed]`. Prints
// each change that was not seen, or seen without reason, and ends with 1 where there was one.

import { fullPool } from '../test/faults/audited.js';
import { complaint, operationsOf } from '../test/faults/judged.js';
import { dice } from '../test/harness/fuzz.js';

const [count = 2000, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);

const own = await fullPool();
const operations = await operationsOf(own);
process.stderr.write(`${count} answers of ${new Set(operations).size} operations, seed ${seed}\n`);
const roll = dice(seed);
const complaints = new Map<string, number>();
for (let index = 0; index < count; index += 1) {
  const found = await complaint(own, operations, (below) => Math.floor(roll() * below));
  if (found !== undefined) complaints.set(found, (complaints.get(found) ?? 0) + 1);
}
await own.close();
for (const [found, times] of [...complaints].sort()) process.stdout.write(`${times} × ${found}\n`);
process.stderr.write(`${complaints.size} complaints\n`);
process.exitCode = complaints.size > 0 ? 1 : 0;
