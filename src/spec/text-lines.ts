import type { Position } from '../model/source.js';

/** Offsets of a text as lines and columns. */
export interface TextLines {
  positionAt(offset: number): Position;
}

/** Indexes the lines of a text; a carriage return belongs to the line it ends. */
export function textLines(text: string): TextLines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    positionAt(offset) {
      const bounded = Math.min(Math.max(offset, 0), text.length);
      const line = lastNotAfter(starts, bounded);
      return { line: line + 1, column: bounded - (starts[line] ?? 0) + 1 };
    },
  };
}

function lastNotAfter(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
