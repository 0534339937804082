// Whatever names a file, and whatever it leads to: no run waits, no report shows what is no spec, nothing outside is read.
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installedEngines } from '../../src/cli/engines.js';
import { LastingOption } from '../../src/cli/lasting-option.js';
import { nodeFiles } from '../../src/cli/node-files.js';
import { grammar } from '../../src/cli/program.js';
import { FORMAT_NAMES } from '../../src/report/index.js';
import { OUTPUTS } from '../../src/spec/config.js';
import { call } from './call.js';

const SECRET = 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY';
const HEAD = 'pool: {id: acme, name: acme, region: us-east-1, account: "123456789012"}\n';
const CREDENTIALS = `[default]\naws_secret_access_key = ${SECRET}\n`;

const world = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'poolward-files-')));
const at = (...parts: readonly string[]) => join(world, ...parts);
const server = createServer();

function write(path: string, text: string): void {
  fs.mkdirSync(dirname(path), { recursive: true });
  fs.writeFileSync(path, text);
}

beforeAll(async () => {
  write(at('home/credentials'), CREDENTIALS);
  write(at('home/pool.yaml'), `# ${SECRET}\n${HEAD}`);
  await new Promise<void>((done) => server.listen(at('home/socket'), done));
  execFileSync('mkfifo', [at('home/pipe')]);
  write(at('home/large.yaml'), '');
  fs.truncateSync(at('home/large.yaml'), 300 * 1024 * 1024);
});

afterAll(() => {
  server.close();
  fs.rmSync(world, { recursive: true });
});

/** What may be at `thing.yaml`, and the rule that tells of it; undefined where it is read, and shown to nobody. */
const THINGS: Readonly<Record<string, { make(path: string): void; tells: string | undefined }>> = {
  'a pipe': { make: (path) => void execFileSync('mkfifo', [path]), tells: 'file/not-regular' },
  'a folder': { make: (path) => void fs.mkdirSync(path), tells: 'file/not-regular' },
  'a huge file': { make: (path) => fs.linkSync(at('home/large.yaml'), path), tells: 'yaml/too-large' },
  'a link to a pipe': { make: (path) => fs.symlinkSync(at('home/pipe'), path), tells: 'file/outside-root' },
  'a link to a socket': { make: (path) => fs.symlinkSync(at('home/socket'), path), tells: 'file/outside-root' },
  'a link to a device': { make: (path) => fs.symlinkSync('/dev/zero', path), tells: 'file/outside-root' },
  'a link to a terminal': { make: (path) => fs.symlinkSync('/dev/tty', path), tells: 'file/outside-root' },
  'a link to credentials': { make: (path) => fs.symlinkSync(at('home/credentials'), path), tells: 'file/outside-root' },
  'a link to another spec': { make: (path) => fs.symlinkSync(at('home/pool.yaml'), path), tells: 'file/outside-root' },
  'a link to an environment': {
    make: (path) => fs.symlinkSync('/proc/self/environ', path),
    tells: 'file/outside-root',
  },
  "a link to git's configuration": {
    make: (path) => fs.symlinkSync(join(path.replace(/\/repo\/.*$/, '/repo'), '.git/config'), path),
    tells: 'file/outside-root',
  },
  'a link to what is no spec': {
    make: (path) => fs.symlinkSync(join(path.replace(/\/repo\/.*$/, '/repo'), '.env'), path),
    tells: undefined,
  },
};

/** Files of a repository in which something names `thing.yaml`, the words of the command, and where a finding stands. */
const NAMERS: Readonly<
  Record<string, { thing: string; files: Record<string, string>; place: string; words?: string; outright?: true }>
> = {
  'a walk': { thing: 'configs/thing.yaml', files: {}, place: 'configs/thing.yaml:1:1' },
  'the command line': {
    thing: 'configs/thing.yaml',
    files: {},
    words: 'configs/thing.yaml',
    place: 'configs/thing.yaml:1:1',
    outright: true,
  },
  extends: {
    thing: 'thing.yaml',
    files: { 'configs/acme.yaml': `${HEAD}extends:\n  - ../thing.yaml\n` },
    place: 'configs/acme.yaml:3:5',
  },
  'extends of a base': {
    thing: 'thing.yaml',
    files: { 'configs/acme.yaml': `${HEAD}extends: ../base.yaml\n`, 'base.yaml': 'extends: thing.yaml\n' },
    place: 'base.yaml:1:10',
  },
  include: {
    thing: 'configs/parts/thing.yaml',
    files: { 'configs/acme.yaml': `${HEAD}include: [parts/thing.yaml]\n` },
    words: 'configs/acme.yaml',
    place: 'configs/acme.yaml:2:11',
  },
  baseline: {
    thing: 'thing.yaml',
    files: { 'configs/acme.yaml': `${HEAD}baseline: ../thing.yaml\n` },
    place: 'configs/acme.yaml:2:11',
  },
  'the baseline of all': {
    thing: 'thing.yaml',
    files: { 'configs/acme.yaml': HEAD, 'poolward.yaml': 'baseline: thing.yaml\n' },
    place: 'poolward.yaml:1:11',
  },
  'the name of the configuration': {
    thing: 'poolward.yaml',
    files: { 'configs/acme.yaml': HEAD },
    place: 'poolward.yaml:1:1',
  },
};

