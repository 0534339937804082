import { fieldOf } from '../audit/diff.js';
import type { Change } from '../model/finding.js';
import { shellWord } from '../users/shell-word.js';

/** What a row knows beside its own call, as a sentence with the command; undefined where that is nothing. */
export function furtherFix(changes: readonly Change[], file: string): string | undefined {
  const [option] = changes.flatMap((one) => fieldOf(one)?.furtherFix ?? []);
  return (
    option &&
    `The way that AWS documents is longer; this shows what it would cost: poolward fix ${shellWord(file)} ${option}`
  );
}
