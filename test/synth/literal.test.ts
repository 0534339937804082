// No text of a spec or of a live pool reaches Terraform other than literally. The witness is Terraform itself: what synth
// wrote for every row is evaluated by it, and every text has to come out as it went in.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PoolSpec } from '../../src/facets/index.js';
import { Expression } from '../../src/model/expression.js';
import { importsFile } from '../../src/pull/imports.js';
import { desired, identityOf } from '../../src/spec/desired.js';
import { stackPlan } from '../../src/synth/plan.js';
import { type StackPlan, writeStacks } from '../../src/synth/stack.js';
import { terraformString } from '../../src/text/terraform.js';
import { missing, PARTS } from '../harness/parts.js';
import { ALL_FACETS, namedValues, ROWS, type Row } from '../harness/registry.js';
import { MINIMAL } from '../harness/specs.js';

/** In every hostile text, and in nothing else. */
const MARK = 'hostile';
const HOSTILE = [
  `\${"${MARK}"}\${file("/etc/passwd")} %{ if true }x%{ endif } $\${x} %%{y} $$\${z} $ % { }"\\\n\t'\${TfToken[TOKEN.0]} #{TfToken[TOKEN.0]} &{TfToken[TOKEN.0]} \u202e\${path.module}`,
  `#{TfToken[TOKEN.0]}${MARK}`,
];
/** What a YAML may hold in place of any text: shaped like something that a program makes for itself. */
const SHAPED = { $reference: `file("/etc/passwd")#${MARK}`, $file: `${MARK}.zip`, terraform: `path.module#${MARK}` };

type Change = (text: string) => unknown;

/** A value with every text in it, and every key of a map, changed. */
function changed(value: unknown, change: Change, keys: boolean): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => changed(item, change, keys));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [keys ? String(change(key)) : key, changed(inner, change, keys)]),
  );
}

/** The way a row's own value is made hostile: texts, keys, and objects in the place of texts. */
const WAYS: readonly ((value: unknown) => unknown)[] = [
  (value) => changed(value, (text) => text + HOSTILE.join(''), false),
  ...HOSTILE.map((hostile) => (value: unknown) => changed(value, () => hostile, true)),
  (value) => changed(value, () => SHAPED, false),
  (value) => (typeof value === 'object' && !Array.isArray(value) ? SHAPED : value),
];

function specWith({ facet, name }: Row, value: unknown, keyHostile = ''): PoolSpec {
  const rows = ROWS.filter((row) => row.facet.id === facet.id);
  const others = rows.flatMap((row) => (row.name === name ? [] : [[row.name, namedValues(row)[0]]]));
  const section = { ...Object.fromEntries(others), [name]: value };
  if (facet.id === 'pool')
    return { pool: { ...section, ...MINIMAL.pool, ...(name === 'name' && { name: value }) } } as any;
  return {
    ...MINIMAL,
    [facet.id]: facet.kind === 'single' ? section : { [facet.key.example + keyHostile]: section },
  } as any;
}

/** The stack of a spec that no schema has seen; undefined where a row cannot even read what it holds. */
function stackOf(spec: PoolSpec): StackPlan | undefined {
  try {
    return stackPlan(desired(spec), identityOf(spec));
  } catch {
    return undefined;
  }
}

const said = ROWS.flatMap((row) => WAYS.map((way) => stackOf(specWith(row, way(namedValues(row)[0])))));
const keyed = ALL_FACETS.flatMap((facet) => {
  const row = ROWS.find((one) => one.facet.id === facet.id);
  return facet.kind === 'keyed' && row ? HOSTILE.map((one) => stackOf(specWith(row, namedValues(row)[0], one))) : [];
});
/** Every resource that holds a hostile text, each once. */
const resources = [
  ...new Map(
    [...said, ...keyed]
      .flatMap((one) => one?.resources ?? [])
      .filter((one) => marked(one.arguments).length > 0)
      .map((one) => [one.type + JSON.stringify(marked(one.arguments)), one]),
  ).values(),
];

