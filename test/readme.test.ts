// The README shows what the commands print: UPDATE_GOLDEN=1 writes it there.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runProgram } from '../src/demo/process.js';
import { BINARY, ensureBuilt, ROOT } from './harness/built.js';

const README = join(ROOT, 'README.md');
const BLOCK = /(<!-- demo -->\n```\n)[\s\S]*?(\n```\n<!-- \/demo -->)/;

it('shows what the demo prints', { timeout: 120_000 }, async () => {
  ensureBuilt();
  const env = { ...process.env, NO_COLOR: '1' };
  const { code, stdout } = await runProgram(process.execPath, [BINARY, 'demo', '--replay'], { cwd: ROOT, env });
  expect(code).toBe(0);
  const story = wrapped(stdout.slice(stdout.indexOf('2. Turn SMS off')).trim());
  const text = readFileSync(README, 'utf8');
  const fresh = text.replace(BLOCK, (_whole, open: string, close: string) => `${open}${story}${close}`);
  if (process.env['UPDATE_GOLDEN']) writeFileSync(README, fresh);
  expect(readFileSync(README, 'utf8')).toBe(fresh);
});

/** Long sentences as a terminal of 118 columns would break them, beneath their own beginning. */
function wrapped(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const indent = /^ *\S+ +/.exec(line)?.[0].length ?? 0;
      return line.length > 118
        ? line
            .replace(
              /(.{1,104})(?: |$)/g,
              (_whole, part: string, at: number) => `${at > 0 ? ' '.repeat(indent) : ''}${part}\n`,
            )
            .trimEnd()
        : line;
    })
    .join('\n');
}
