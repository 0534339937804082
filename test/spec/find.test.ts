import { describe, expect, test } from 'vitest';
import type { FileKind, Files } from '../../src/spec/files.js';
import { findSpecs } from '../../src/spec/find.js';
import { readSpec } from '../../src/spec/read.js';
import { reading } from '../harness/files.js';

/** Paths to texts; a kind in angle brackets for what is not a file. */
function filesOf(tree: Record<string, string>): Files {
  const kinds: Record<string, FileKind> = {
    '<other>': 'other',
    '<link>': 'link',
    '<link to folder>': 'link',
    '<folder>': 'folder',
  };
  const names = Object.keys(tree);
  const isFolder = (path: string) =>
    path === '.' || names.some((name) => name.startsWith(`${path}/`)) || tree[path] === '<folder>';
  const kind = (path: string): FileKind => (isFolder(path) ? 'folder' : (kinds[tree[path] ?? ''] ?? 'file'));
  const refuse = (path: string) => {
    if (path.includes('secret')) throw new Error('EACCES: permission denied');
  };
  return {
    stat(path) {
      if (path.includes('hidden')) throw new Error('EACCES');
      if (tree[path] === '<link to folder>') return { kind: 'folder', size: 0 };
      if (tree[path] === undefined && !isFolder(path)) return undefined;
      const found = kind(path);
      return { kind: found === 'link' ? 'file' : found, size: tree[path] === 'huge' ? 50e6 : 10 };
    },
    list(folder) {
      refuse(folder);
      const prefix = folder === '.' ? '' : `${folder}/`;
      const inside = names
        .filter((name) => name.startsWith(prefix))
        .map((name) => name.slice(prefix.length).split('/')[0] ?? '');
      return [...new Set(inside)].reverse().map((name) => ({ name, kind: kind(prefix + name) }));
    },
    ...reading((path) => tree[path]),
    read(path, _reach, most) {
      if (path.includes('secret')) return { refused: { kind: 'unreadable', reason: 'EACCES: permission denied' } };
      return tree[path] === 'huge'
        ? { refused: { kind: 'too-large', size: 50e6, most } }
        : { bytes: new TextEncoder().encode(tree[path]) };
    },
  };
}

const TREE = {
  'configs/a.yaml': 'a: 1',
  'configs/b.yml': '',
  'configs/README.md': '',
  'configs/[odd]{a,b}.yaml': '',
  'configs/eu/c.yaml': '',
  'configs/eu/deep/d.YAML': '',
  'configs/node_modules/x.yaml': '',
  'configs/.git/y.yaml': '',
  'configs/.hid.yaml': '',
  'linked/to.yaml': '<link>',
  'linked/folder': '<link to folder>',
  'pipes/p.yaml': '<other>',
  'teams/one/pool.yaml': '',
  'teams/two/pool.yaml': '',
  'secret/pool.yaml': '',
  'docs/x.md': '',
  pipe: '<other>',
  'big.yaml': 'huge',
  'plain.txt': '',
};

describe('findSpecs', () => {
  test.each<[name: string, args: string[], files: string[], findings: string[]]>([
    [
      'the default folder',
      [],
      [
        'configs/.hid.yaml',
        'configs/[odd]{a,b}.yaml',
        'configs/a.yaml',
        'configs/b.yml',
        'configs/eu/c.yaml',
        'configs/eu/deep/d.YAML',
      ],
      [],
    ],
    [
      'a folder and a file in it',
      ['configs/eu/', './configs/eu/c.yaml'],
      ['configs/eu/c.yaml', 'configs/eu/deep/d.YAML'],
      [],
    ],
    ['a file of any name', ['plain.txt'], ['plain.txt'], []],
    ['a name that looks like a glob', ['configs/[odd]{a,b}.yaml'], ['configs/[odd]{a,b}.yaml'], []],
    ['backslashes', ['configs\\eu\\c.yaml'], ['configs/eu/c.yaml'], []],
    ['a star', ['configs/*.yaml'], ['configs/.hid.yaml', 'configs/[odd]{a,b}.yaml', 'configs/a.yaml'], []],
    [
      'two stars',
      ['configs/**/*.yaml'],
      ['configs/.hid.yaml', 'configs/[odd]{a,b}.yaml', 'configs/a.yaml', 'configs/eu/c.yaml'],
      [],
    ],
    ['a question mark and a choice', ['configs/?.{yaml,yml}'], ['configs/a.yaml', 'configs/b.yml'], []],
    ['a glob of folders', ['teams/*'], ['teams/one/pool.yaml', 'teams/two/pool.yaml'], []],
    ['a glob of part of a folder name', ['t*/t*'], ['teams/two/pool.yaml'], []],
    ['a missing file', ['none.yaml', 'configs/a.yaml'], ['configs/a.yaml'], ['file/missing none.yaml']],
    ['a folder without specs', ['docs'], [], ['file/no-specs docs']],
    ['a glob without matches', ['configs/*.json'], [], ['file/no-match configs/*.json']],
    ['a glob in no folder', ['nowhere/*.yaml'], [], ['file/no-match nowhere/*.yaml']],
    ['a pipe', ['pipe', 'pipes'], [], ['file/not-regular pipe', 'file/not-regular pipes/p.yaml']],
    ['links', ['linked'], ['linked/to.yaml'], ['file/linked-folder linked/folder']],
    ['a closed folder', ['secret'], [], ['file/unreadable secret']],
    ['a path that cannot be looked at', ['hidden/a.yaml'], [], ['file/unreadable hidden/a.yaml']],
  ])('%s', (_, args, files, findings) => {
    const found = findSpecs(args, filesOf(TREE));
    expect(found.files).toEqual(files);
    expect(found.findings.map(({ rule, target }) => `${rule} ${target}`)).toEqual(findings);
    for (const { help, at } of found.findings) expect(help && at).toBeTruthy();
  });
});

describe('readSpec', () => {
  test.each([
    ['big.yaml', 'yaml/too-large'],
    ['secret/pool.yaml', 'file/unreadable'],
    ['docs/x.md', 'yaml/empty'],
  ])('%s', (file, rule) => {
    expect(readSpec(file, filesOf(TREE), 'root').findings).toMatchObject([
      { rule, target: file, help: expect.any(String) },
    ]);
  });

  test('a spec', () => {
    expect(readSpec('configs/a.yaml', filesOf(TREE), 'root')).toMatchObject({
      document: { value: { a: 1 } },
      findings: [],
    });
  });
});
