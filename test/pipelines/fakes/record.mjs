// Shared by the fake programs: what was called, and the issues of the forge that they play, in the folder FAKES.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const inFakes = (name) => join(process.env.FAKES, name);

export function record(program, args) {
  appendFileSync(inFakes('calls.jsonl'), `${JSON.stringify([program, ...args])}\n`);
}

export function issues() {
  const file = inFakes('issues.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

export function keep(list) {
  writeFileSync(inFakes('issues.json'), JSON.stringify(list, null, 2));
}

/** A call that the real program might take, and this one does not know: the test has to fail. */
export function unknown(program, args) {
  process.stderr.write(`fake ${program}: ${JSON.stringify(args)} is not known\n`);
  process.exit(64);
}
