import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Finding } from '../../src/model/finding.js';
import type { SourceDocument, SourceSpan } from '../../src/model/source.js';
import { wholeSpec } from '../../src/rules/example.js';
import { RULES } from '../../src/rules/index.js';
import { loadSpecs } from '../../src/spec/load.js';
import { anySpec } from './arbitrary.js';
import { filesOf } from './files.js';

/** Numbers from 0 to below 1, the same for the same seed. */
export type Dice = () => number;

/** Mulberry32: small, and good enough to choose with. */
export function dice(seed: number): Dice {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const CONFIGS = join(import.meta.dirname, '../../configs');

/** Texts to start from: the example specs, the examples of all rules, and `made` specs that the schema accepts. */
export function corpus(seed: number, made: number): readonly string[] {
  const examples = readdirSync(CONFIGS).filter((name) => name.endsWith('.yaml'));
  return [
    ...examples.map((name) => readFileSync(join(CONFIGS, name), 'utf8')),
    ...RULES.flatMap(({ examples: { valid, invalid } }) => [...valid, ...invalid].map(wholeSpec)),
    ...fc.sample(anySpec, { seed, numRuns: made }).map((spec) => stringify(spec)),
  ];
}

/** What is awkward somewhere: types, YAML's own signs, other scripts, names of object members, large numbers. */
const ODD = [
  ...['', '~', 'null', 'true', 'yes', '-1', '0', '1e400', '9007199254740993', '.nan', '0x1F', '012'],
  ...['[]', '{}', '[[[]]]', '{a: {b: c}}', '- x', '? k', '*alias', '&anchor x', '!!binary AAAA', '<<: {}'],
  ...['"', "'", '|', '>', '#', ':', '\t', '\u0000', '\uFEFF', '\u2028', '\r', '\u{1F512}', 'é', '{####}', '${HOME}'],
  ...['__proto__', 'constructor', 'toString', 'a'.repeat(3000), 'extends', 'accept', 'unmanaged', 'include', '---'],
];

type Change = (lines: string[], roll: Dice, other: () => string) => string[];

const at = (length: number, roll: Dice): number => Math.floor(roll() * length);
const pick = <T>(list: readonly T[], roll: Dice): T => list[at(list.length, roll)] as T;
const indent = (line: string): string => /^ */.exec(line)?.[0] ?? '';

const CHANGES: readonly Change[] = [
  // A line goes, comes twice, or trades places with another.
  (lines, roll) => lines.toSpliced(at(lines.length, roll), 1),
  (lines, roll) => {
    const from = at(lines.length, roll);
    return lines.toSpliced(from, 0, lines[from] ?? '');
  },
  (lines, roll) => {
    const [a, b] = [at(lines.length, roll), at(lines.length, roll)];
    return lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '');
  },
  // Its indentation changes.
  (lines, roll) => inLine(lines, roll, (line) => pick(['  ', ' ', '\t'], roll) + line),
  (lines, roll) => inLine(lines, roll, (line) => line.slice(1)),
  // Its value becomes something else.
  (lines, roll) => inLine(lines, roll, (line) => line.replace(/:.*$/, `: ${pick(ODD, roll)}`)),
  (lines, roll) => inLine(lines, roll, (line) => `${indent(line)}${pick(ODD, roll)}: ${pick(ODD, roll)}`),
  // A few characters go, or come.
  (lines, roll) =>
    inLine(lines, roll, (line) => {
      const from = at(line.length + 1, roll);
      return line.slice(0, from) + line.slice(from + at(4, roll));
    }),
  (lines, roll) =>
    inLine(lines, roll, (line) => {
      const from = at(line.length + 1, roll);
      return line.slice(0, from) + pick(ODD, roll) + line.slice(from);
    }),
  // A part of another spec.
  (lines, roll, other) => {
    const theirs = other().split('\n');
    const from = at(theirs.length, roll);
    return lines.toSpliced(at(lines.length, roll), 0, ...theirs.slice(from, from + 1 + at(8, roll)));
  },
  (lines, roll) => lines.slice(0, at(lines.length + 1, roll)),
];

function inLine(lines: string[], roll: Dice, change: (line: string) => string): string[] {
  const index = at(lines.length, roll);
  return lines.with(index, change(lines[index] ?? ''));
}

/** A text with up to `most` changes; with none it is the text itself. */
export function mutated(texts: readonly string[], roll: Dice, most = 4): string {
  const other = () => pick(texts, roll);
  let lines = other().split('\n');
  for (let left = at(most + 1, roll); left > 0 && lines.length > 0; left -= 1)
    lines = pick(CHANGES, roll)(lines, roll, other);
  return lines.join('\n');
}

/** What is wrong with how a text was judged; undefined where nothing is. A crash is for the caller to see. */
export function complaint(text: string): string | undefined {
  const { findings, documents, invalid, specs } = loadSpecs(['pool.yaml'], filesOf({ 'pool.yaml': text }), {
    posture: true,
    today: '2026-06-15',
  });
  const broken = findings.find(({ rule }) => rule === 'spec/rule-failed');
  if (broken) return broken.message;
  if (invalid && !findings.some(({ severity }) => severity === 'error')) return 'invalid, and nothing says why';
  if (!invalid && specs.length !== 1) return 'valid, and there is no spec';
  const lines = text.split('\n');
  return findings.map((finding) => misplaced(finding, lines, documents)).find((one) => one !== undefined);
}

function misplaced(
  { rule, at: span }: Finding,
  lines: readonly string[],
  documents: ReadonlyMap<string, SourceDocument>,
): string | undefined {
  if (!span) return `${rule} is nowhere`;
  if (span.file !== 'pool.yaml' && !documents.has(span.file)) return `${rule} is in ${span.file}`;
  return isInside(span, lines) ? undefined : `${rule} is at ${JSON.stringify(span)}, outside its file`;
}

function isInside({ start, end }: SourceSpan, lines: readonly string[]): boolean {
  const holds = ({ line, column }: SourceSpan['start']) => {
    const text = lines[line - 1];
    return text !== undefined && column >= 1 && column <= text.length + 1;
  };
  const ordered = start.line < end.line || (start.line === end.line && start.column <= end.column);
  return holds(start) && holds(end) && ordered;
}
