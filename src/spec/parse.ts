import type { Finding } from '../model/finding.js';
import type { Path, SourceDocument, SourceSpan } from '../model/source.js';
import { compose, type Exceeded } from './compose.js';
import { decode } from './decode.js';
import { limits } from './limits.js';
import { type Place, type Stretch, stretchOf } from './place.js';
import { type Problem, problemFindings } from './problem.js';
import { escapeCharacter } from './quote.js';
import { readTree } from './read-tree.js';
import { type TextLines, textLines } from './text-lines.js';
import { yamlProblems } from './yaml-problems.js';

/** What came of a file. */
export interface Parsed {
  /**
   * Present when the bytes are text, so that findings can show lines of it. Its `value` is undefined unless the text
   * is a flawless YAML mapping: half a spec must not be taken for a whole one.
   */
  readonly document?: SourceDocument;
  readonly findings: Finding[];
}

interface Outcome {
  readonly value: unknown;
  readonly place: Place;
  readonly problems: readonly Problem<Stretch>[];
}

/** Reads a spec as YAML 1.2 (core schema). Bad input of any kind comes back as findings. */
export function parseSpec(file: string, bytes: Uint8Array): Parsed {
  const decoded = decode(bytes);
  if (decoded.ok) return parseText(file, decoded.text);
  const { line, column, ...problem } = decoded.refusal;
  const at = { file, start: { line, column }, end: { line, column } };
  return { findings: problemFindings({ file, value: undefined }, [{ ...problem, at }]) };
}

function parseText(file: string, text: string): Parsed {
  const lines = textLines(text);
  const { value, place, problems } = outcome(text, lines);
  const span = (stretch: Stretch) => spanOf(file, lines, stretch);
  const findings = problemFindings(
    { file, value },
    onePerLine(problems, lines).map((problem) => ({ ...problem, at: span(problem.at) })),
  );
  const locate = (path: Path, part: 'key' | 'value' = 'value') => span(stretchOf(place, path, part));
  return { document: { file, text, value: findings.length === 0 ? value : undefined, locate }, findings };
}

function spanOf(file: string, lines: TextLines, [start, end]: Stretch): SourceSpan {
  return { file, start: lines.positionAt(start), end: lines.positionAt(Math.max(start, end)) };
}

function outcome(text: string, lines: TextLines): Outcome {
  const unreadable = unprintable(text);
  if (unreadable.length > 0) return { ...NOTHING, problems: unreadable };
  try {
    return read(text, lines);
  } catch (error) {
    // Nothing is known to come here; a spec must not be able to end the program if something does.
    const message = `The file cannot be read as YAML: ${error instanceof Error ? error.message : String(error)}.`;
    return {
      ...NOTHING,
      problems: [{ rule: 'yaml/syntax', message, help: 'Simplify the file; please report this.', at: [0, 0] }],
    };
  }
}

const NOTHING: Outcome = { value: undefined, place: { value: [0, 0] }, problems: [] };

function read(text: string, lines: TextLines): Outcome {
  const { document, second, exceeded } = compose(text);
  if (document === undefined) return { ...NOTHING, problems: exceeded ? [tooMuch(exceeded)] : [] };
  const { value, place, problems } = readTree(document.contents, text, lines);
  const all = [...yamlProblems(document), ...problems, ...(second ? [severalDocuments(second)] : [])];
  return { value, place, problems: all.length > 0 ? all : notAMapping(text, value, place.value) };
}

/**
 * Control characters other than tab and line breaks, the first one of each line. YAML forbids them, and the parser
 * would let them pass.
 */
function unprintable(text: string): Problem<Stretch>[] {
  const pattern = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|\r(?!\n)/g;
  const problems: Problem<Stretch>[] = [];
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const { 0: character, index } = found;
    problems.push({ ...(character === '\r' ? LONE_RETURN : controlCharacter(character)), at: [index, index + 1] });
    const next = text.indexOf('\n', index);
    pattern.lastIndex = next === -1 ? text.length : next;
  }
  return problems;
}

const LONE_RETURN = {
  rule: 'yaml/control-character',
  message: 'A carriage return stands here without a line feed.',
  help: 'Save the file with LF or CRLF line ends.',
};

function controlCharacter(character: string) {
  return {
    rule: 'yaml/control-character',
    message: `The control character ${escapeCharacter(character)} stands in the file.`,
    help: `Delete it; in "double quotes" it can be written as ${escapeCharacter(character)}.`,
  };
}

function tooMuch({ limit, offset }: Exceeded): Problem<Stretch> {
  const at = [offset, offset + 1] as const;
  if (limit === 'tokens') {
    const message = `The file has more than ${limits.tokens} keys, values and marks; nothing below this place was read.`;
    return {
      rule: 'yaml/too-large',
      message,
      help: 'Check that this is a spec; split the pools into one file each.',
      at,
    };
  }
  const message = `Lists and mappings are nested more than ${limits.depth} levels deep.`;
  return { rule: 'yaml/too-deep', message, help: 'Look for brackets that are never closed.', at };
}

function severalDocuments([start]: Stretch): Problem<Stretch> {
  return {
    rule: 'yaml/several-documents',
    message: 'A second YAML document begins here; a spec file describes one pool.',
    help: 'Move it to a file of its own, or delete the --- line.',
    at: [start, start + 3],
  };
}

function notAMapping(text: string, value: unknown, at: Stretch): Problem<Stretch>[] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return [];
  const help = 'Begin with pool: and its id, name, region and account; `poolward init` writes an example.';
  if (at[0] === at[1]) return [{ rule: 'yaml/empty', message: emptyMessage(text), help, at }];
  const found = Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`;
  const message = `The file holds ${found}; a spec is a mapping with keys such as pool.`;
  return [{ rule: 'yaml/not-a-mapping', message, help, at }];
}

function emptyMessage(text: string): string {
  return /\S/.test(text) ? 'The file holds no settings, only comments or markers.' : 'The file is empty.';
}

/** One mistake often makes the parser complain several times on a line; the first complaint is the nearest to it. */
function onePerLine(problems: readonly Problem<Stretch>[], lines: TextLines): Problem<Stretch>[] {
  const seen = new Set<string>();
  return [...problems]
    .sort((a, b) => a.at[0] - b.at[0])
    .filter(({ rule, at, path }) => {
      const key = `${lines.positionAt(at[0]).line}:${path === undefined ? '' : `${rule}:${at[0]}`}`;
      return !seen.has(key) && seen.add(key);
    });
}
