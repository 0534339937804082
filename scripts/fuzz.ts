// Judges specs that nobody would write: `npm run fuzz [how many] [seed]`. Ends with 1 at the first crash, hang or finding
// that lies outside its file, and prints the text.
import { complaint, corpus, dice, mutated } from '../test/harness/fuzz.js';

const [count = 100_000, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
/** Milliseconds; the limits of the parser keep any spec far below it. */
const HANG = 5000;

const texts = corpus(seed, 300);
const roll = dice(seed);
process.stderr.write(`${count} specs from ${texts.length} texts, seed ${seed}\n`);
let slowest = 0;
for (let index = 0; index < count; index += 1) {
  const text = mutated(texts, roll);
  const started = performance.now();
  const problem = judged(text);
  const took = performance.now() - started;
  slowest = Math.max(slowest, took);
  if (problem !== undefined || took > HANG) {
    process.stdout.write(text);
    process.stderr.write(`\nspec ${index} of seed ${seed}: ${problem ?? `took ${took.toFixed(0)} ms`}\n`);
    process.exit(1);
  }
}
process.stderr.write(`no crash, no hang, every finding inside its file; the slowest took ${slowest.toFixed(0)} ms\n`);

function judged(text: string): string | undefined {
  try {
    return complaint(text);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
