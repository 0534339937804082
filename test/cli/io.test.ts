import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { wantsColor } from '../../src/cli/color.js';
import { nodeIo } from '../../src/cli/io.js';
import { quietSignals } from './fake-io.js';

const io = nodeIo(quietSignals());
const folder = { path: '' };
const at = (name: string) => join(folder.path, name);

beforeEach(async () => {
  folder.path = await mkdtemp(join(tmpdir(), 'poolward-'));
});

describe('writeAtomic', () => {
  test('creates folders and leaves nothing behind', async () => {
    await io.writeAtomic(at('a/b.txt'), 'text', { overwrite: false });
    expect(await readFile(at('a/b.txt'), 'utf8')).toBe('text');
    expect(await readdir(at('a'))).toEqual(['b.txt']);
  });

  test('does not overwrite unless told', async () => {
    await writeFile(at('a'), 'old');
    await expect(io.writeAtomic(at('a'), 'new', { overwrite: false })).rejects.toMatchObject({ code: 'file-exists' });
    expect(await readFile(at('a'), 'utf8')).toBe('old');
    await io.writeAtomic(at('a'), 'new', { overwrite: true });
    expect(await readFile(at('a'), 'utf8')).toBe('new');
  });

  test('of many that create one file at once, one wins', async () => {
    const texts = ['1', '2', '3', '4', '5', '6'];
    const results = await Promise.allSettled(texts.map((text) => io.writeAtomic(at('a'), text, { overwrite: false })));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(await readdir(folder.path)).toEqual(['a']);
  });

  test('keeps the mode', async () => {
    await writeFile(at('a'), 'old');
    await chmod(at('a'), 0o666);
    await io.writeAtomic(at('a'), 'new', { overwrite: true });
    expect((await stat(at('a'))).mode & 0o777).toBe(0o666);
  });

  test('writes to where a link points', async () => {
    await writeFile(at('real'), 'old');
    await symlink('real', at('link'));
    await io.writeAtomic(at('link'), 'new', { overwrite: true });
    expect(await readFile(at('real'), 'utf8')).toBe('new');
  });

  test('a device stays one', async () => {
    await io.writeAtomic('/dev/null', 'text', { overwrite: true });
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });

  test('a folder in the way is refused, and no temporary file stays', async () => {
    await io.writeAtomic(at('folder/x'), '', { overwrite: false });
    await expect(io.writeAtomic(at('folder'), 'text', { overwrite: true })).rejects.toMatchObject({
      code: 'cannot-write',
    });
    await expect(io.writeAtomic(at('folder/x/y'), 'text', { overwrite: true })).rejects.toMatchObject({
      code: 'cannot-write',
    });
    expect(await readdir(folder.path)).toEqual(['folder']);
  });
});

test.each(['read', 'append'] as const)('a pipe is no journal to %s', async (mode) => {
  execFileSync('mkfifo', [at('pipe')]);
  await expect(io.journal(at('pipe'), mode)).rejects.toThrow('it is not a regular file');
});

test('reads the world', async () => {
  await writeFile(at('b'), 'text');
  await io.writeAtomic(at('a/x'), '', { overwrite: false });
  await symlink('nowhere', at('dangling'));
  expect(io.files.list(folder.path)).toEqual([
    { name: 'a', kind: 'folder' },
    { name: 'b', kind: 'file' },
    { name: 'dangling', kind: 'link' },
  ]);
  expect(io.files.stat(at('b'))).toEqual({ kind: 'file', size: 4 });
  expect(io.files.stat(at('dangling'))).toBeUndefined();
  expect(io.files.stat(at('nothing'))).toBeUndefined();
  expect(io.files.stat(at('b/under-a-file'))).toBeUndefined();
  await expect(io.readBytes(at('nothing'))).rejects.toMatchObject({ code: 'file-not-found', fault: 'user' });
  await expect(io.readBytes(at('a'))).rejects.toMatchObject({ code: 'cannot-read', fault: 'user' });
  expect(JSON.parse(io.readPackageFile('package.json')).name).toBe('poolward');
});

test.each<[Record<string, string>, boolean, boolean]>([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true, false],
  [{ TERM: 'dumb' }, true, false],
  [{ TERM: 'dumb', FORCE_COLOR: '1' }, true, true],
  [{ CI: 'true' }, true, false],
  [{ CI: 'false' }, true, true],
])('%j on a terminal %s: colour %s', (env, isTty, wanted) => {
  expect(wantsColor(env, isTty)).toBe(wanted);
});
