import { Document, isMap, isScalar, type Node, type Pair, Scalar, visit, YAMLMap, type YAMLSeq } from 'yaml';
import { type Draft, pathOf } from './draft.js';
import type { Remark } from './remarks.js';

/** Lists up to this width stand on one line. */
const WIDTH = 100;
/** Characters that the parser of specs refuses as such; the YAML library writes them as they are. */
const UNPRINTABLE = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** A draft as a YAML file: `schema` is the reference that makes editors complete it. */
export function print(draft: Draft, remarks: readonly Remark[], schema: string): string {
  const document = new Document(draft.sections);
  visit(document, {
    Scalar: (key, node) => {
      if (key !== 'key') escapeVariables(node);
      quoteOdd(node);
    },
    Seq: (_key, node) => onOneLine(node),
  });
  spaced(document.contents);
  for (const { place, text } of remarks) {
    if (place) above(keyAt(document.contents, pathOf(place)), text);
    else document.comment = [document.comment, comment(text)].filter(Boolean).join('\n\n');
  }
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false, nullStr: '' });
  return `# yaml-language-server: $schema=${schema}\n${text.replace(UNPRINTABLE, escaped)}`;
}

/** What AWS said is text, and not the name of a variable of whoever reads the spec. */
function escapeVariables(node: Scalar): void {
  if (typeof node.value === 'string') node.value = node.value.replaceAll('${', () => '$${');
}

function quoteOdd(node: Scalar): void {
  if (typeof node.value !== 'string') return;
  // A block scalar cannot hold them, nor a carriage return, which YAML reads as a line feed; a plain << is a merge key.
  if (node.value.match(UNPRINTABLE) || /[\x00-\x08\x0b-\x1f]|^<<$/.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
}

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}

function onOneLine(node: YAMLSeq): void {
  node.flow = isShort(node);
}

function isShort(node: { readonly items: readonly unknown[] }): boolean {
  const plain = node.items.every((item) => isScalar(item) && !String(item.value).includes('\n'));
  return plain && JSON.stringify(node.items.map((item) => (item as Scalar).value)).length <= WIDTH;
}

/** A blank line between sections. */
function spaced(root: unknown): void {
  if (!isMap(root)) return;
  for (const { key } of root.items.slice(1)) if (isScalar(key)) key.spaceBefore = true;
}

function keyAt(root: unknown, path: readonly string[]): Node | undefined {
  const [key, ...rest] = path;
  if (!(root instanceof YAMLMap) || key === undefined) return undefined;
  const pair = root.items.find((item: Pair) => isScalar(item.key) && item.key.value === key);
  if (!pair) return undefined;
  return rest.length === 0 ? (pair.key as Node) : keyAt(pair.value, rest);
}

function above(node: Node | undefined, text: string): void {
  if (node) node.commentBefore = [node.commentBefore, comment(text)].filter(Boolean).join('\n');
}

/** What AWS said may hold anything; a comment is text on lines. */
function comment(text: string): string {
  return text
    .split('\n')
    .map((line) => ` ${line.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, ' ')}`)
    .join('\n');
}
