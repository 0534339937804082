import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.js';
import { reasonFor } from './moto-reasons.js';
import { scenario } from './moto-scenario.js';
import { clientFor, send } from './support.js';
import { startMoto, tool } from './tools.js';

const golden = new URL('moto-differences.golden.txt', import.meta.url);

describe('moto', () => {
  it('answers the same, except for the differences in the list', { timeout: 60_000 }, async (ctx) => {
    const moto = await startMoto(tool(ctx, 'moto_server', 'moto', 'pip install "moto[server]"'));
    const sandbox = await startSandbox();
    try {
      const lines = differences(await play(sandbox.url), await play(moto.url));
      const text = `${lines.join('\n')}\n`;
      if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(golden, text);
      expect(text).toBe(await readFile(golden, 'utf8'));
      expect(lines.filter((line) => line.endsWith('no reason given'))).toEqual([]);
    } finally {
      await sandbox.close();
      await moto.stop();
    }
  });
});

type Answers = Map<string, unknown>[];

async function play(url: string): Promise<Answers> {
  const client = clientFor(url);
  const known = new Map<string, string>();
  const answers: Answers = [];
  for (const [operation, input] of scenario) {
    const filled = JSON.parse(replaced(JSON.stringify(input), known, 'names')) as Record<string, unknown>;
    const answer = await send(client, [operation, filled]).catch(problem);
    learn(answer, known);
    answers.push(new Map(leaves(answer, '', known)));
  }
  client.destroy();
  return answers;
}

const problem = (error: Error) => ({ error: error.name, message: error.message.split('\n')[0] });

function learn(answer: any, known: Map<string, string>): void {
  // A pool named `p` is one that the sandbox refuses.
  if (answer.UserPool && answer.UserPool.Name !== 'p')
    known.set('<pool>', answer.UserPool.Id).set('<arn>', answer.UserPool.Arn);
  if (answer.UserPoolClient?.ClientId) known.set('<client>', answer.UserPoolClient.ClientId);
}

function replaced(text: string, known: Map<string, string>, to: 'names' | 'stand-ins'): string {
  let result = text;
  for (const [standIn, name] of known) {
    result = to === 'names' ? result.replaceAll(standIn, name) : result.replaceAll(name, standIn);
  }
  return result;
}

const secrets = /^UserPoolClients\[.*ClientId$|ClientSecret$|CloudFront|Version$|S3Bucket$/;

/** Every scalar of an answer with its path; lists of named things by name. What differs in every run is masked. */
function leaves(value: unknown, path: string, known: Map<string, string>): [string, unknown][] {
  if (value instanceof Date) return [[path, '<date>']];
  if (Array.isArray(value)) {
    if (path.endsWith('SchemaAttributes')) return value.map((item) => [`${path}[${labelOf(item)}]`, sorted(item)]);
    if (value.length === 0) return [[path, '[]']];
    return value.flatMap((item, index) => leaves(item, `${path}[${labelOf(item) ?? index}]`, known));
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, member]) => member !== undefined);
    if (entries.length === 0) return [[path, '{}']];
    return entries.flatMap(([name, member]) => leaves(member, path === '' ? name : `${path}.${name}`, known));
  }
  if (secrets.test(path)) return [[path, '<masked>']];
  const text = typeof value === 'string' ? replaced(value, known, 'stand-ins') : value;
  return [
    [path, typeof text === 'string' ? text.replace(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, '<uuid>') : text],
  ];
}

const sorted = (item: unknown): string =>
  JSON.stringify(item, (_key, value) =>
    typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).sort()) : value,
  );

function labelOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const { Name, ClientName, Username } = item as Record<string, string | undefined>;
  return Name ?? ClientName ?? Username;
}

/** One line per difference, with the operations that show it. */
function differences(ours: Answers, theirs: Answers): string[] {
  const found = new Map<string, Set<string>>();
  scenario.forEach(([operation], index) => {
    for (const line of between(operation, ours[index] ?? new Map(), theirs[index] ?? new Map())) {
      found.set(line, (found.get(line) ?? new Set()).add(operation));
    }
  });
  return [...found]
    .map(([line, operations]) => `${line} | ${[...operations].join(', ')}`)
    .map((line) => `${line} | ${reasonFor(line)}`);
}

function between(operation: string, ours: Map<string, unknown>, theirs: Map<string, unknown>): string[] {
  const verdict = (answer: Map<string, unknown>) =>
    answer.has('error') ? `${answer.get('error')}: ${answer.get('message')}` : 'accepts it';
  if (ours.has('error') || theirs.has('error')) {
    const [a, b] = [verdict(ours), verdict(theirs)];
    return a === b ? [] : [`${operation}: sandbox ${a}; moto ${b}`];
  }
  const paths = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  return paths
    .filter((path) => ours.get(path) !== theirs.get(path))
    .map((path) => `${path || operation}: sandbox ${shown(ours.get(path))}; moto ${shown(theirs.get(path))}`);
}

const shown = (value: unknown): string => (value === undefined ? 'absent' : JSON.stringify(value));
