import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.js';
import { run } from '../../src/cli/run.js';
import { FILE } from '../report/sample.js';
import { fakeEngines } from './fake-engines.js';
import { fakeIo } from './fake-io.js';

const names = commands.map((command) => command.name);
const all = commands.flatMap((command) => ('parts' in command ? [command, ...command.parts] : [command]));
const examples = [...new Set(all.flatMap((command) => command.examples))];

test('every file in src/cli/commands is a registered command, and nothing else is', () => {
  const files = readdirSync(new URL('../../src/cli/commands/', import.meta.url));
  const parts = commands.flatMap((command) =>
    'parts' in command ? command.parts.map((part) => `${command.name}-${part.name}.ts`) : [],
  );
  // A part may share the file of its group.
  const wanted = [...names.map((name) => `${name}.ts`), ...parts.filter((part) => files.includes(part))];
  expect(files.sort()).toEqual(wanted.sort());
});

test.each(names)('%s --help has its examples', async (name) => {
  const io = fakeIo();
  expect(await run([name, '--help'], io, fakeEngines())).toBe(0);
  expect(io.stdout()).toContain(`\nExamples:\n  $ poolward ${name}`);
  expect(io.stderr()).toBe('');
});

describe('examples work as they stand', () => {
  test.each(examples)('%s', async (example) => {
    const controller = new AbortController();
    const io = fakeIo({ [FILE]: '', 'configs/customers.yaml': '' }, { signal: controller.signal });
    const startSandbox = async () => {
      setTimeout(() => controller.abort(), 1);
      return { url: 'http://127.0.0.1:1', close: async () => undefined };
    };
    const words = [...example.replace(/ > .*/, '').matchAll(/"([^"]*)"|\S+/g)];
    const argv = words.slice(1).map(([word, quoted]) => quoted ?? word);
    const code = await run(argv, io, fakeEngines({ startSandbox }));
    expect(io.stderr()).not.toContain('poolward:');
    expect(code).toBe(argv[0] === 'sandbox' ? 130 : 0);
  });
});