/** The hostile texts and keys in plain data, sorted. */
function marked(data: unknown): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string' && value.includes(MARK)) found.push(value);
    if (typeof value !== 'object' || value === null || value instanceof Expression) return;
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value) && key.includes(MARK)) found.push(key);
      visit(inner);
    }
  };
  visit(data);
  return found.sort();
}

/** Every expression that our own code made: nothing else may be one. */
function expressions(data: unknown): string[] {
  if (data instanceof Expression) return [`\${${data.terraform}}`];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(expressions) : [];
}

const folder = mkdtempSync(join(tmpdir(), 'poolward-literal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The arguments of each resource as cdktf wrote them, without our own expressions. */
async function written(): Promise<unknown[]> {
  const plan = stackPlan(desired(MINIMAL), identityOf(MINIMAL));
  const renamed = resources.map((one, n) => ({ ...one, name: `r${n}`, dependsOn: [] }));
  mkdirSync(join(folder, 'out'));
  await writeStacks([{ ...plan, outputs: {}, resources: renamed }], join(folder, 'out'));
  const text = readFileSync(join(folder, 'out/stacks', plan.identity.id, 'cdk.tf.json'), 'utf8');
  const ours = new Set(expressions(resources));
  const { resource } = JSON.parse(text, (key, value) =>
    key === '//' ? undefined : ours.has(value) ? 'an expression' : value,
  );
  return renamed.map(({ type, name }) => resource[type][name]);
}

/** What Terraform makes of the values. */
function evaluated(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const cwd = mkdtempSync(join(folder, 'terraform-'));
  const output = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
  writeFileSync(join(cwd, 'main.tf.json'), JSON.stringify({ output }));
  const terraform = (...args: string[]) =>
    execFileSync('terraform', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 26 });
  terraform('apply', '-auto-approve', '-no-color', '-input=false');
  const read = JSON.parse(terraform('output', '-json')) as Record<string, { value: unknown }>;
  return Object.fromEntries(Object.entries(read).map(([name, { value }]) => [name, value]));
}

const absent = missing(PARTS.filter(({ name }) => name === 'terraform'));

describe.skipIf(absent !== undefined)(`texts in Terraform${absent ? ` (${absent})` : ''}`, () => {
  it('every row writes its texts literally, and every key', async () => {
    const blocks = await written();
    const result = evaluated(Object.fromEntries(blocks.map((block, n) => [`r${n}`, block])));
    for (const [n, { arguments: all }] of resources.entries())
      expect(marked(result[`r${n}`]), JSON.stringify(all)).toEqual(marked(all));
  });

  it('of an import block and a string in an expression too', () => {
    const blocks = HOSTILE.map((id) => ({ to: 'aws_cognito_user_group.a', id }));
    const { import: written } = JSON.parse(importsFile(blocks)) as { import: { id: string }[] };
    const result = evaluated({
      ids: written.map(({ id }) => id),
      strings: HOSTILE.map((text) => `\${format("%s", ${terraformString(text)})}`),
    });
    expect(result).toEqual({ ids: HOSTILE, strings: HOSTILE });
  });
});

describe('the cases', () => {
  const types = (test: (text: string) => boolean) =>
    new Set(resources.filter((one) => marked(one.arguments).some(test)).map(({ type }) => type as string));

  it('reach resources of every facet', () => {
    const wanted = ALL_FACETS.flatMap(({ resource }) => (resource ? [resource as string] : []));
    expect([...new Set(wanted)].filter((type) => !types(() => true).has(type))).toEqual([]);
    expect(resources.length).toBeGreaterThan(150);
  });

  it('have data shaped like an expression', () => {
    expect(types((text) => text === SHAPED.$reference)).toContain('aws_cognito_user_pool');
  });
});
