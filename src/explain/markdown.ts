import { posix } from 'node:path';
import type { ReportContext } from '../model/report.js';
import { findingText } from '../report/parts/finding-text.js';
import type { Block, Page, Span, Target, Text } from './page.js';

/** How a page lies among the others. */
export interface Placed {
  /** The file that it is a part of, from the folder of all pages: `rules/mfa-off.md`. */
  readonly file: string;
  /** Level of its heading; those inside it are one deeper. */
  readonly level?: number;
  /** Its heading, where that is not its name. */
  readonly heading?: string;
}

/** A page, or a part of one, as GitHub's Markdown. Ends with a line break. */
export function markdown(page: Page, { file, level = 1, heading = page.name }: Placed): string {
  const blocks = page.blocks.map((block) => blockText(block, file, level));
  return `${[`${'#'.repeat(level)} ${heading}`, ...blocks].join('\n\n')}\n`;
}

/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A sentence as Markdown, in a file. */
export function sentence(text: Text, file: string): string {
  return typeof text === 'string' ? plain(text) : text.map((span) => spanText(span, file)).join('');
}

/** A sentence as a cell of a table. */
export function cell(text: Text, file: string): string {
  return sentence(text, file).replaceAll('|', '\\|');
}

function blockText(block: Block, file: string, level: number): string {
  switch (block.kind) {
    case 'text':
      return sentence(block.text, file);
    case 'heading':
      return `${'#'.repeat(level + 1)} ${block.text}`;
    case 'facts':
      return table(
        ['', ''],
        block.rows.map(([label, text]) => [label, cell(text, file)]),
      );
    case 'list':
      return block.items.map((item) => `- ${sentence(item, file)}`).join('\n');
    case 'yaml':
      return fenced('yaml', block.text);
    case 'report':
      return fenced(
        'text',
        block.findings.flatMap((finding) => [...findingText(finding, contextOf(block)), '']).join('\n'),
      );
  }
}

function contextOf({ document }: Extract<Block, { kind: 'report' }>): ReportContext {
  return { color: false, quiet: false, verbose: false, document: () => document };
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

function spanText(span: Span, file: string): string {
  if (typeof span === 'string') return plain(span);
  if ('code' in span) return inCode(span.code);
  if ('url' in span.to && span.to.url === span.link) return `<${span.link}>`;
  const name = 'url' in span.to ? plain(span.link) : inCode(span.link);
  return `[${name}](${hrefOf(span.to, file)})`;
}

/** A text with a backquote in it needs two around it. */
function inCode(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** Escapes what Markdown would take for its own, but not the code between backquotes. */
function plain(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/[\\<>*[\]]|(?<!\w)_|_(?!\w)/g, '\\$&')))
    .join('');
}

function hrefOf(to: Target, file: string): string {
  if ('url' in to) return to.url;
  const [target, anchor] = placeOf(to);
  const path = target === file ? '' : posix.relative(posix.dirname(file), target);
  return anchor === undefined ? path : `${path}#${anchorOf(anchor)}`;
}

function placeOf(to: Exclude<Target, { url: string }>): [file: string, heading?: string] {
  if ('rule' in to) return [`rules/${to.rule}.md`];
  if ('finding' in to) return ['findings.md', to.finding];
  const file = `settings/${to.section}.md`;
  return to.setting === undefined ? [file] : [file, to.setting];
}

/** The anchor that GitHub gives a heading. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
}
