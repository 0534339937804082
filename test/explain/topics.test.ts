import { describe, expect, test } from 'vitest';
import { namelessControls } from '../../src/explain/controls.js';
import { rulesAt, settingsOf } from '../../src/explain/looked-at.js';
import { markdown } from '../../src/explain/markdown.js';
import type { Page } from '../../src/explain/page.js';
import { terminal } from '../../src/explain/terminal.js';
import { nearNames, pageOf } from '../../src/explain/topics.js';
import { valueWords } from '../../src/explain/value-words.js';
import { RULES } from '../../src/rules/index.js';

describe('pageOf', () => {
  test.each([
    ['mfa.sms', 'mfa.sms'],
    ['clients.*.callbackUrls', 'clients.*.callbackUrls'],
    ['clients.web.callbackUrls', 'clients.*.callbackUrls'],
    ['clients.web.callbackUrls.0', 'clients.*.callbackUrls'],
    ['clients.callbackUrls', 'clients.*.callbackUrls'],
    ['clients.name.name', 'clients.*.name'],
    ['domains.auth.example.com.certificate', 'domains.*.certificate'],
    ['domains.auth.example.com', 'domains'],
    ['attributes.custom:tenant', 'attributes'],
    ['clients.web', 'clients'],
    ['mfa', 'mfa'],
    ['unmanaged.0.expires', 'unmanaged'],
    ['drift/changed', 'drift/changed'],
    ['mfa-off-with-factors', 'mfa-off-with-factors'],
  ])('%s', (name, found) => expect(pageOf(name)?.name).toBe(found));

  test.each([
    '',
    'nothing',
    'mfa.',
    'mfa.nothing',
    'clients.web.callbackUrl',
    'drift',
    'mfa.sms-',
    '__proto__',
    'constructor',
  ])('there is no %j', (name) => expect(pageOf(name)).toBeUndefined());
});

describe('nearNames', () => {
  test.each([
    ['mfa.smss', 'mfa.sms'],
    ['mfaa.sms', 'mfa.sms'],
    ['clients.web.callbackUrl', 'clients.*.callbackUrls'],
    ['callbackUrls', 'clients.*.callbackUrls'],
    ['drift/change', 'drift/changed'],
    ['mfa-of-with-factors', 'mfa-off-with-factors'],
  ])('%s may be %s', (name, near) => expect(nearNames(name)).toContain(near));

  test('nonsense is near to nothing', () => expect(nearNames('xyzzy')).toEqual([]));
});

describe('which rules point at a setting', () => {
  test('is found by running their examples', () => {
    expect(rulesAt('mfa.sms').map(({ id }) => id)).toContain('sms-mfa-needs-a-sender');
    expect(rulesAt('clients.callbackUrls').map(({ id }) => id)).toContain('callback-url-with-fragment');
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))('%s points at something', (_id, rule) =>
    expect(settingsOf(rule)).not.toEqual([]),
  );
});

test('every control that a rule names has a name', () => {
  const nameless = RULES.flatMap((rule) => (rule.kind === 'posture' ? namelessControls(rule.controls) : []));
  expect(nameless).toEqual([]);
});

describe('valueWords', () => {
  test.each<[object, string]>([
    [{ type: 'boolean' }, 'true or false'],
    [{ type: 'integer', minimum: 6, maximum: 99 }, 'a whole number from 6 to 99'],
    [{ type: 'string', enum: ['off', 'optional'] }, 'off or optional'],
    [{ type: 'string', minLength: 1 }, 'text'],
    [{ type: 'string', minLength: 2, maxLength: 5, 'x-says': 'an ARN' }, 'an ARN; 2 to 5 characters'],
    [{ type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 4 }, 'a list with 1 to 4 entries, each: text'],
    [
      { type: 'string', 'x-file': { maxBytes: 10 } },
      'the path of a file, from the folder of the spec; at most 10 bytes',
    ],
    [{ type: 'object', additionalProperties: { type: 'string' } }, 'a mapping; values: text'],
    [
      { type: 'object', required: ['a'], properties: { a: { type: 'string' }, b: { type: 'boolean' } } },
      'a mapping with a (text), b? (true or false)',
    ],
  ])('%j', (schema, words) => expect(valueWords({ ...schema })).toBe(words));
});

describe('the printers', () => {
  const page: Page = {
    name: 'a_b',
    what: 'a thing',
    blocks: [
      { kind: 'text', text: 'Not <b>, *this* nor [that], but `<key>`.' },
      {
        kind: 'facts',
        rows: [['label', [{ code: 'a|b' }, ' or ', { link: 'x', to: { section: 'mfa', setting: 'sms' } }]]],
      },
      { kind: 'list', items: [[{ link: 'https://a.example/', to: { url: 'https://a.example/' } }]] },
      { kind: 'yaml', text: 'mfa:\n  mode: off\n' },
    ],
  };

  test('Markdown keeps what is text from being taken for marks', () => {
    expect(markdown(page, { file: 'rules/x.md' })).toBe(
      [
        '# a_b',
        '',
        'Not \\<b\\>, \\*this\\* nor \\[that\\], but `<key>`.',
        '',
        '|  |  |',
        '| --- | --- |',
        '| label | `a\\|b` or [`x`](../settings/mfa.md#sms) |',
        '',
        '- <https://a.example/>',
        '',
        '```yaml',
        'mfa:',
        '  mode: off',
        '```',
        '',
      ].join('\n'),
    );
  });

  test('a terminal gets text and no marks', () => {
    expect(terminal(page, false)).toBe(
      [
        'a_b  a thing',
        '',
        'Not <b>, *this* nor [that], but `<key>`.',
        '',
        '  label  a|b or x',
        '',
        '  - https://a.example/',
        '',
        '    mfa:',
        '      mode: off',
        '',
      ].join('\n'),
    );
    expect(terminal(page, true)).toContain('\x1b[1ma_b\x1b[0m');
  });
});
