import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { nodeIo } from '../../src/cli/io.js';
import { quietSignals } from '../cli/fake-io.js';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'poolward-lines-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}
const io = nodeIo(quietSignals());

it('has its name, and all lines, once it is closed; for its owner only', async () => {
  const made = folder();
  const path = join(made, 'users.csv');
  writeFileSync(path, 'old');
  const file = await io.lines(path);
  await file.write('a\n');
  await file.write('b\n');
  expect(readFileSync(path, 'utf8')).toBe('old');
  await file.close();
  expect(readFileSync(path, 'utf8')).toBe('a\nb\n');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(made)).toEqual(['users.csv']);
});

it('leaves nothing behind where it is discarded, and keeps what was there', async () => {
  const made = folder();
  const path = join(made, 'users.csv');
  writeFileSync(path, 'old');
  const file = await io.lines(path);
  await file.write('a\n');
  await file.discard();
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(made)).toEqual(['users.csv']);
});

it('says where it cannot be written', async () => {
  await expect(io.lines('/dev/null/folder/users.csv')).rejects.toMatchObject({ code: 'cannot-write' });
});
