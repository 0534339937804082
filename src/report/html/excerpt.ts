import type { SourceSpan } from '../../model/source.js';
import { type Markup, markup } from './markup.js';

const BEFORE = 2;
const AFTER = 2;

/** Characters of one line; a reader needs what is marked, and a little around it. */
const ROOM = 240;

/** The lines around a span, numbered, with the span marked. */
export function excerpt(lines: readonly string[], span: SourceSpan): Markup {
  const marked = Math.min(Math.max(span.start.line, 1), lines.length);
  const first = Math.max(1, marked - BEFORE);
  const shown = trimmed(lines.slice(first - 1, marked + AFTER), marked - first);
  const rows = shown.map((line, index) => {
    const number = first + index;
    return number === marked
      ? markup`<span class="on"><b>${number}</b> ${hit(line, span, marked)}\n</span>`
      : markup`<span><b>${number}</b> ${clipped(line)}\n</span>`;
  });
  return markup`<pre class="src">${rows}</pre>`;
}

/** Without empty lines at the end, which say nothing; the marked one stays. */
function trimmed(lines: readonly string[], marked: number): readonly string[] {
  const last = lines.findLastIndex((line, index) => index <= marked || line.trim() !== '');
  return lines.slice(0, last + 1);
}

function hit(line: string, { start, end }: SourceSpan, marked: number): Markup {
  if (start.line !== marked) return markup`${clipped(line)}`;
  const from = Math.min(Math.max(start.column - 1, 0), line.length);
  const to = end.line === start.line ? Math.min(Math.max(end.column - 1, from), line.length) : line.trimEnd().length;
  const skipped = from > ROOM / 2 ? from - ROOM / 4 : 0;
  const before = `${skipped > 0 ? '…' : ''}${line.slice(skipped, from)}`;
  return markup`${before}<mark>${clipped(line.slice(from, to))}</mark>${clipped(line.slice(to))}`;
}

function clipped(line: string): string {
  const text = line.replace(/\r$/, '');
  return text.length <= ROOM ? text : `${text.slice(0, ROOM - 1)}…`;
}
