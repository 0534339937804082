import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { append } from '../../src/accept/append.js';
import { unifiedDiff } from '../../src/accept/unified-diff.js';
import type { Acceptance } from '../../src/model/accept.js';

const ENTRY: Acceptance = {
  rule: 'drift/changed',
  path: 'mfa.sms',
  owner: 'web',
  reason: 'Legacy: app',
  expires: '2027-01-31',
};
const OLD: Acceptance = { rule: 'drift/extra', owner: 'a', reason: 'b' };
const BLOCK = [
  '- rule: drift/changed',
  '  path: mfa.sms',
  '  owner: web',
  '  reason: "Legacy: app"',
  '  expires: "2027-01-31"',
];
const FLOW =
  '{"rule": "drift/changed", "path": "mfa.sms", "owner": "web", "reason": "Legacy: app", "expires": "2027-01-31"}';
const block = (indent: number) => BLOCK.map((line) => `${' '.repeat(indent)}${line}\n`).join('');
const P = 'pool:\n  id: a\n';
const PROD = ['overlays', 'prod'];

/** A `|` is where the text goes in. */
const CASES: readonly [name: string, text: string, added: string, home?: readonly string[]][] = [
  ['at the end', `${P}|`, `accept:\n${block(2)}`],
  ['at the end of a file without a last line end', 'pool:\n  id: a|', `\naccept:\n${block(2)}`.trimEnd()],
  ['after a blank line where sections have one between them', `${P}\nmfa: {}\n# vim\n|`, `\naccept:\n${block(2)}`],
  ['without one where it would change a text', `${P}\ntags: |+\n  a\n\n|`, `accept:\n${block(2)}`],
  ['before the end of the document', `---\n${P}|...\n`, `accept:\n${block(2)}`],
  [
    'behind the last item, its comments and its texts',
    `${P}accept:\n  - rule: a # x\n    reason: >\n      b\n    # more\n|\nmfa: {}\n`,
    block(2),
  ],
  ['in a list that is not indented', `${P}accept:\n- rule: a\n|# about mfa\nmfa: {}\n`, block(0)],
  ['beneath a key without a value', `${P}accept: # none\n|mfa: {}\n`, block(2)],
  ['in brackets', `${P}accept: [{rule: a}|,] # x\n`, `, ${FLOW}`],
  ['in empty brackets', `${P}accept: [|]\n`, FLOW],
  ['in JSON', '{"pool": {"id": "a"}|}\n', `, "accept": [${FLOW}]`],
  ['in an overlay', `${P}overlays:\n  prod:\n    mfa: {}\n    # p\n|  dev:\n`, `    accept:\n${block(6)}`, PROD],
  ['in an overlay without a value', `${P}overlays:\n  prod:\n|  dev:\n`, `    accept:\n${block(6)}`, PROD],
  ['in an overlay of a base', `${P}|`, `overlays:\n  prod:\n    accept:\n${block(6)}`, PROD],
  ['in an overlay in brackets', `${P}overlays: {prod: {mfa: {}|}}\n`, `, "accept": [${FLOW}]`, PROD],
];

describe('an entry goes in', () => {
  it.each(CASES)('%s', (_name, text, added, home = []) => {
    const at = text.lastIndexOf('|');
    const plain = text.slice(0, at) + text.slice(at + 1);
    const inserted = text.slice(0, at) + added + text.slice(at + 1);
    const result = append(plain, { home, entries: [ENTRY], inherited: [] });
    expect(result?.text).toBe(inserted);
    const crlf = (lf: string) => lf.replaceAll('\n', '\r\n');
    expect(append(crlf(plain), { home, entries: [ENTRY], inherited: [] })?.text).toBe(crlf(inserted));
  });

  it('with the inherited ones, which a list of its own would replace', () => {
    const result = append(P, { home: [], entries: [ENTRY], inherited: [OLD] });
    expect(result).toEqual({
      text: `${P}accept:\n  - rule: drift/extra\n    owner: a\n    reason: b\n${block(2)}`,
      copied: true,
    });
    const own = append(`${P}accept: []\n`, { home: [], entries: [ENTRY], inherited: [OLD] });
    expect(own).toEqual({ text: `${P}accept: [${FLOW}]\n`, copied: false });
  });

  it.each([
    ['an alias', 'z: &z []\naccept: *z\n'],
    ['merged from elsewhere', 'z: &z {accept: [{rule: q}]}\n<<: *z\n'],
    ['shared with others', 'accept: &z\n  - rule: q\nz: *z\n'],
    ['no list', 'accept: 1\n'],
    ['in a text that is no YAML', 'accept: [\n'],
  ])('nowhere where the list is %s', (_name, text) => {
    expect(append(text, { home: [], entries: [ENTRY], inherited: [] })).toBeUndefined();
  });
});

