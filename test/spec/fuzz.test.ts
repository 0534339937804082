import { expect, test } from 'vitest';
import { complaint, corpus, dice, mutated } from '../harness/fuzz.js';

const SEED = 1;

test('any text is judged, and every finding lies inside it', () => {
  const texts = corpus(SEED, 20);
  const roll = dice(SEED);
  for (let index = 0; index < 1500; index += 1) {
    const text = mutated(texts, roll);
    expect(complaint(text), text).toBeUndefined();
  }
});
