import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { github } from '../../src/report/github.js';
import { logLine, workflowCommand } from '../../src/report/parts/workflow-command.js';
import { anyReport, string } from './arbitrary.js';
import { expectGolden } from './golden.js';
import { CALLBACKS, context, FILE, finding, GAPS, report, SMS, span } from './sample.js';

const about = context({ comparesLive: true, color: true });

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const KNOWN = ['error', 'warning', 'notice', 'group', 'endgroup', 'add-mask', 'stop-commands', 'set-env', 'debug'];

/** As the runner reads a line: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs */
function commandOf(line: string): Command | undefined {
  const [, info, data] = /^\s*::(.*?)::(.*)$/s.exec(line) ?? [];
  if (info === undefined || data === undefined) return bracketed(line);
  const [name = '', ...rest] = info.split(' ');
  if (!KNOWN.includes(name)) return bracketed(line);
  const pairs = rest
    .join(' ')
    .trim()
    .split(',')
    .map((pair) => pair.split(/=(.*)/s).slice(0, 2));
  const properties = Object.fromEntries(
    pairs.filter(([, value]) => value).map(([key, value = '']) => [key, property(value)]),
  );
  return { name, properties, data: unescaped(data) };
}

/** The older form is found anywhere in a line. */
function bracketed(line: string): Command | undefined {
  const name = /##\[([^\]]*)\]/.exec(line)?.[1]?.split(' ')[0] ?? '';
  return KNOWN.includes(name) ? { name, properties: {}, data: line } : undefined;
}

const unescaped = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
const property = (text: string) =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');

const commandsOf = (text: string) => text.split('\n').flatMap((line) => commandOf(line) ?? []);

test('golden', () => {
  const many = Array.from({ length: 12 }, (_item, index) => finding({ message: `Note ${index + 1}: 100% of it.` }));
  expectGolden('audit.github.txt', github(report({ findings: [CALLBACKS, SMS, ...many], coverage: GAPS }), about));
});

test('a finding is at its lines; columns go with one line only', () => {
  const wide = { ...span(5, 3, 4), end: { line: 6, column: 2 } };
  const [one, two] = commandsOf(github(report({ findings: [SMS, { ...SMS, at: wide }] }), about));
  expect(one?.properties).toEqual({ file: FILE, line: '7', endLine: '7', col: '8', title: 'mfa.sms: drift/changed' });
  expect(two?.properties).toEqual({ file: FILE, line: '5', endLine: '6', title: 'mfa.sms: drift/changed' });
});

test('a path, a title and a message come through whole', () => {
  const odd = finding({
    rule: 'a,b',
    setting: 'x:y',
    target: 'configs/50%, a:b.yaml',
    message: 'Line one,\n::error::100%0A',
  });
  const [command] = commandsOf(github(report({ findings: [odd] }), about));
  expect(command).toEqual({
    name: 'notice',
    properties: { file: 'configs/50%, a:b.yaml', title: 'x:y: a,b' },
    data: 'Line one,\\n::error::100%0A',
  });
});

describe('limits', () => {
  test('ten of a kind, the worst first; the rest is in the log', () => {
    const of = (severity: 'error' | 'warning' | 'note') =>
      Array.from({ length: 13 }, (_item, index) => finding({ severity, message: `${severity} ${index}.` }));
    const text = github(report({ findings: [...of('note'), ...of('warning'), ...of('error')] }), about);
    const names = commandsOf(text).map(({ name }) => name);
    expect(names).toEqual([
      ...Array(10).fill('error'),
      ...Array(10).fill('warning'),
      ...Array(10).fill('notice'),
      'group',
      'endgroup',
    ]);
    expect(text).toContain('::group::9 findings more than GitHub shows\n');
    for (const one of [...of('note'), ...of('warning'), ...of('error')]) expect(text).toContain(one.message);
  });

  test('a long message leaves room for what to do', () => {
    const long = finding({ message: `${'é'.repeat(9000)}.`, help: 'Do this.' });
    const [command] = commandsOf(github(report({ findings: [long] }), about));
    expect(command?.data.length).toBeLessThanOrEqual(4096);
    expect(command?.data).toMatch(/\nfix: Do this\.$/);
  });

  test('that something was not looked at is among the ten warnings', () => {
    const warnings = Array.from({ length: 13 }, () => finding({ severity: 'warning' }));
    const commands = commandsOf(github(report({ findings: warnings, coverage: GAPS }), about));
    const shown = commands.filter(({ name }) => name === 'warning');
    expect(shown).toHaveLength(10);
    expect(shown.map(({ properties }) => properties['title'])).toContain('Not everything was looked at');
  });
});

describe('the runner', () => {
  test('finds no command in the text of a finding, and never more than ten of a kind', () => {
    const property = fc.property(anyReport, fc.boolean(), (sample, comparesLive) => {
      const commands = commandsOf(github(sample, context({ comparesLive })));
      const own = ['error', 'warning', 'notice', 'group', 'endgroup'];
      expect(commands.map(({ name }) => name).filter((name) => !own.includes(name))).toEqual([]);
      const present = sample.findings.filter(({ status }) => status !== 'gone' && status !== 'accepted');
      const errors = present.filter(({ severity }) => severity === 'error').length;
      expect(commands.filter(({ name }) => name === 'error').length).toBeLessThanOrEqual(Math.min(10, errors));
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('reads back what a command says', () => {
    const line = string.map((text) => text.replaceAll(/[\n\r]/g, '\n'));
    const value = line.filter((text) => text !== '' && text.trim() === text);
    const roundTrip = fc.property(value, line, (title, data) => {
      const text = workflowCommand('error', { title }, data);
      expect(text).not.toMatch(/[\n\r]/);
      expect(commandOf(text)).toEqual({ name: 'error', properties: { title }, data });
    });
    fc.assert(roundTrip, { numRuns: 500 });
  });

  test.each(['::error::x', '  ::add-mask::a', 'a ##[set-env name=b]c', '##[error]x'])('takes %j for text', (line) => {
    expect(commandOf(line)).toBeDefined();
    expect(commandOf(logLine(line))).toBeUndefined();
  });
});
