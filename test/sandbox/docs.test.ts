import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { defaultWorld, operations } from '../../src/sandbox/index.js';
import { refusals } from '../../src/sandbox/refusals/index.js';
import { signInErrors } from '../../src/sandbox/refusals/sign-in.js';
import { refusalCases } from './refusal-cases.js';

const page = new URL('../../docs/sandbox.md', import.meta.url);

const wordsOf = new Map(refusalCases.map(({ id, words }) => [id, words]));

function refusalTable(): string {
  const rows = refusals.map(({ id, evidence, type }) => {
    const words = (wordsOf.get(id) ?? '').replaceAll('|', String.raw`\|`);
    return `| ${id} | ${words}${type ? ` (${type})` : ''} | ${evidence} |`;
  });
  return ['| refusal | words | how sure |', '|---|---|---|', ...rows].join('\n');
}

const operationList = (): string =>
  [...operations.keys()]
    .sort()
    .map((name) => `\`${name}\``)
    .join(', ');

function signInTable(): string {
  const rows = Object.values(signInErrors).map(
    ({ type, words, evidence }) => `| ${words.trim()} | ${type} | ${evidence} |`,
  );
  return ['| words | type | how sure |', '|---|---|---|', ...[...new Set(rows)].sort()].join('\n');
}

const sections = { refusals: refusalTable, 'sign-in': signInTable, operations: operationList };

function filled(text: string): string {
  return Object.entries(sections).reduce((result, [name, content]) => {
    const section = new RegExp(`<!-- ${name} -->[\\s\\S]*<!-- /${name} -->`);
    return result.replace(section, () => `<!-- ${name} -->\n${content()}\n<!-- /${name} -->`);
  }, text);
}

describe('docs/sandbox.md', () => {
  it('lists every refusal and operation (UPDATE_GOLDEN=1 rewrites the lists)', async () => {
    if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(page, filled(await readFile(page, 'utf8')));
    const text = await readFile(page, 'utf8');
    expect(text).toBe(filled(text));
  });

  it('explains every switch, with its default first', async () => {
    const text = await readFile(page, 'utf8');
    for (const [name, value] of Object.entries(defaultWorld)) {
      const first = typeof value === 'object' ? 'per setting' : `\`${value}\``;
      expect(text).toContain(`| \`${name}\` | ${first}`);
    }
  });

  it('says of every setting of a pool what becomes of it', async () => {
    const [, reset = '', kept = ''] =
      /settings that are \*\*reset\*\*([\s\S]*?)\*\*Kept\*\*:([\s\S]*?)\n\n/.exec(await readFile(page, 'utf8')) ?? [];
    for (const [name, fate] of Object.entries(defaultWorld.poolUpdateOmission)) {
      expect(fate === 'reset' ? reset : kept, name).toContain(`\`${name}\``);
    }
  });
});
