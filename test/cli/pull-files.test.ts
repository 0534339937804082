// The files that `pull --out` writes beside the spec take nobody's place.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { nodeIo } from '../../src/cli/io.js';
import { call } from './call.js';
import { quietSignals } from './fake-io.js';

it.each([
  ['nothing', undefined, '', 0, 'new'],
  ['the same content, as a killed run leaves it', 'new', '', 0, 'new'],
  ['another content', 'mine', '', 2, 'mine'],
  ['another content, with --force', 'mine', ' --force', 0, 'new'],
])('where there is %s', async (_, before, more, code, after) => {
  const folder = mkdtempSync(join(tmpdir(), 'poolward-pull-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'assets/logo.png');
  mkdirSync(join(folder, 'assets'));
  if (before !== undefined) writeFileSync(file, before);
  const pulled = { text: 'pool:\n', imports: '{}\n', findings: [], unread: [], notes: [] };
  const files = [{ path: 'assets/logo.png', bytes: new TextEncoder().encode('new') }];
  const { files: disk, readBytes, writeAtomic } = nodeIo(quietSignals());
  const line = `pull eu-west-1_AbCdEfGhI --out ${join(folder, 'acme.yaml')}${more}`;
  const ran = await call(
    line,
    { pullPool: async () => ({ ...pulled, files }) },
    { files: disk, readBytes, writeAtomic },
  );
  expect(ran.code, ran.err).toBe(code);
  expect(readFileSync(file, 'utf8')).toBe(after);
  expect(readdirSync(folder)).toEqual(code === 0 ? ['acme.yaml', 'assets'] : ['assets']);
});
