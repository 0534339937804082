import { Ajv } from 'ajv';
import type { Command } from 'commander';
import { describe, expect, it, test } from 'vitest';
import type { AuditArgs, Engines, PlanArgs } from '../../src/cli/engines.js';
import { installedEngines } from '../../src/cli/engines.js';
import { LastingOption } from '../../src/cli/lasting-option.js';
import { grammar } from '../../src/cli/program.js';
import { finding } from '../report/sample.js';
import { call, SPECS } from './call.js';
import { outcome } from './fake-engines.js';

const leaves = (command: Command): readonly Command[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);
const lasting = leaves(grammar()).flatMap((command) =>
  command.options.flatMap((option) => (option instanceof LastingOption ? [{ command, option }] : [])),
);
const named = [...new Map(lasting.map(({ option }) => [option.attributeName(), option]))];

describe('an option that a file may set', () => {
  test('is there at all', () => {
    expect(named.map(([name]) => name)).toEqual(expect.arrayContaining(['severity', 'report', 'quotaShare', 'who']));
  });

  it.each(named)('%s is the same in all commands, and no command', (name, one) => {
    const others = lasting.filter(({ option }) => option.attributeName() === name).map(({ option }) => option.schema);
    expect(others.filter((schema) => JSON.stringify(schema) !== JSON.stringify(one.schema))).toEqual([]);
    const words = [grammar(), ...grammar().commands].flatMap(({ commands }) => commands.map((part) => part.name()));
    expect(words).not.toContain(name);
  });

  const VALUES = [
    0,
    1,
    7,
    50,
    100,
    101,
    -1,
    1.5,
    10_000,
    true,
    '',
    ' ',
    'error',
    'warn',
    'json',
    'json=a',
    'xml=a',
    'json=',
  ];

  it.each(named)('%s is refused in a file exactly where the command line refuses it', (_name, option) => {
    const ajv = new Ajv({ allowUnionTypes: true, strict: false });
    const typed = VALUES.filter((value) => typeof value === (option.isBoolean() ? 'boolean' : typeof value));
    const bySchema = typed.filter((value) => ajv.validate(option.schema, value));
    expect(bySchema.length).toBeGreaterThan(0);
    const types = bySchema.map((value) => typeof value);
    const byCommand = typed.filter((value) => types.includes(typeof value) && value !== '' && takes(option, value));
    expect(bySchema).toEqual(byCommand);
  });

  function takes(option: LastingOption, value: unknown): boolean {
    try {
      option.parseArg?.(String(value), option.defaultValue as never);
      return true;
    } catch {
      return false;
    }
  }
});

/** What an engine was told under a file, an environment and a command line. */
async function told(yaml: string, line: string, env: Readonly<Record<string, string>> = {}) {
  let seen: Partial<AuditArgs & PlanArgs> = {};
  const keep = async (args: object) => {
    seen = args;
    return outcome({ findings: [finding({ severity: 'warning' })] });
  };
  const engines: Partial<Engines> = { auditSpecs: keep, planSpecs: keep };
  const files = { ...SPECS, 'poolward.yaml': yaml };
  return { ...(await call(line, engines, { env }, files)), seen: () => seen };
}

