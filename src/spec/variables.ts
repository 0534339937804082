import type { Finding } from '../model/finding.js';
import type { Path, SourceDocument, SourceSpan } from '../model/source.js';
import { isPlain, type Plain } from './plain.js';
import { type Problem, problemFindings } from './problem.js';
import { quote } from './quote.js';

/** The environment that variables are taken from. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A document with the values of its variables. */
export interface Filled {
  readonly document: SourceDocument;
  /** What came from the environment, by the name of its variable: no message may repeat it. */
  readonly taken: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

interface Filling {
  readonly document: SourceDocument;
  readonly env: Environment;
  readonly taken: Map<string, string>;
  readonly problems: Problem[];
  /** By file. */
  readonly lines: Map<string, readonly string[]>;
}

/** Names of files: they are looked up before there is a whole document. */
const LITERAL = new Set(['include']);

/** `$${` is the text `${`; anything else that begins with `${` is a variable, or a mistake in one. */
const MARK = /\$\$\{|\$\{([^}]*)(\}?)/g;
const VARIABLE = /^([A-Za-z_][A-Za-z0-9_]*)(?::-(.*))?$/s;

/**
 * Puts the environment's values in the place of `${NAME}` and `${NAME:-default}`. An empty value counts as none: that is
 * what a CI system makes of a variable that nobody set.
 */
export function filled(document: SourceDocument, env: Environment): Filled {
  const filling: Filling = { document, env, taken: new Map(), problems: [], lines: new Map() };
  const root = isPlain(document.value) ? document.value : {};
  const value = mapped(root, (section, key) => (LITERAL.has(key) ? section : valueWith(section, [key], filling)));
  const findings = problemFindings({ file: document.file, value: document.value }, filling.problems);
  return { document: { ...document, value }, taken: filling.taken, findings };
}

function valueWith(value: unknown, path: Path, filling: Filling): unknown {
  if (typeof value === 'string') return value.includes('${') ? textWith(value, path, filling) : value;
  if (Array.isArray(value)) return value.map((item, index) => valueWith(item, [...path, index], filling));
  return isPlain(value) ? mapped(value, (member, key) => valueWith(member, [...path, key], filling)) : value;
}

function mapped(object: Plain, change: (value: unknown, key: string) => unknown): Plain {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}

function textWith(text: string, path: Path, filling: Filling): unknown {
  const whole = /^\$\{[^}]*\}$/.test(text);
  const value = text.replace(MARK, (mark, body: string | undefined, end: string) =>
    body === undefined ? '${' : fillIn(mark, end === '' ? undefined : body, path, filling),
  );
  return whole && isUnquoted(path, filling) ? asYaml(value) : value;
}

function fillIn(mark: string, body: string | undefined, path: Path, filling: Filling): string {
  const [, name, otherwise] = VARIABLE.exec(body ?? '') ?? [];
  if (name === undefined) return refuse(malformed(mark), mark, path, filling);
  const value = Object.hasOwn(filling.env, name) ? filling.env[name] : undefined;
  if (!value) return otherwise ?? refuse(unresolved(name), mark, path, filling);
  filling.taken.set(name, value);
  return value;
}

function refuse(
  wording: Pick<Problem, 'rule' | 'message' | 'help'>,
  mark: string,
  path: Path,
  filling: Filling,
): string {
  filling.problems.push({ ...wording, at: placeOf(mark, path, filling), path });
  return '';
}

/** The variable itself where the text shows it as it is, else all of the value. */
function placeOf(mark: string, path: Path, filling: Filling): SourceSpan {
  const { file, start, end } = filling.document.locate(path);
  const lines = linesOf(file, filling);
  for (let line = start.line; line <= end.line; line++) {
    const column = (lines[line - 1] ?? '').indexOf(mark, line === start.line ? start.column - 1 : 0) + 1;
    if (column > 0) return { file, start: { line, column }, end: { line, column: column + mark.length } };
  }
  return { file, start, end };
}

function isUnquoted(path: Path, filling: Filling): boolean {
  const { file, start } = filling.document.locate(path);
  const line = linesOf(file, filling)[start.line - 1] ?? '';
  return !/["'|>]/.test(line[start.column - 1] ?? '');
}

function linesOf(file: string, { document, lines }: Filling): readonly string[] {
  const known = lines.get(file) ?? (document.textOf?.(file) ?? document.text).split('\n');
  lines.set(file, known);
  return known;
}

/** As if the value stood there: true, false and numbers are none of text. A value never becomes a list or a mapping. */
function asYaml(text: string): unknown {
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)$/.test(text)) return false;
  return /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(text) ? Number(text) : text;
}

function unresolved(name: string) {
  return {
    rule: 'variables/unresolved',
    message: `The variable ${name} is not set in the environment, or is empty, and has no default.`,
    help: `Set ${name}, or write a default: \${${name}:-…}.`,
  };
}

function malformed(mark: string) {
  return {
    rule: 'variables/malformed',
    message: `${quote(mark)} begins like a variable, but is none.`,
    help: 'Write ${NAME} or ${NAME:-default}, with a name of letters, digits and _; $${ stands for the text ${ itself.',
  };
}
