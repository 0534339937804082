import { expect, test } from 'vitest';
import { markdown } from '../../src/report/markdown.js';
import { expectGolden } from './golden.js';
import { CALLBACKS, context, finding, GAPS, report, SMS } from './sample.js';

test('golden', () => {
  const sample = report({ findings: [CALLBACKS, SMS], coverage: GAPS });
  expectGolden('audit.md.txt', markdown(sample, context({ color: true })));
});

test('a text of AWS cannot break out of its cell', () => {
  const hostile = markdown(
    report({ findings: [finding({ message: 'a | b <img src=x> `c` [d](e)\n| f |' })] }),
    context(),
  );
  expect(hostile).toContain('a \\| b \\<img src=x\\> \\`c\\` \\[d\\](e)');
  expect(hostile.split('\n').filter((line) => line.startsWith('|'))).toHaveLength(3);
});