let count = 0;

async function judged(
  files: Readonly<Record<string, string>>,
  thing: string,
  make: (path: string) => void,
  words = '',
) {
  const repo = at(String(++count), 'repo');
  write(join(repo, '.git/config'), CREDENTIALS);
  write(join(repo, '.env'), `AWS_SECRET_ACCESS_KEY=${SECRET}\n  x: [\n`);
  fs.mkdirSync(join(repo, 'configs'));
  for (const [file, text] of Object.entries(files)) write(join(repo, file), text);
  fs.mkdirSync(dirname(join(repo, thing)), { recursive: true });
  make(join(repo, thing));
  const reports = FORMAT_NAMES.map((format) => `--report ${format}=${format}`).join(' ');
  const { validateSpecs } = installedEngines;
  const env = { NAME: SECRET };
  const ran = await call(
    `validate ${words} ${reports}`,
    { validateSpecs },
    { files: nodeFiles(repo, undefined), env },
    {},
  );
  return { ...ran, all: [ran.out, ran.err, ...FORMAT_NAMES.map((format) => ran.files.get(format) ?? '')] };
}

/** What a person names is the person's own: a spec elsewhere is one, and a folder is looked through. */
const isOwn = (outright: boolean, thing: string) => outright && thing === 'a link to another spec';
const isSearched = (namer: string, thing: string) =>
  ['a walk', 'the command line'].includes(namer) && thing === 'a folder';

describe.each(Object.entries(NAMERS))('%s', (namer, { thing, files, place, words, outright = false }) => {
  const things = Object.entries(THINGS).filter(([name]) => !isOwn(outright, name) && !isSearched(namer, name));

  it.each(things)('%s', { timeout: 20_000 }, async (_name, { make, tells }) => {
    const ran = await judged(files, thing, make, words);
    expect(ran.code).toBe(1);
    expect(ran.all.filter((text) => text.includes(SECRET))).toEqual([]);
    const { findings } = JSON.parse(ran.files.get('json') ?? '');
    const told = findings.map(({ rule, at: { file, line, column } }: any) => `${rule} ${file}:${line}:${column}`);
    const may = [tells, 'file/not-regular'].map((rule) => `${rule} ${place}`);
    // What lies elsewhere is read if a person names it, as long as it is a regular file.
    if (tells && !(outright && tells === 'file/outside-root'))
      expect(may.some((one) => told.includes(one)) || told).toBe(true);
  });
});

describe('an image', () => {
  const spec = (file: string) =>
    `${HEAD}domains: {acme-login: }\nclients: {web: }\nhostedUi: {web: {image: ${file}}}\n`;

  it.each(Object.entries(THINGS))('%s', { timeout: 20_000 }, async (_, { make, tells }) => {
    const ran = await judged({ 'configs/acme.yaml': spec('thing.png') }, 'configs/thing.png', make);
    expect(ran.all.filter((text) => text.includes(SECRET))).toEqual([]);
    const { findings } = JSON.parse(ran.files.get('json') ?? '');
    const lines = findings.filter(({ rule }: any) => rule === 'spec/file').map(({ at }: any) => at.line);
    expect(lines).toEqual(tells === undefined ? [] : [4]);
  });
});

/** A repository with a spec in `configs` that extends `name`, judged from `folder`. */
async function extending(name: string, from = '', root?: string) {
  const repo = at(String(++count), 'repo');
  write(join(repo, '.git/HEAD'), '');
  write(join(repo, from, 'configs/acme.yaml'), `${HEAD}extends: ${name}\n`);
  write(join(repo, 'platform/base.yaml'), 'mfa: {mode: optional, totp: true}\n');
  write(join(repo, 'packages/base/pool.yaml'), 'mfa: {mode: optional, totp: true}\n');
  write(join(repo, 'node_modules/.pnpm/base@1/node_modules/base/pool.yaml'), 'mfa: {mode: optional, totp: true}\n');
  fs.mkdirSync(join(repo, 'node_modules/@acme'));
  fs.symlinkSync('../../packages/base', join(repo, 'node_modules/@acme/base'));
  fs.symlinkSync('.pnpm/base@1/node_modules/base', join(repo, 'node_modules/base'));
  write(join(repo, '../outside.yaml'), 'mfa: {mode: optional, totp: true}\n');
  const { validateSpecs } = installedEngines;
  const files = nodeFiles(join(repo, from), root === undefined ? undefined : join(repo, root));
  const ran = await call('validate --format json', { validateSpecs }, { files }, {});
  return JSON.parse(ran.out)
    .findings.map(({ rule }: any) => rule)
    .filter((rule: string) => rule.includes('/'));
}

