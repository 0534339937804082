import { findingText } from '../report/parts/finding-text.js';
import { type Style, style } from '../report/parts/style.js';
import type { Block, Page, Span, Text } from './page.js';

/** As wide as `--help`. */
const WIDTH = 100;

/** A page for a terminal. Ends with a line break. */
export function terminal(page: Page, color: boolean): string {
  const paint = style(color);
  const head = [paint.strong(page.name), paint.faint(page.what)].filter((part) => part !== '').join('  ');
  return `${[head, ...page.blocks.map((block) => blockText(block, paint, color))].join('\n\n')}\n`;
}

function blockText(block: Block, paint: Style, color: boolean): string {
  switch (block.kind) {
    case 'text':
      return wrapped(words(block.text), WIDTH).join('\n');
    case 'heading':
      return paint.strong(block.text);
    case 'facts':
      return facts(block.rows, paint);
    case 'list':
      return block.items.flatMap((item) => hanging('- ', words(item), 2)).join('\n');
    case 'yaml':
      return indented(block.text.trimEnd().split('\n')).join('\n');
    case 'report': {
      const context = { color, quiet: false, verbose: false, document: () => block.document };
      return block.findings.map((finding) => indented(findingText(finding, context)).join('\n')).join('\n\n');
    }
  }
}

function facts(rows: Extract<Block, { kind: 'facts' }>['rows'], paint: Style): string {
  const width = Math.max(...rows.map(([label]) => label.length)) + 2;
  return rows
    .flatMap(([label, text]) => {
      const [first = '', ...rest] = wrapped(words(text), WIDTH - width - 2);
      return [`  ${paint.faint(label.padEnd(width))}${first}`, ...rest.map((line) => ' '.repeat(width + 2) + line)];
    })
    .join('\n');
}

function words(text: Text): string {
  return typeof text === 'string' ? text : text.map(spanText).join('');
}

/** An address is printed: a terminal makes a link of it, and hides none behind a name. */
function spanText(span: Span): string {
  if (typeof span === 'string') return span;
  if ('code' in span) return span.code;
  if (!('url' in span.to) || span.to.url === span.link) return span.link;
  return `${span.link} (${span.to.url})`;
}

function hanging(mark: string, text: string, indent: number): string[] {
  const margin = ' '.repeat(indent);
  const lines = wrapped(text, WIDTH - indent - mark.length);
  return lines.map((line, index) => margin + (index === 0 ? mark : ' '.repeat(mark.length)) + line);
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `    ${line}`));
}

/** Breaks between words; a word that is longer than a line, such as an address, stays whole. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