const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.constantFrom(
    'yes',
    'null',
    '1e3',
    'a: b',
    'a # b',
    '- a',
    '"',
    "it's",
    'x\ny',
    '${X}',
    '\u2028',
    'ends ',
    'é',
    'a, [b] {c}',
  ),
);
const entry = fc.record(
  { rule: words, path: words, owner: words, reason: words },
  { requiredKeys: ['rule', 'owner', 'reason'] },
);
const leaf = fc.oneof(
  fc.constantFrom('a', 'two words', 'l1\nl2\n', '#', ''),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const section = fc.dictionary(fc.constantFrom('a', 'b', 'k y', '1'), fc.oneof(leaf, fc.array(leaf, { maxLength: 3 })), {
  maxKeys: 3,
  noNullPrototype: true,
});
const spec = fc.record(
  {
    pool: section,
    mfa: section,
    overlays: fc.record({ prod: fc.option(section), dev: section }, { requiredKeys: [] }),
    accept: fc.array(entry, { maxLength: 2 }),
  },
  { requiredKeys: ['pool'], noNullPrototype: true },
);
const style = fc.record({
  indent: fc.integer({ min: 1, max: 4 }),
  indentSeq: fc.boolean(),
  collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
});
/** Comments at the ends of lines that can bear one, and lines of their own. */
const commented = (text: string, every: number) =>
  text
    .split('\n')
    .flatMap((line, index) =>
      index % every === 0 && /^\s*[\w ]+: \w+$/.test(line) ? [`${line} # c`, `${/^ */.exec(line)}# d`] : [line],
    )
    .join('\n');

describe('laws', () => {
  it('only the list is longer, in the text and in what it means; and entries read back as they were said', () => {
    let edited = 0;
    const property = fc.property(
      spec,
      style,
      fc.integer({ min: 1, max: 4 }),
      fc.array(entry, { minLength: 1, maxLength: 3 }),
      fc.constantFrom([], PROD),
      fc.boolean(),
      (value, how, every, entries, home, crlf) => {
        const lf = commented(stringify(value, { ...how, lineWidth: 0, blockQuote: 'literal' }), every);
        const text = crlf ? lf.replaceAll('\n', '\r\n') : lf;
        const before = parseDocument(text);
        if (before.errors.length > 0) return;
        const result = append(text, { home, entries, inherited: [] });
        if (result === undefined) return;
        edited += 1;
        expect(isInsertion(text, result.text)).toBe(true);
        const [plain, after] = [before.toJS(), parseDocument(result.text).toJS()];
        const at = (root: any) => home.reduce((one, key) => one?.[key], root)?.accept;
        expect(at(after)).toEqual([...(at(plain) ?? []), ...entries]);
        expect(patched(text, unifiedDiff('f', text, result.text))).toBe(result.text);
      },
    );
    fc.assert(property, { numRuns: 400 });
    expect(edited).toBeGreaterThan(300);
  });
});

/** Whether one text is another with something put in at one place. */
function isInsertion(text: string, longer: string): boolean {
  let head = 0;
  while (head < text.length && text[head] === longer[head]) head += 1;
  return longer.endsWith(text.slice(head));
}

/** What `patch` makes of a text and a diff with one hunk. */
function patched(text: string, diff: string): string {
  const [, from = '', hunk = ''] = /@@ -(\d+),\d+ \+\d+,\d+ @@\n([\s\S]*)/.exec(diff) ?? [];
  const marked = [...hunk.matchAll(/^([ +-])([^\n]*\n)(\\[^\n]*\n)?/gm)].map(([, mark, line = '', noEnd]) => ({
    mark,
    line: noEnd === undefined ? line : line.slice(0, -1),
  }));
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const old = marked.filter(({ mark }) => mark !== '+').map(({ line }) => line);
  expect(lines.slice(Number(from) - 1, Number(from) - 1 + old.length)).toEqual(old);
  const fresh = marked.filter(({ mark }) => mark !== '-').map(({ line }) => line);
  return lines.toSpliced(Number(from) - 1, old.length, ...fresh).join('');
}