describe('a base', () => {
  it.each([
    ['beside the folder of the specs', '../platform/base.yaml', '', undefined],
    [
      'of the repository, where a folder of it is worked in',
      '../../../platform/base.yaml',
      'services/login',
      undefined,
    ],
    ['of a workspace', '../node_modules/@acme/base/pool.yaml', '', undefined],
    ['that pnpm links', '../node_modules/base/pool.yaml', '', undefined],
    ['beneath a wider root', '../../outside.yaml', '', '..'],
  ])('%s is read', async (_, name, from, root) => {
    expect(await extending(name, from, root)).toEqual([]);
  });

  it.each([
    ['above the repository', '../../outside.yaml', '', undefined],
    ['by an absolute path', '/etc/pool.yaml', '', undefined],
    ['in .git', '../.git/x.yaml', '', undefined],
    ['outside a narrower root', '../platform/base.yaml', '', 'configs'],
  ])('%s is refused, whether it is there or not', async (_, name, from, root) => {
    expect(await extending(name, from, root)).toEqual(['file/outside-root']);
  });
});

describe('the root', () => {
  const folder = () => at(String(++count));

  it('is the working folder where there is no repository, as in a container', () => {
    const app = folder();
    write(join(app, 'configs/acme.yaml'), HEAD);
    const files = nodeFiles(app, undefined);
    expect(files.root).toBe(app);
    expect(['configs/acme.yaml', '../x', '/etc/passwd', 'new/report.json'].map(files.contains)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('is found by a file .git, as in a worktree', () => {
    const repo = folder();
    write(join(repo, '.git'), 'gitdir: elsewhere\n');
    write(join(repo, 'a/b/c.yaml'), HEAD);
    expect(nodeFiles(join(repo, 'a/b'), undefined).root).toBe(repo);
  });

  it('has to be there', () => {
    expect(() => nodeFiles(world, 'nowhere').root).toThrow(expect.objectContaining({ code: 'no-root', fault: 'user' }));
  });

  it('holds no link that leads out, not even one of a folder', () => {
    const repo = folder();
    write(join(repo, '.git/HEAD'), '');
    fs.symlinkSync(at('home'), join(repo, 'reports'));
    const files = nodeFiles(repo, undefined);
    expect([files.contains('reports/new.json'), files.contains('.git/hooks/post-checkout')]).toEqual([false, false]);
  });
});

describe('what a person names', () => {
  it('may be a folder elsewhere, and what lies in it is read', () => {
    const elsewhere = at(String(++count));
    write(join(elsewhere, 'a.yaml'), HEAD);
    fs.symlinkSync(at('home/pool.yaml'), join(elsewhere, 'b.yaml'));
    const files = nodeFiles(at('home'), at('home'));
    fs.symlinkSync('/etc/hostname', join(elsewhere, 'c.yaml'));
    const reach = { folder: elsewhere };
    const kinds = ['a', 'b', 'c'].map((name) => files.read(join(elsewhere, `${name}.yaml`), reach, 1000).refused?.kind);
    expect(kinds).toEqual([undefined, undefined, 'outside']);
  });

  it('is not what a link in the repository makes of it', () => {
    const repo = at(String(++count));
    write(join(repo, '.git/HEAD'), '');
    fs.symlinkSync(at('home'), join(repo, 'configs'));
    expect(nodeFiles(repo, undefined).read('configs/pool.yaml', { folder: 'configs' }, 1000).refused?.kind).toBe(
      'outside',
    );
  });
});

describe('outputs of poolward.yaml', () => {
  it.each([
    ['defaults: {report: json=../audit.json}', 1],
    ['defaults:\n  audit:\n    report:\n      - text=a.txt\n      - html=/tmp/a.html', 5],
    ['defaults: {report: json=.git/hooks/post-checkout}', 1],
    ['defaults:\n  synth: {out: ../elsewhere}', 2],
    ['defaults: {report: json=linked/audit.json}', 1],
  ])('%s is refused at its line', async (yaml, line) => {
    const files = { 'configs/acme.yaml': HEAD, 'poolward.yaml': yaml };
    const ran = await judged(files, 'linked', (path) => fs.symlinkSync(at('home'), path));
    const { findings } = JSON.parse(ran.files.get('json') ?? '');
    const told = findings
      .filter(({ rule }: any) => rule.startsWith('file/'))
      .map(({ rule, at }: any) => [rule, at.file, at.line]);
    expect(told).toEqual([['file/outside-root', 'poolward.yaml', line]]);
    expect([...ran.files.keys()].sort()).toEqual([...FORMAT_NAMES].sort());
  });

  it('are known for every option that names where something goes', () => {
    const leaves = (command: Command): readonly Command[] =>
      command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);
    const lasting = leaves(grammar()).flatMap(({ options }) =>
      options.filter((option) => option instanceof LastingOption),
    );
    const paths = lasting
      .filter(({ flags }) => /file|folder|path|journal/.test(flags))
      .map((option) => option.attributeName());
    expect([...new Set(paths)].sort()).toEqual(Object.keys(OUTPUTS).sort());
  });
});