describe('defaults', () => {
  it('count where nobody says anything else', async () => {
    const { code, files } = await told('defaults: {severity: error, report: json=a.json}', 'audit');
    expect([code, files.has('a.json')]).toEqual([0, true]);
  });

  it.each([
    ['a file', 'audit', {}, 'file'],
    ['the environment before the file', 'audit', { POOLWARD_ENVIRONMENT: 'variable' }, 'variable'],
    ['an empty variable as none', 'audit', { POOLWARD_ENVIRONMENT: '' }, 'file'],
    ['the command line first', 'audit --environment said', { POOLWARD_ENVIRONMENT: 'variable' }, 'said'],
  ])('are %s', async (_what, line, env, environment) => {
    expect((await told('defaults: {environment: file}', line, env)).seen()).toMatchObject({ environment });
  });

  it('of one command go before those of all', async () => {
    const yaml = 'defaults:\n  quotaShare: 20\n  audit: {quotaShare: 30, who: true}\n';
    expect((await told(yaml, 'audit')).seen()).toMatchObject({ quotaShare: 30, who: true });
    expect((await told(yaml, 'plan')).seen()).toMatchObject({ quotaShare: 20 });
  });

  it('that switch something on are switched off by the command line', async () => {
    const yaml = 'defaults: {audit: {who: true, undeclaredPools: true}}';
    const { seen } = await told(yaml, 'audit --no-undeclared-pools');
    expect(seen()).toMatchObject({ who: true, undeclaredPools: false });
  });

  it('of files are replaced by those of the command line, not added to', async () => {
    const yaml = 'defaults: {report: [json=a.json, html=a.html]}';
    const { files } = await told(yaml, 'audit --report json=b.json --report junit=b.xml');
    expect(['a.json', 'a.html', 'b.json', 'b.xml'].map((file) => files.has(file))).toEqual([false, false, true, true]);
  });

  it('make an answer JSON when the command fails too', async () => {
    const fails = async () => Promise.reject(new Error('no'));
    const files = { ...SPECS, 'poolward.yaml': 'defaults: {format: json}' };
    const { out } = await call('audit', { auditSpecs: fails }, {}, files);
    expect(JSON.parse(out).failure.message).toBe('no');
  });

  it('say in the help, and with --verbose, where they come from', async () => {
    const yaml = 'defaults: {severity: error, quotaShare: 20, audit: {verbose: true, who: true}}';
    const { out } = await told(yaml, 'audit --help');
    const help = out.replace(/\s+/g, ' ');
    expect(help).toContain('"note", default: error, from poolward.yaml)');
    expect(help).toContain('to use at most (default: 20, from poolward.yaml)');
    expect(help).toContain('--no-who not so, whatever poolward.yaml says');
    expect((await told(yaml, 'audit --severity note')).err).toContain(
      'From poolward.yaml: quotaShare, verbose, who.\n',
    );
  });

  it('satisfy what a command demands', async () => {
    const yaml = 'defaults: {accept: {owner: web team}}';
    let owner = '';
    const acceptFindings = async (args: { readonly owner: string }) => {
      owner = args.owner;
      return { diff: '', notes: [] };
    };
    const files = { ...SPECS, 'poolward.yaml': yaml };
    expect(await call('accept --reason Known', { acceptFindings }, {}, files)).toMatchObject({ code: 0 });
    expect(owner).toBe('web team');
  });
});

const { validateSpecs } = installedEngines;

describe('defaults that are wrong', () => {
  it.each([
    ['a key that no command has', 'defaults:\n  severty: error\n', 2, 'severity'],
    ['a key that the command does not have', 'defaults:\n  validate:\n    whoo: true\n', 3, 'whoo'],
    ['a command that does not exist', 'defaults:\n  audits: {who: true}\n', 2, 'audit'],
    ['a value that does not exist', 'defaults:\n  severity: eror\n', 2, 'error'],
    ['a number out of bounds', 'defaults:\n  users:\n    audit:\n      quotaShare: 0\n', 4, 'quotaShare'],
    ['a report of no format', 'defaults:\n  report:\n    - json=a\n    - xml=a\n', 4, 'FORMAT=FILE'],
    ['what is said each time', 'defaults:\n  accept:\n    yes: true\n', 3, 'yes'],
  ])('%s: at its line, with what was meant', async (_what, yaml, line, meant) => {
    const files = { ...SPECS, 'poolward.yaml': yaml };
    const { code, out } = await call('validate poolward.yaml --format json', { validateSpecs }, {}, files);
    const found = JSON.parse(out).findings.filter(({ at }: any) => at?.file === 'poolward.yaml' && at.line === line);
    expect(code).toBe(1);
    expect(JSON.stringify(found)).toContain(meant);
  });

  it('stop a command that reads no specs, and would run without them', async () => {
    const files = { ...SPECS, 'poolward.yaml': 'defaults:\n  pull: {quotaShar: 5}\n' };
    const { code, err } = await call('pull eu-west-1_AbCdEfGhI', {}, {}, files);
    expect(code).toBe(2);
    expect(err).toContain('poolward: poolward.yaml:2:10 ');
    expect(err).toContain('quotaShare');
  });

  it('stop no command that they cannot concern', async () => {
    const files = { ...SPECS, 'poolward.yaml': 'defaults: 7\n' };
    expect(await call('schema', {}, {}, files)).toMatchObject({ code: 0 });
  });
});
