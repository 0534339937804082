import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { begin } from '../../scripts/new/begin.js';
import { exportName, insertEntry, isRuleId, KINDS, type Kind, ruleSource } from '../../scripts/new/scaffold.js';
import { wholeSpec } from '../../src/rules/example.js';
import { desired } from '../../src/spec/desired.js';

const KIND_NAMES = Object.keys(KINDS) as Kind[];
const indexOf = (kind: Kind) => readFileSync(`${KINDS[kind].folder}/index.ts`, 'utf8');
const idsOf = (index: string) => [...index.matchAll(/from '\.\/([a-z0-9-]+)\.js'/g)].map(([, id = '']) => id);
const without = (index: string, id: string) =>
  index
    .split('\n')
    .filter((line) => !line.includes(`'./${id}.js'`) && line !== `  ${exportName(id)},`)
    .join('\n');

describe.each(KIND_NAMES)('the index of %s', (kind) => {
  it('gets each of its own rules back where it was', () => {
    const index = indexOf(kind);
    // A list that fits on one line has no lines to put back.
    const moved = /= \[\n/.test(index)
      ? idsOf(index).filter((id) => insertEntry(without(index, id), id) !== index)
      : [];
    expect(moved).toEqual([]);
  });

  it('is opened where its list stands on one line', () => {
    const short =
      "import { a } from './a.js';\nimport { c } from './c.js';\n\nexport const ALL: readonly Rule[] = [a, c];\n";
    expect(insertEntry(short, 'b')).toContain(' = [\n  a,\n  b,\n  c,\n];\n');
  });

  it('is made from an empty one, in any order', () => {
    const empty = `import type { ${KINDS[kind].type} } from '../kit/pool-rule.js';\n\nexport const ALL: readonly ${KINDS[kind].type}[] = [];\n`;
    const made = ['b-two', 'c', 'a-one', 'b', 'b-a'].reduce(insertEntry, empty);
    expect(idsOf(made)).toEqual(['a-one', 'b', 'b-a', 'b-two', 'c']);
    expect(made).toContain(' = [\n  aOne,\n  b,\n  bA,\n  bTwo,\n  c,\n];\n');
  });
});

it.each([
  ['mfa-off', true],
  ['x2-y', true],
  ['MfaOff', false],
  ['mfa_off', false],
  ['-mfa', false],
  ['mfa--off', false],
  ['../x', false],
  ['', false],
])('%j is an id: %s', (id, is) => expect(isRuleId(id)).toBe(is));

describe('begin', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'poolward-new-'));
    for (const kind of KIND_NAMES) cpSync(KINDS[kind].folder, join(root, KINDS[kind].folder), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const read = (file: string) => readFileSync(join(root, file), 'utf8');

  it.each(KIND_NAMES)('writes a rule of %s and registers it', (kind) => {
    const { folder } = KINDS[kind];
    expect(begin(['rule', 'zz-new', '--kind', kind], root)).toContain(`${folder}/zz-new.ts is written`);
    expect(read(`${folder}/zz-new.ts`)).toBe(ruleSource('zz-new', kind));
    expect(idsOf(read(`${folder}/index.ts`))).toContain('zz-new');
  });

  it('is of posture unless told otherwise', () => {
    expect(begin(['rule', 'zz-new'], root)).toContain('src/rules/posture/zz-new.ts');
  });

  it.each([
    [[], 'Usage'],
    [['facet', 'x'], 'Usage'],
    [['rule', 'a', 'b'], 'Usage'],
    [['rule', 'a', '--kind', 'other'], 'Usage'],
    [['rule', 'BadId'], 'kebab-case'],
    [['rule', 'index'], 'already'],
    [['rule', 'mfa-off-with-factors'], 'already'],
  ])('refuses %j', (args, why) => {
    const before = KIND_NAMES.map((kind) => read(`${KINDS[kind].folder}/index.ts`));
    expect(() => begin(args, root)).toThrow(why);
    expect(KIND_NAMES.map((kind) => read(`${KINDS[kind].folder}/index.ts`))).toEqual(before);
  });
});

describe('the scaffold', () => {
  it('type-checks', { timeout: 60_000 }, () => {
    const files = new Map(
      KIND_NAMES.map((kind) => [resolve(KINDS[kind].folder, 'zz-new.ts'), ruleSource('zz-new', kind)]),
    );
    const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, '.');
    const host = ts.createCompilerHost(options);
    const { readFile, fileExists } = host;
    host.readFile = (file) => files.get(resolve(file)) ?? readFile(file);
    host.fileExists = (file) => files.has(resolve(file)) || fileExists(file);
    const program = ts.createProgram([...files.keys()], options, host);
    const problems = [...files.keys()].flatMap((file) =>
      ts.getPreEmitDiagnostics(program, program.getSourceFile(file)).map(({ messageText }) => messageText),
    );
    expect(problems).toEqual([]);
  });

  it.each(KIND_NAMES)('of %s says nothing and finds nothing yet, so that its tests fail', async (kind) => {
    const file = join(mkdtempSync(join(tmpdir(), 'poolward-new-')), KINDS[kind].folder, 'zz-new.ts');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, ruleSource('zz-new', kind).replaceAll("'../kit/", `'${resolve('src/rules/kit')}/`));
    const { zzNew } = await import(/* @vite-ignore */ file);
    expect(zzNew).toMatchObject({ summary: '', why: '', references: [] });
    expect(zzNew.examples.invalid).not.toEqual([]);
    for (const example of zzNew.examples.invalid) {
      const spec = parse(wholeSpec(example));
      expect([...zzNew.check({ spec, state: desired(spec) })]).toEqual([]);
    }
  });
});
