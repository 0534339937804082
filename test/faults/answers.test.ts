// A short run of `npm run fuzz:answers`: one answer of a clean pool is changed on its way.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Bench } from '../detection/bench.js';
import { dice } from '../harness/fuzz.js';
import { fullPool } from './audited.js';
import { complaint, operationsOf } from './judged.js';

const RUNS = 60;

let own: Bench;
let operations: readonly string[];
beforeAll(async () => {
  own = await fullPool();
  operations = await operationsOf(own);
}, 60_000);
afterAll(() => own.close());

it('a change of what an answer means is a drift or not checked, any other is nothing', {
  timeout: 120_000,
}, async () => {
  const roll = dice(1);
  const found: string[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const one = await complaint(own, operations, (below) => Math.floor(roll() * below));
    if (one !== undefined) found.push(one);
  }
  expect(found).toEqual([]);
});
