import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdown } from '../../src/report/markdown.js';
import { html, markdownCode, markdownText } from '../../src/report/parts/markdown-text.js';
import { markdownWithin } from '../../src/report/parts/markdown-within.js';
import { anyReport } from './arbitrary.js';
import { expectGolden } from './golden.js';
import { CALLBACKS, context, FILE, finding, GAPS, report, SMS } from './sample.js';

const about = context({ comparesLive: true, color: true });

test('golden', () => {
  expectGolden('audit.md.txt', markdown(report({ findings: [CALLBACKS, SMS, finding()], coverage: GAPS }), about));
});

describe('size', () => {
  const many = Array.from({ length: 3000 }, (_item, index) =>
    finding({ message: `Finding ${index}. ${'é'.repeat(80)}` }),
  );
  const sizeOf = (text: string) => Buffer.byteLength(text);

  test('a comment fits, has the worst, and counts the rest', () => {
    const text = markdown(report({ findings: [...many, SMS] }), about);
    expect(sizeOf(text)).toBeLessThanOrEqual(64_000);
    expect(sizeOf(text)).toBeGreaterThan(60_000);
    expect(text.indexOf(SMS.message)).toBeLessThan(text.indexOf('Finding 0.'));
    const shown = text.match(/<details>/g)?.length ?? 0;
    expect(text).toContain(`… and ${3001 - shown} more findings, for which there is no room here.`);
  });

  test('what is the same in many specs is told once, with the list, and counted in full where it does not fit', () => {
    const specs = Array.from({ length: 30 }, (_item, index) => `configs/${index}.yaml`);
    const everywhere = specs.map((target) => finding({ target, message: 'The same everywhere.' }));
    const text = markdown(report({ findings: everywhere }), about);
    expect(text.match(/The same everywhere/g)).toHaveLength(1);
    expect(text).toContain('- same in: `configs/1.yaml`, `configs/2.yaml`');
    expect(text).toContain('and 9 more');
    const long = markdown(report({ findings: [...many, ...everywhere] }), about);
    const shown = long.match(/<details>/g)?.length ?? 0;
    expect(long).toContain(`… and ${3030 - shown} more findings, for which there is no room here.`);
  });

  test('however many specs were not looked at', () => {
    const unchecked = Array.from({ length: 2000 }, (_item, index) => ({
      target: `configs/${index}.yaml`,
      setting: '*',
      reason: 'AccessDenied',
    }));
    const text = markdown(report({ findings: [SMS], coverage: { ...GAPS, unchecked } }), about);
    expect(sizeOf(text)).toBeLessThanOrEqual(64_000);
    expect(text).toContain(SMS.message);
    expect(text).toMatch(/… and \d+ more specs/);
  });

  test('any report fits', () => {
    const property = fc.property(anyReport, fc.integer({ min: 2000, max: 5000 }), (sample, most) => {
      expect(sizeOf(markdownWithin(sample, about, most))).toBeLessThanOrEqual(most);
    });
    fc.assert(property, { numRuns: 300 });
  });
});

describe('a text of AWS', () => {
  test('cannot break out of its place', () => {
    const message = 'a | b <img src=x> `c` [d](e)</summary>\n<script>';
    const text = markdown(report({ findings: [finding({ message, cause: message })] }), about);
    expect(text).toContain('a | b &#60;img src=x&#62; `c` [d](e)&#60;/summary&#62;\\n&#60;script&#62;</summary>');
    expect(text).toContain('- why: a \\| b \\<img src=x\\> \\`c\\` \\[d\\](e)\\</summary\\>\\\\n\\<script\\>');
  });

  test.each([
    ['mentions nobody', markdownText('@everyone, a@b.example, @team'), '@<!-- -->everyone, a@b.example, @<!-- -->team'],
    ['mentions nobody in HTML', html('by @root & "co"'), 'by @<!-- -->root &#38; &#34;co&#34;'],
    ['stays code', markdownCode('a`b\n'), "`a'b\\n`"],
  ])('%s', (_name, shown, wanted) => expect(shown).toBe(wanted));
});

test('an address is a link, and only an address', () => {
  const text = (docs: string) => markdown(report({ findings: [finding({ docs })] }), about);
  expect(text('https://a.example/b_c')).toContain('- docs: <https://a.example/b_c>');
  expect(text('javascript:alert(1)')).toContain('- docs: javascript:alert(1)\n');
  expect(text(`https://a.example/> ${FILE}`)).toContain('- docs: https://a.example/\\>');
});
