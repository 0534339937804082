import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report, ReportContext } from '../../src/model/report.js';
import { html } from '../../src/report/html.js';
import { inSync } from '../../src/report/parts/verdict.js';
import { anyReport, string } from './arbitrary.js';
import { expectGolden } from './golden.js';
import { EVERYTHING, HOSTILE, hostile, SHARED, SHARED_MESSAGE } from './html-sample.js';
import { CALLBACKS, context, document, finding, GAPS, report } from './sample.js';

const ABOUT = context({ comparesLive: true, version: '1.2.3' });

/** The page without its own style sheet and script. */
function body(sample: Report, about: ReportContext = ABOUT): string {
  return html(sample, about).replace(/<(style|script)>[\s\S]*?<\/\1>/g, '');
}

/** The page as its reader sees it, one line for each piece of text. */
function texts(sample: Report, about: ReportContext = ABOUT): string {
  return body(sample, about)
    .replace(/<[^>]*>/g, '\n')
    .replace(/&#(\d+);/g, (_entity, code) => String.fromCharCode(Number(code)));
}

test('the sample as a page', () => {
  const page = html(EVERYTHING, ABOUT);
  expectGolden('audit-page.txt', page.slice(page.indexOf('<main'), page.indexOf('</footer>')));
});

describe('any text', () => {
  /** What our own templates write. No attribute runs anything, and links go to the page itself or to the web. */
  const ATTRIBUTE =
    / (?:(?:id|class|data-(?:severity|status|kind|spec)|datetime|name|content|http-equiv|lang|charset|rel|type|value|role|placeholder|autocomplete|spellcheck|aria-[a-z]+)="[^"<>]*"|href="(?:#|https?:\/\/|data:,)[^"<>]*"|hidden|open|checked)/;
  const PAGE = new RegExp(`^<!doctype html>\n(?:[^<>]|</?[a-z][a-z0-9]*(?:${ATTRIBUTE.source})*>)*$`);
  const FORGING = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

  test.each(HOSTILE)('%j stays text', (text) => {
    const page = html(hostile(text), context({ comparesLive: true, document: () => document(text) }));
    expect(page.match(/<script|<style|<iframe|<img|<svg/g)).toEqual(['<style', '<script']);
    expect(body(hostile(text))).toMatch(PAGE);
  });

  test('stays text', () => {
    const property = fc.property(anyReport, string, (sample, spec) => {
      const page = body(sample, context({ comparesLive: true, document: () => document(spec) }));
      expect(page).toMatch(PAGE);
      expect(page).not.toMatch(FORGING);
    });
    fc.assert(property, { numRuns: 200 });
  });
});

test('every finding is there, whatever its status and target', () => {
  const property = fc.property(anyReport, (sample) => {
    const findings = sample.findings.map((one, index) => ({ ...one, message: `finding number ${index}.` }));
    const page = body({ ...sample, findings });
    for (const { message } of findings) expect(page.split(`<h4>${message}</h4>`)).toHaveLength(2);
  });
  fc.assert(property, { numRuns: 100 });
});

test('every finding has an address of its own', () => {
  const same = Array.from({ length: 40 }, () => finding());
  const ids = [...body(report({ findings: same })).matchAll(/<li class="f" id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(40);
});

test('what many specs share is told once, with the place and the command of each', () => {
  const page = body(SHARED);
  expect(page.split(`<h4>${SHARED_MESSAGE}</h4>`)).toHaveLength(2);
  for (const number of [0, 1, 2, 3]) {
    expect(page).toContain(`data-spec="configs/${number}.yaml">configs/${number}.yaml:5:9</span>`);
    expect(page.split(`<code class="cmd">poolward fix configs/${number}.yaml --yes</code>`)).toHaveLength(2);
  }
  expect(page).toContain('<h3>The same in several specs</h3><p class="pool"></p><p class="n">4 findings</p>');
});

test('what could not be read of many specs for one reason is told once', () => {
  const denied = (spec: string) => ({ target: spec, setting: 'domains', reason: 'AccessDeniedException' });
  const page = body(report({ coverage: { ...GAPS, unchecked: ['a.yaml', 'b.yaml', 'c.yaml'].map(denied) } }));
  expect(page.split('AccessDeniedException')).toHaveLength(2);
  expect(page).toContain('<span>a.yaml</span> <span>b.yaml</span> <span>c.yaml</span>');
  expect(page).toContain('<h2>Not checked</h2> <span class="n">3</span>');
});

test('"in sync" is said exactly where all of the pools was looked at and nothing differs', () => {
  const property = fc.property(anyReport, fc.boolean(), (sample, comparesLive) => {
    const says = /in sync/i.test(body(sample, context({ comparesLive })));
    expect(says).toBe(inSync(sample) && sample.command !== 'preflight');
  });
  fc.assert(property, { numRuns: 200 });
  expect(body(report())).toContain('<h1>In sync</h1>');
});

test('the policy of the page lets its own style sheet and script run, and nothing else', () => {
  const page = html(EVERYTHING, ABOUT);
  const hash = (tag: string) => {
    const text = page.slice(page.indexOf(`<${tag}>`) + tag.length + 2, page.indexOf(`</${tag}>`));
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  };
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
  expect(policy.replaceAll('&#39;', "'").split('; ')).toEqual([
    "default-src 'none'",
    `style-src ${hash('style')}`,
    `script-src ${hash('script')}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});

describe('what a finding says', () => {
  const page = texts(EVERYTHING);

  test.each([
    ['the place', 'configs/email-mfa.yaml:7:8'],
    ['a value that is only in the spec', '+ https://app.example.com/callback'],
    ['a value that is only live, harmless', '- "https://evil.example.net/\\u001b[2K"'],
    ['what could not be read', '(could not be read: TooManyRequestsException after 8 attempts)'],
    ['why', 'Terraform keeps sms_configuration when it is removed from code, so the plan says "No changes".'],
    ['the command alone', `\npoolward fix configs/email-mfa.yaml --delete clients/legacy --yes\n, or declare it`],
    ['what follows', 'mfa.smsRole: desired (not set), live arn:aws:iam::123456789012:role/sms'],
    ['who accepts it', 'by identity until 2027-01-01: The account has them.'],
    ['how sure it is', 'documented by AWS'],
    ['why something was not compared', 'AccessDeniedException on DescribeUserPoolClient'],
  ])('%s', (_name, text) => expect(page).toContain(text));

  test('the lines of the spec, with what it is about marked', () => {
    const shown = body(report({ findings: [CALLBACKS] }));
    expect(shown).toContain('<span class="on"><b>10</b>     <mark>callbackUrls</mark>:\n</span>');
    expect(shown).toContain('<span><b>11</b>       - https://app.example.com/callback\n</span>');
  });

  test('what its rule is about, once', () => {
    const describe = () =>
      ({
        summary: 'About owners.',
        why: 'Somebody has to answer.',
        severity: 'note',
        help: { text: '', markdown: '' },
        tags: [],
      }) as const;
    const shown = body(report({ findings: [finding(), finding()] }), { ...ABOUT, describe });
    expect(shown.split('Somebody has to answer.')).toHaveLength(2);
    expect(shown.split('href="#rule-no-owner"')).toHaveLength(3);
  });
});

test('files within the folder of the run are named from there', () => {
  const sample = report({
    targets: [{ spec: '/home/ci/repo/configs/a.yaml' }],
    findings: [finding({ target: '/home/ci/repo/configs/a.yaml' })],
  });
  const shown = texts(sample, { ...ABOUT, cwd: '/home/ci/repo' });
  expect(shown).toContain('\nconfigs/a.yaml\n');
});

test('a line without end is cut around what is marked', () => {
  const at = { file: 'configs/email-mfa.yaml', start: { line: 1, column: 5001 }, end: { line: 1, column: 5006 } };
  const line = `${'x'.repeat(5000)}HERE!${'y'.repeat(5000)}`;
  const shown = body(report({ findings: [finding({ at })] }), context({ document: () => document(line) }));
  expect(shown).toMatch(/…x+<mark>HERE!<\/mark>y+…/);
  expect(shown.length).toBeLessThan(8000);
});
