// New text goes in at one place of a file, so that everything else stays as it is, byte for byte.
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Acceptance } from '../model/accept.js';
import { compose } from '../spec/compose.js';
import { blockEntry, flowEntry, quoted, scalar } from './entry-text.js';

/** A text with what goes in at an offset of it. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * Ways to add entries at the end of the list `accept` of a file, or of the mapping `home` leads to; what is missing on the
 * way is made. The first is the best looking; none where the text cannot be edited so, as where the list is an alias.
 */
export function insertions(text: string, home: readonly string[], entries: readonly Acceptance[]): string[] {
  const { document } = compose(text);
  const root = document?.contents;
  if (!isMap(root)) return [];
  const lines = linesOf(text);
  const found = reach(root, [...home, 'accept'], lines, entries);
  return (found ?? []).map(({ at, text: added }) => text.slice(0, at) + added + text.slice(at));
}

function reach(
  root: YAMLMap,
  way: readonly string[],
  lines: Lines,
  entries: readonly Acceptance[],
): Insertion[] | undefined {
  let map = root;
  for (const [depth, key] of way.entries()) {
    const pair = map.items.find((one) => isScalar(one.key) && one.key.value === key);
    const rest = way.slice(depth + 1);
    if (!pair) return intoMap(map, way.slice(depth), map === root, lines, entries);
    const value = pair.value as Node | null;
    if (value === null || (isScalar(value) && value.value === null && isEmpty(value)))
      return beneath(pair, rest, lines, entries);
    if (rest.length === 0) return isSeq(value) ? intoList(value, lines, entries) : undefined;
    if (!isMap(value)) return undefined;
    map = value;
  }
  return undefined;
}

const isEmpty = (node: Node): boolean => node.range?.[0] === node.range?.[1];

function intoMap(
  map: YAMLMap,
  keys: readonly string[],
  isRoot: boolean,
  lines: Lines,
  entries: readonly Acceptance[],
): Insertion[] | undefined {
  if (map.flow) return [intoBrackets(map, flowKeys(keys, entries))];
  const indent = lines.indentAt(map.range?.[0] ?? 0);
  if (indent === undefined) return undefined;
  const block = blockKeys(keys, entries).map((line) => indent + line);
  const at = isRoot ? lines.end() : lines.after(endOf(map), indent.length);
  const plain = lines.put(at, block);
  return isRoot && lines.areSpaced(at) ? [lines.put(at, ['', ...block]), plain] : [plain];
}

/** Under a key that has no value yet. */
function beneath(
  { key }: Pair,
  rest: readonly string[],
  lines: Lines,
  entries: readonly Acceptance[],
): Insertion[] | undefined {
  const [start, end] = (key as Node).range ?? [0, 0];
  const indent = lines.indentAt(start);
  if (indent === undefined) return undefined;
  const block = rest.length > 0 ? blockKeys(rest, entries) : entries.flatMap(blockEntry);
  return [
    lines.put(
      lines.after(end, indent.length + 1),
      block.map((line) => `${indent}  ${line}`),
    ),
  ];
}

function intoList(list: YAMLSeq, lines: Lines, entries: readonly Acceptance[]): Insertion[] | undefined {
  if (list.flow) return [intoBrackets(list, entries.map(flowEntry).join(', '))];
  const indent = lines.indentAt(list.range?.[0] ?? 0);
  if (indent === undefined) return undefined;
  const block = entries.flatMap(blockEntry).map((line) => indent + line);
  return [lines.put(lines.after(endOf(list), indent.length + 1), block)];
}

/** Behind the last item; a comma that follows it stays right. */
function intoBrackets(node: YAMLMap | YAMLSeq, text: string): Insertion {
  return node.items.length > 0
    ? { at: endOf(node.items.at(-1) as Node | Pair), text: `, ${text}` }
    : { at: (node.range?.[0] ?? 0) + 1, text };
}

function blockKeys([key = '', ...rest]: readonly string[], entries: readonly Acceptance[]): string[] {
  const inner = rest.length > 0 ? blockKeys(rest, entries) : entries.flatMap(blockEntry);
  return [`${scalar(key)}:`, ...inner.map((line) => `  ${line}`)];
}

function flowKeys([key = '', ...rest]: readonly string[], entries: readonly Acceptance[]): string {
  const inner = rest.length > 0 ? `{${flowKeys(rest, entries)}}` : `[${entries.map(flowEntry).join(', ')}]`;
  return `${quoted(key)}: ${inner}`;
}

/** Where a node's last value ends; the parser counts comments and empty lines behind a block as part of it. */
function endOf(node: Node | Pair): number {
  if ('key' in node) {
    const { key, value } = node as Pair<Node, Node | null>;
    return value && !(isScalar(value) && isEmpty(value)) ? endOf(value) : (key.range?.[1] ?? 0);
  }
  const last = (isMap(node) || isSeq(node)) && !node.flow ? node.items.at(-1) : undefined;
  if (last && !isAlias(node)) return endOf(last as Node | Pair);
  return node.range?.[1] ?? 0;
}

type Lines = ReturnType<typeof linesOf>;

/** A text as lines. */
function linesOf(text: string) {
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  const next = (offset: number): number => {
    const found = text.indexOf('\n', offset);
    return found === -1 ? text.length : found + 1;
  };
  return {
    /** The spaces before an offset, where nothing else stands there. */
    indentAt(offset: number): string | undefined {
      const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
      return /^ *$/.test(before) ? before : undefined;
    },
    /** The line behind a value that ends at an offset, and behind the comments that are indented so far. */
    after(offset: number, indent: number): number {
      let at = text[offset - 1] === '\n' ? offset : next(offset);
      while (new RegExp(`^ {${indent},}#`).test(text.slice(at, next(at)))) at = next(at);
      return at;
    },
    /** The end of the document. */
    end(): number {
      return /^\.\.\.\s*(#.*)?\s*$(?![\s\S])/m.exec(text)?.index ?? text.length;
    },
    /** Whether sections are set apart by blank lines, and there is none before an offset yet. */
    areSpaced(at: number): boolean {
      return /\n\r?\n\S/.test(text) && !/\n\r?\n$/.test(text.slice(0, at));
    },
    put(at: number, lines: readonly string[]): Insertion {
      const joined = lines.join(eol);
      return { at, text: at === 0 || text[at - 1] === '\n' ? joined + eol : eol + joined };
    },
  };
}
