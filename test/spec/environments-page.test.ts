// The page shows files and what Poolward says of them: UPDATE_GOLDEN=1 writes it there.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { installedEngines } from '../../src/cli/engines.js';
import { run } from '../../src/cli/run.js';
import { fakeEngines } from '../cli/fake-engines.js';
import { fakeIo } from '../cli/fake-io.js';
import { filesOf } from '../harness/files.js';

const PAGE = 'docs/environments.md';
const FILE = /<!-- file (\S+) -->\n```yaml\n([\s\S]*?)```/g;
const RUN = /(<!-- run (.+) -->\n```\n)[\s\S]*?(```)/g;

/** What is set where the second command runs; nothing is for the first. */
const ENV: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'synth --environment production': { PROD_ACCOUNT: '222222222222' },
  'synth --environment development': { HOST: 'dev.example.com' },
};

async function shown(line: string, tree: Readonly<Record<string, string>>): Promise<string> {
  const io = fakeIo({}, { files: filesOf(tree), env: ENV[line] ?? {} });
  // Without posture: the page is not about rules.
  const { synthSpecs } = installedEngines;
  await run([...line.split(' '), '--quiet'], io, fakeEngines({ synthSpecs }));
  return io.stdout();
}

it('shows what the commands print', async () => {
  const page = readFileSync(PAGE, 'utf8');
  const tree = Object.fromEntries([...page.matchAll(FILE)].map(([, file = '', text = '']) => [file, text]));
  expect(Object.keys(tree)).toHaveLength(3);
  let fresh = page;
  for (const [whole, open = '', line = '', close] of page.matchAll(RUN))
    fresh = fresh.replace(whole, await shown(line, tree).then((text) => `${open}${text}${close}`));
  if (process.env['UPDATE_GOLDEN']) writeFileSync(PAGE, fresh);
  expect(readFileSync(PAGE, 'utf8')).toBe(fresh);
});
