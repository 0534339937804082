import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { limits } from './limits.js';
import type { Place, Stretch } from './place.js';
import type { Problem } from './problem.js';
import type { TextLines } from './text-lines.js';
import {
  ALIAS_BOMB,
  aliasLoop,
  BAD_MERGE,
  duplicateKey,
  keyNotText,
  RESERVED_KEY,
  unknownAlias,
  type Wording,
} from './tree-problems.js';

/** A YAML tree as plain data, with the place of every value. */
export interface Tree {
  readonly value: unknown;
  readonly place: Place;
  readonly problems: readonly Problem<Stretch>[];
}

interface Read {
  readonly value: unknown;
  readonly place: Place;
  /** Values in it, with aliases counted in full. */
  readonly size: number;
}

interface Reading {
  readonly text: string;
  readonly lines: TextLines;
  /** `open` while the anchor's own content is being read. */
  readonly anchors: Map<string, Read | 'open'>;
  readonly problems: Problem<Stretch>[];
  readonly path: (string | number)[];
  aliased: number;
}

type AnyNode = Node | null | undefined;
type PlainObject = Record<string, unknown>;

/**
 * Reads a YAML tree in the order of the text, so that an alias means the anchor before it. Aliases share the anchor's
 * value instead of copying it, and what they would add when written out is bounded.
 */
export function readTree(root: AnyNode, text: string, lines: TextLines): Tree {
  const reading: Reading = { text, lines, anchors: new Map(), problems: [], path: [], aliased: 0 };
  const { value, place } = readNode(root, reading, [0, 0]);
  return { value, place, problems: reading.problems };
}

function readNode(node: AnyNode, reading: Reading, missing: Stretch): Read {
  if (!node) return leaf(null, missing);
  if (isAlias(node)) return readAlias(node, reading);
  const anchor = node.anchor;
  if (anchor) reading.anchors.set(anchor, 'open');
  const read = readContent(node, reading);
  if (anchor) reading.anchors.set(anchor, read);
  return read;
}

function readContent(node: Node, reading: Reading): Read {
  if (isMap(node)) return readMap(node, reading);
  if (isSeq(node)) return readSeq(node, reading);
  return leaf(isScalar(node) ? node.value : null, stretch(node));
}

const leaf = (value: unknown, at: Stretch): Read => ({ value, place: { value: at }, size: 1 });

function readSeq(node: YAMLSeq, reading: Reading): Read {
  const at = stretch(node);
  const value: unknown[] = [];
  const children = new Map<string, Place>();
  let size = 1;
  let end = 0;
  for (const item of node.items) {
    const read = within(reading, value.length, () => readNode(item as AnyNode, reading, at));
    children.set(String(value.length), read.place);
    value.push(read.value);
    size += read.size;
    end = read.place.value[1];
  }
  return { value, place: { value: closed(node, end), children }, size };
}

function within<T>(reading: Reading, step: string | number, read: () => T): T {
  reading.path.push(step);
  const result = read();
  reading.path.pop();
  return result;
}

/** A mapping while it is read. */
interface Mapping {
  readonly value: PlainObject;
  readonly children: Map<string, Place>;
  readonly merged: Read[];
  size: number;
  /** Where the last key or value so far ends. */
  end: number;
}

function readMap(node: YAMLMap, reading: Reading): Read {
  const mapping: Mapping = { value: {}, children: new Map(), merged: [], size: 1, end: 0 };
  for (const pair of node.items) readPair(pair as Pair<AnyNode, AnyNode>, mapping, reading);
  for (const source of mapping.merged) merge(source, mapping);
  const { value, children, size, end } = mapping;
  return { value, place: { value: closed(node, end), children }, size };
}

function readPair({ key, value }: Pair<AnyNode, AnyNode>, mapping: Mapping, reading: Reading): void {
  const at = key ? stretch(key) : value ? stretch(value) : ([0, 0] as const);
  mapping.end = at[1];
  if (isMergeKey(key)) readMerge(value, mapping, reading, at);
  else readSetting(key, value, at, mapping, reading);
}

