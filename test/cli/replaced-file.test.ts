// A file that is replaced between the look at it and its opening is judged by what is open.
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { nodeFiles } from '../../src/cli/node-files.js';

const before = vi.hoisted(() => ({ open: (): void => undefined }));

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  const openSync: typeof real.openSync = (...how) => {
    before.open();
    return real.openSync(...how);
  };
  return { ...real, openSync };
});

const world = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'poolward-replaced-')));
const repo = join(world, 'repo');
const file = join(repo, 'parts/base.yaml');
const other = join(world, 'other');

beforeEach(() => {
  before.open = () => undefined;
  fs.rmSync(world, { recursive: true, force: true });
  fs.mkdirSync(join(repo, 'parts'), { recursive: true });
  fs.mkdirSync(other);
  fs.writeFileSync(file, 'mfa: {}\n');
  fs.writeFileSync(join(other, 'base.yaml'), 'secret\n');
});

afterAll(() => fs.rmSync(world, { recursive: true, force: true }));

const read = (most = 100) => nodeFiles(repo, repo).read('parts/base.yaml', 'root', most);

it('is read as long as nobody does', () => {
  expect(Buffer.from(read().bytes ?? []).toString()).toBe('mfa: {}\n');
});

it.each<[string, string, () => void]>([
  ['a link that leads out', 'outside', () => fs.symlinkSync(join(other, 'base.yaml'), file)],
  ['a pipe', 'not-regular', () => void execFileSync('mkfifo', [file])],
  ['a folder', 'folder', () => fs.mkdirSync(file)],
  ['a larger file', 'too-large', () => fs.writeFileSync(file, 'x'.repeat(101))],
  ['nothing', 'missing', () => undefined],
])('%s takes its place', (_, kind, put) => {
  before.open = () => {
    fs.rmSync(file);
    put();
  };
  expect(read().refused?.kind).toBe(kind);
});

it('its folder becomes a link that leads out', () => {
  before.open = () => {
    fs.renameSync(join(repo, 'parts'), join(world, 'aside'));
    fs.symlinkSync(other, join(repo, 'parts'));
  };
  expect(read().refused?.kind).toBe('outside');
});
