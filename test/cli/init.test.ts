import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cdktfJsonAdvice } from '../../src/cli/init/cdktf-json.js';
import { gitignore } from '../../src/cli/init/gitignore.js';
import { run } from '../../src/cli/run.js';
import { isOpen } from '../../src/model/accept.js';
import { loadSpecs } from '../../src/spec/load.js';
import { filesOf } from '../harness/files.js';
import { fakeEngines } from './fake-engines.js';
import { fakeIo } from './fake-io.js';

async function init(files: Readonly<Record<string, string>> = {}, ...options: string[]) {
  const io = fakeIo(files);
  const code = await run(['init', ...options], io, fakeEngines());
  return { code, out: io.stdout(), err: io.stderr(), files: io.stored };
}

const ALL = [
  '.github/workflows/poolward-audit.yml',
  '.github/workflows/poolward-check.yml',
  '.github/workflows/poolward-deploy.yml',
  '.gitignore',
  'cdktf.json',
  'configs/example.yaml',
];

describe('in an empty repository', () => {
  test('writes everything and says what to do next', async () => {
    const { code, files, out } = await init();
    expect(code).toBe(0);
    expect([...files.keys()].sort()).toEqual(ALL);
    expect(out).toContain('npm install --save-dev cdktf-cli cdktf constructs @cdktf/provider-aws');
    expect(out).toContain('npm init -y');
  });

  test('the spec starts with its schema and is what the options say', async () => {
    const { files } = await init(
      {},
      '--id',
      'no',
      '--name',
      'All, of us = 1',
      '--region',
      'us-gov-west-1',
      '--account',
      '000000000012',
    );
    const text = files.get('configs/example.yaml') ?? '';
    expect(text).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/node_modules\/poolward\/schema\/pool\.schema\.json\n/,
    );
    expect(parse(text).pool).toMatchObject({ id: 'no', region: 'us-gov-west-1', account: '000000000012' });
  });

  test('the spec is one that nothing is found wrong with', async () => {
    const { files } = await init({});
    const tree = { 'configs/example.yaml': files.get('configs/example.yaml') ?? '' };
    const { findings, invalid } = loadSpecs(['configs'], filesOf(tree), { posture: true, today: '2026-01-01' });
    expect(findings.filter(isOpen)).toEqual([]);
    expect(invalid).toBe(false);
  });

  test('cdktf.json runs poolward', async () => {
    const { files } = await init();
    expect(JSON.parse(files.get('cdktf.json') ?? '')).toMatchObject({
      language: 'typescript',
      app: 'npx poolward synth',
      projectId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      sendCrashReports: 'false',
    });
  });

  test.each(ALL.slice(0, 3))('%s is a workflow without secrets, with pinned actions', async (file) => {
    const { files } = await init();
    const text = files.get(file) ?? '';
    const { jobs } = parse(text);
    expect(text).not.toContain('secrets.');
    expect(text).not.toContain('AWS_SECRET');
    for (const job of Object.values<{ steps: { uses?: string; run?: string }[] }>(jobs)) {
      for (const { uses, run: script } of job.steps) {
        expect(uses ?? script).toBeDefined();
        if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w-]+@v\d+$/);
      }
    }
  });
});

describe('in one that has files already', () => {
  const existing = Object.fromEntries(ALL.map((file) => [file, `mine: ${file}\n`]));

  test('overwrites nothing', async () => {
    const { files, out } = await init(existing);
    for (const file of ALL.filter((name) => name !== '.gitignore')) {
      expect(files.get(file)).toBe(existing[file]);
      expect(out).toContain(`kept      ${file}`);
    }
    expect(files.get('.gitignore')).toBe('mine: .gitignore\ncdktf.out/\n*.tfstate*\n.poolward/\n');
  });

  test('a second time changes nothing', async () => {
    const first = await init();
    const before = new Map(first.files);
    const second = await init(Object.fromEntries(first.files));
    expect(second.files).toEqual(before);
    expect(second.out).not.toContain('created');
  });

  test('says what to change in a cdktf.json with another app', async () => {
    const { out } = await init({ 'cdktf.json': '{"app":"npx ts-node main.ts"}' });
    expect(out).toContain('change "app" to "npx poolward synth"');
    expect(cdktfJsonAdvice('{"app":"npx poolward synth configs/a.yaml"}')).toBeUndefined();
    expect(cdktfJsonAdvice('not JSON')).toContain('no "app" that can be read');
  });

  test('does not ask again for what is installed', async () => {
    const { out } = await init({ 'package.json': '{"devDependencies":{"poolward":"1"}}' });
    expect(out).not.toContain('npm init');
    expect(out).not.toContain('npm install --save-dev poolward');
  });
});

describe('the platform', () => {
  const config = (url: string) => ({ '.git/config': `[remote "origin"]\n\turl = ${url}\n` });
  const GITLAB = ['.gitlab/poolward.yml', '.gitlab-ci.yml'];
  const pipelines = (files: ReadonlyMap<string, string>) =>
    [...files.keys()].filter((file) => /^\.git(hub|lab)/.test(file));

  test.each([
    ['a pipeline of it', { '.gitlab-ci.yml': 'stages: [test, deploy]\n' }, [], GITLAB],
    ['a remote of it', config('git@gitlab.com:acme/pools.git'), [], GITLAB],
    ['an option', {}, ['--ci', 'gitlab'], GITLAB],
    ['an option against the remote', config('git@gitlab.com:acme/pools.git'), ['--ci', 'github'], ALL.slice(0, 3)],
    ['no sign of it', config('git@github.com:acme/gitlab-less.git'), [], ALL.slice(0, 3)],
  ])('by %s', async (_, existing, options, expected) => {
    const { code, files } = await init(existing, ...options);
    expect(code).toBe(0);
    expect(pipelines(files).sort()).toEqual([...expected].sort());
  });

  test('says how to include the jobs in a pipeline that was there, unless it does', async () => {
    const mine = { '.gitlab-ci.yml': 'stages: [test, deploy]\n' };
    const { out, files } = await init(mine);
    expect(out).toContain('add `- local: .gitlab/poolward.yml` to its `include`');
    expect(files.get('.gitlab-ci.yml')).toBe(mine['.gitlab-ci.yml']);
    const again = await init(Object.fromEntries((await init({}, '--ci', 'gitlab')).files));
    expect(again.out).not.toContain('to its `include`');
  });
});

test.each([
  ['--id', 'Acme'],
  ['--id', 'a--b'],
  ['--name', 'a/b'],
  ['--region', 'europe'],
  ['--account', '123'],
])('refuses %s %s', async (option, value) => {
  const { code, err, files } = await init({}, option, value);
  expect([code, files.size]).toEqual([2, 0]);
  expect(err).toContain('It has to be');
});

test('.gitignore keeps its line endings and its last line', () => {
  expect(gitignore('a\r\nb\r\n')).toBe('a\r\nb\r\ncdktf.out/\r\n*.tfstate*\r\n.poolward/\r\n');
  expect(gitignore('a')).toBe('a\ncdktf.out/\n*.tfstate*\n.poolward/\n');
  expect(gitignore('.poolward/\n*.tfstate*\ncdktf.out/\n')).toBe('.poolward/\n*.tfstate*\ncdktf.out/\n');
});