function readSetting(key: AnyNode, value: AnyNode, at: Stretch, mapping: Mapping, reading: Reading): void {
  const name = keyName(key, reading, at);
  const read = within(reading, name ?? '?', () => readNode(value, reading, [at[1], at[1]]));
  count(read, mapping);
  if (name === undefined || isTaken(name, at, mapping, reading)) return;
  mapping.value[name] = read.value;
  mapping.children.set(name, { ...read.place, key: at });
}

function count(read: Read, mapping: Mapping): void {
  mapping.size += read.size;
  mapping.end = Math.max(mapping.end, read.place.value[1]);
}

/** The key as text; undefined for what cannot be the name of a setting. */
function keyName(key: AnyNode, reading: Reading, at: Stretch): string | undefined {
  const { value } = readNode(key, reading, at);
  if (value === '__proto__') report(reading, at, RESERVED_KEY);
  else if (typeof value === 'string') return value;
  else return unquotedKey(value, reading, at);
  return undefined;
}

/** A number or boolean is taken for its text, so that reading can go on. */
function unquotedKey(value: unknown, reading: Reading, at: Stretch): string | undefined {
  const source = reading.text.slice(...at);
  report(reading, at, keyNotText(value, source));
  return source === '' || (typeof value === 'object' && value !== null) ? undefined : source;
}

function isTaken(name: string, at: Stretch, mapping: Mapping, reading: Reading): boolean {
  const first = mapping.children.get(name)?.key;
  if (first === undefined) return false;
  within(reading, name, () => report(reading, at, duplicateKey(name, reading.lines.positionAt(first[0]))));
  return true;
}

/** `"<<"` in quotes is a name like any other. */
function isMergeKey(key: AnyNode): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.value === '<<';
}

function readMerge(value: AnyNode, mapping: Mapping, reading: Reading, at: Stretch): void {
  const sources = isSeq(value) ? value.items : [value];
  for (const source of sources) {
    const read = within(reading, '<<', () => readNode(source as AnyNode, reading, at));
    count(read, mapping);
    if (isObject(read.value)) mapping.merged.push(read);
    else report(reading, read.place.value, BAD_MERGE);
  }
}

/** What a mapping says itself wins over what it merges, and a source over the sources after it. */
function merge(source: Read, mapping: Mapping): void {
  for (const [name, value] of Object.entries(source.value as PlainObject)) {
    const place = source.place.children?.get(name);
    if (mapping.children.has(name) || place === undefined) continue;
    mapping.value[name] = value;
    mapping.children.set(name, place);
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readAlias(node: Alias, reading: Reading): Read {
  const at = stretch(node);
  const target = reading.anchors.get(node.source);
  if (target === undefined || target === 'open') {
    report(reading, at, target === 'open' ? aliasLoop(node.source) : unknownAlias(node.source));
    return leaf(null, at);
  }
  const before = reading.aliased;
  reading.aliased += target.size;
  if (reading.aliased > limits.aliasedValues) {
    if (before <= limits.aliasedValues) report(reading, at, ALIAS_BOMB);
    return leaf(null, at);
  }
  const { children } = target.place;
  return { ...target, place: children ? { value: at, children } : { value: at } };
}

function report(reading: Reading, at: Stretch, wording: Wording): void {
  reading.problems.push({ ...wording, at, path: [...reading.path] });
}

function stretch(node: Node): Stretch {
  const [start, end] = node.range ?? [0, 0];
  return [start, end];
}

/** The parser counts comments and empty lines behind a block collection as part of it; it ends with its last value. */
function closed(node: YAMLMap | YAMLSeq, end: number): Stretch {
  const [start, last] = stretch(node);
  return node.flow ? [start, last] : [start, Math.max(start, end)];
}
