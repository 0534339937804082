// What AWS refuses of a user pool, as recorded and as documented: a spec that says the same is refused, at its line.
import { describe, expect, it, test } from 'vitest';
import { DOCUMENTED_REFUSALS, REFUSED_CALLS, refused, there } from '../harness/refused.js';

const ALL = [...REFUSED_CALLS, ...DOCUMENTED_REFUSALS];
const sayable = ALL.filter(({ spec }) => spec !== undefined);

it('names no refusal twice', () => {
  expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
});

it('has a spec, or a reason why there is none, for every refusal', () => {
  for (const { spec, unsayable } of ALL) expect([spec, unsayable].filter((one) => one !== undefined)).toHaveLength(1);
});

/** What a message says that AWS would answer. */
const quoted = (message: string): string[] =>
  [...message.matchAll(/AWS would answer[^"]*"(.+)"/g)].map(([, words = '']) => words);
/** The recording has an id of a pool where the message cannot; a sentence may end in a full stop or not. */
const bare = (words: string) => words.replace(/\.$/, '');

/** Recorded answers that no message quotes: one does not say what is wrong, one breaks off. */
const NOT_QUOTED = ['domain-reserved-word', 'recovery-mechanisms-max'];

describe.each(REFUSED_CALLS.filter(({ spec }) => spec !== undefined).map((one) => [one.id, one] as const))(
  '%s',
  (id, { spec = '', finding = '', answer }) => {
    test('is told in AWS’s words', () => {
      const quotes = refused(there(spec)).flatMap(({ message }) => quoted(message));
      if (!NOT_QUOTED.includes(id) && !/^(yaml\/|schema\/bad-key)/.test(finding)) expect(quotes).not.toEqual([]);
      for (const words of quotes) expect(answer).toContain(bare(words));
    });
  },
);

describe.each(sayable.map((one) => [one.id, one] as const))('%s', (_, { spec = '', finding, setting }) => {
  const findings = refused(there(spec));

  test('is refused for this alone, and where it is said', () => {
    expect([...new Set(findings.map(({ rule }) => rule))]).toEqual([finding]);
    expect(findings.map((one) => one.setting)).toContain(setting);
  });

  test('is told in a sentence, with a way out', () => {
    for (const { message, help, severity, at } of findings) {
      expect({ severity, file: at?.file }).toEqual({ severity: 'error', file: 'pool.yaml' });
      expect(message).toMatch(/^[^\n]+[."]$/);
      expect(help).toMatch(/^[^\n]+[.?]$/);
    }
  });
});
