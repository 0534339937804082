import { fieldOf } from '../audit/diff.js';
import type { Change } from '../model/finding.js';
import { specWords } from '../model/spec-name.js';
import { shell } from '../text/shell.js';

/** What a row knows beside its own call, as a sentence with the command; undefined where that is nothing. */
export function furtherFix(changes: readonly Change[], file: string): string | undefined {
  const [option] = changes.flatMap((one) => fieldOf(one)?.furtherFix ?? []);
  const command = option && shell`poolward fix ${specWords(file)} ${option}`;
  return command && `The way that AWS documents is longer; this shows what it would cost: ${command}`;
}
