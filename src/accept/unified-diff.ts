/** Lines around a change. */
const CONTEXT = 3;

/** The one stretch in which two texts differ, as `diff -u` prints it; empty where they are equal. */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return '';
  const [old, fresh] = [lines(before), lines(after)];
  const head = shared(old, fresh, (index) => index);
  const most = Math.min(old.length, fresh.length) - head;
  const tail = Math.min(
    most,
    shared(old, fresh, (index, { length }) => length - 1 - index),
  );
  const from = Math.max(0, head - CONTEXT);
  const [oldEnd, freshEnd] = [old.length - tail, fresh.length - tail];
  const behind = old.slice(oldEnd, oldEnd + CONTEXT);
  const range = (end: number) => `${end - from + behind.length === 0 ? 0 : from + 1},${end - from + behind.length}`;
  return [
    `--- ${file}\n+++ ${file}\n@@ -${range(oldEnd)} +${range(freshEnd)} @@\n`,
    ...old.slice(from, head).map((line) => marked(' ', line)),
    ...old.slice(head, oldEnd).map((line) => marked('-', line)),
    ...fresh.slice(head, freshEnd).map((line) => marked('+', line)),
    ...behind.map((line) => marked(' ', line)),
  ].join('');
}

/** With their ends. */
function lines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function shared(
  a: readonly string[],
  b: readonly string[],
  place: (index: number, list: readonly string[]) => number,
): number {
  const most = Math.min(a.length, b.length);
  let number = 0;
  while (number < most && a[place(number, a)] === b[place(number, b)]) number += 1;
  return number;
}

function marked(mark: string, line: string): string {
  return line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`;
}
