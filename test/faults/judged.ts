// One audit of a clean pool, one answer of which was changed on its way; and what is wrong with the verdict.
import type { FaultRule } from '../../src/sandbox/faults.js';
import type { Bench } from '../detection/bench.js';
import { report, secretsOf, verdict } from './audited.js';
import { type Draw, type Tampering, tampered } from './tampering.js';
import { isUnseen } from './unseen.js';

/** The operations that an audit sends, each as often as it does. */
export async function operationsOf(own: Bench): Promise<string[]> {
  const before = own.sandbox.requests.length;
  const found = verdict(await report(own), secretsOf(own));
  if (found !== 'clean') throw new Error(`the pool is not clean to begin with: ${found}`);
  return own.sandbox.requests.slice(before).map(({ operation }) => operation);
}

/** Audits with one tampering; the complaint, if there is one. */
export async function complaint(own: Bench, operations: readonly string[], draw: Draw): Promise<string | undefined> {
  const operation = operations[draw(operations.length)] ?? '';
  const after = draw(operations.filter((one) => one === operation).length);
  let done: Tampering | undefined;
  const rule: FaultRule = {
    operation,
    after,
    times: 1,
    alter: (answer) => {
      done = tampered(answer, draw);
      return done === undefined ? answer : { ...answer, body: done.body };
    },
  };
  own.sandbox.inject([rule]);
  const found = await judged(own);
  own.sandbox.inject([]);
  if (done === undefined) return undefined;
  const says = `${operation} ${done.says}`;
  const isWrong =
    FAULTY.test(found) || (done.keeps === true ? found !== 'clean' : done.keeps === false && isClean(found, says));
  return isWrong ? `${says}: ${found}` : undefined;
}

function isClean(found: string, says: string): boolean {
  return found === 'clean' && !isUnseen(says);
}

/** Never right, whatever was done. */
const FAULTY = /^(SECRET|CRASH|in sync, with exit code)/;

async function judged(own: Bench): Promise<string> {
  try {
    return verdict(await report(own), secretsOf(own));
  } catch (error) {
    return `CRASH: ${(error as Error).stack}`;
  }
}
