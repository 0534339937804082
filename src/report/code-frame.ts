import type { SourceSpan } from '../model/source.js';
import { escapeCharacter, UNPRINTABLE } from '../spec/quote.js';

/** How a code frame looks. */
export interface CodeFrameOptions {
  readonly color: boolean;
  /** Lines of context above; 2 unless told. */
  readonly before?: number;
  /** Lines of context below; 1 unless told. */
  readonly after?: number;
  /** Columns of a terminal that text may take, without the gutter; 100 unless told. */
  readonly width?: number;
}

/** A character as people see it. */
interface Cell {
  /** Offset in the line, in UTF-16 units. */
  readonly at: number;
  readonly text: string;
  readonly width: number;
}

interface Marked {
  readonly text: string;
  /** Display columns before the mark, and of it. */
  readonly indent: number;
  readonly length: number;
}

/**
 * The lines around a span, with carets under its first line:
 *
 * ```text
 *   3 | pool:
 * > 4 |   acount: "1"
 *     |   ^^^^^^
 * ```
 *
 * Never prints a control character raw, so that a file cannot act on the reader's terminal.
 */
export function codeFrame(text: string, span: SourceSpan, options: CodeFrameOptions): string {
  const { before = 2, after = 1 } = options;
  const width = Math.max(options.width ?? 100, NARROWEST);
  const lines = text.split(/\r?\n/);
  const marked = clamp(span.start.line, 1, lines.length);
  const first = Math.max(1, marked - Math.max(0, before));
  const last = Math.min(lines.length, marked + Math.max(0, after));
  const paint = options.color ? COLORS : PLAIN;
  const gutter = gutterOf(String(last).length, paint);
  const row = (number: number) => {
    const line = lines[number - 1] ?? '';
    if (number !== marked)
      return [gutter(' ', number) + join(fitted(cellsOf(line.slice(0, width * 4)), width, line.length > width * 4))];
    const { text: shown, indent, length } = mark(line, columnsOf(span, marked, line), width);
    return [gutter('>', number) + shown, gutter(' ') + ' '.repeat(indent) + paint.caret('^'.repeat(length))];
  };
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return numbers
    .flatMap(row)
    .map((line) => line.trimEnd())
    .join('\n');
}

interface Paint {
  readonly caret: (text: string) => string;
  readonly gutter: (text: string) => string;
}

const PLAIN: Paint = { caret: (text) => text, gutter: (text) => text };
const COLORS: Paint = {
  caret: (text) => `\x1b[31m${text}\x1b[39m`,
  gutter: (text) => `\x1b[2m${text}\x1b[22m`,
};

function gutterOf(digits: number, paint: Paint) {
  return (sign: string, number?: number) => `${paint.gutter(`${sign} ${String(number ?? '').padStart(digits)} |`)} `;
}

/** The span's part of its first line, as offsets; at least one character, or the place behind the last. */
function columnsOf({ start, end }: SourceSpan, marked: number, line: string): readonly [number, number] {
  const from = start.line === marked ? clamp(start.column - 1, 0, line.length) : line.length;
  const to = end.line === start.line ? clamp(end.column - 1, from, line.length) : line.trimEnd().length;
  return [from, Math.max(to, from + 1)];
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** Only a stretch around the span is looked at closely, so that a line of a megabyte costs no more than others. */
function mark(line: string, [from, to]: readonly [number, number], width: number): Marked {
  const start = notInPair(line, Math.max(0, from - width * 2));
  const end = notInPair(line, from + width * 4);
  const cells = cellsOf(line.slice(start, end), start);
  const lead = sum(cells.filter(({ at }) => at < from));
  const cut = start > 0 || (lead > width / 2 && sum(cells) > width);
  const shown = fitted(
    cut ? dropped(cells, lead - Math.floor(width / 3)) : cells,
    width - (cut ? 1 : 0),
    end < line.length,
  );
  const indent = sum(shown.filter(({ at }) => at < from)) + (cut ? 1 : 0);
  const length = sum(shown.filter(({ at, text }) => at >= from && at < to && text !== CUT));
  return { text: (cut ? CUT : '') + join(shown), indent, length: Math.max(1, length) };
}

const CUT = '…';
const NARROWEST = 20;

/** An offset moved back where it would split a surrogate pair. */
function notInPair(line: string, offset: number): number {
  return /^[\ud800-\udbff][\udc00-\udfff]/.test(line.slice(offset - 1, offset + 1)) ? offset - 1 : offset;
}

const sum = (cells: readonly Cell[]) => cells.reduce((total, { width }) => total + width, 0);
const join = (cells: readonly Cell[]) => cells.map(({ text }) => text).join('');

/** Drops cells from the left until so many columns are gone. */
function dropped(cells: readonly Cell[], columns: number): Cell[] {
  let gone = 0;
  return cells.filter((cell) => {
    if (gone >= columns) return true;
    gone += cell.width;
    return false;
  });
}

/** As many cells as fit; `more` when the line goes on behind them. */
function fitted(cells: readonly Cell[], width: number, more: boolean): Cell[] {
  if (!more && sum(cells) <= width) return [...cells];
  let used = 1;
  const kept: Cell[] = [];
  for (const cell of cells) {
    used += cell.width;
    if (used > width) break;
    kept.push(cell);
  }
  return [...kept, { at: Number.POSITIVE_INFINITY, text: CUT, width: 1 }];
}

/** Made when it is needed: loading its data costs some milliseconds. */
let graphemes: Intl.Segmenter | undefined;
const TAB = 4;

function cellsOf(line: string, offset = 0): Cell[] {
  let column = 0;
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(line), ({ segment, index }) => {
    const text = segment === '\t' ? ' '.repeat(TAB - (column % TAB)) : segment.replace(UNPRINTABLE, escapeCharacter);
    const width = text === segment ? displayWidth(segment) : text.length;
    column += width;
    return { at: offset + index, text, width };
  });
}

/** Columns that a terminal gives a character: East Asian wide ones and emoji take two, combining marks alone none. */
function displayWidth(grapheme: string): number {
  if (/^[\x20-\x7e]/.test(grapheme) && !grapheme.includes('\ufe0f')) return 1;
  if (/^[\p{Mark}\p{Default_Ignorable_Code_Point}]+$/u.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}

const WIDE =
  /^(?:[\p{Emoji_Presentation}\p{Regional_Indicator}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303e\u3099-\u30ff\u3200-\u33ff\uff01-\uff60\uffe0-\uffe6]|\p{Emoji}\p{Emoji_Modifier}|.+\u20e3)|\ufe0f/u;
