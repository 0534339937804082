import { expect, test } from 'vitest';
import { describe } from '../../src/explain/describe.js';
import { FINDINGS } from '../../src/explain/findings/index.js';
import { RULES } from '../../src/rules/index.js';

test.each([...RULES, ...FINDINGS].map(({ id }) => id))('%s', (id) => {
  const { summary, why, help, tags } = describe(id) ?? {};
  expect(summary).toMatch(/\S/);
  expect(why).toMatch(/\S/);
  expect(new Set(tags).size).toBe(tags?.length);
  expect(help?.text).toContain(`poolward explain ${id}`);
  // Read where no other page is at hand.
  expect(help?.markdown).not.toMatch(/\]\((?!https:)/);
});

test('the controls of a rule are among its tags', () => {
  expect(describe('mfa-optional')?.tags).toEqual(expect.arrayContaining(['posture', 'strict', 'NIST IA-2(1)']));
});

test('nothing is said of what does not exist', () => {
  expect(describe('no-such-rule')).toBeUndefined();
});
