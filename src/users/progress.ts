import type { Count } from './count.js';
import type { Kind } from './judge-user.js';

/** How far the audit of a pool's users has come, after a whole page. JSON holds it. */
export interface Progress {
  /** Where AWS goes on. */
  readonly token: string;
  /** How many users the log of the run holds; see seen-users.ts. */
  readonly seen: number;
  /** The list was begun again, and those whom the log holds are left out of it. */
  readonly again: boolean;
  readonly judged: number;
  readonly passedOver: number;
  readonly unreadSettings: number;
  readonly reason?: string;
  readonly counts: readonly (readonly [Kind, Count])[];
}

/** What is known of a pool: the question that was asked, because the counts answer no other, and the id of the run's log. */
export interface Noted {
  readonly question: string;
  readonly run: string;
  readonly progress: Progress;
}

/** What is known of each pool, by its id. */
export type ProgressFile = Readonly<Record<string, Noted>>;

/** What a file says; undefined where it is none of these files. */
export function parseProgress(text: string): ProgressFile | undefined {
  try {
    const file: unknown = JSON.parse(text);
    if (typeof file !== 'object' || file === null || !('pools' in file) || !('version' in file)) return undefined;
    const { version, pools } = file;
    if (version !== 2 || typeof pools !== 'object' || pools === null) return undefined;
    return Object.values(pools).every(isEntry) ? (pools as ProgressFile) : undefined;
  } catch {
    return undefined;
  }
}

/** The text of a file. */
export function progressText(pools: ProgressFile): string {
  return `${JSON.stringify({ version: 2, pools })}\n`;
}

function isEntry(entry: unknown): boolean {
  const { question, run, progress } = (entry ?? {}) as Partial<Noted>;
  const numbers = [progress?.judged, progress?.passedOver, progress?.unreadSettings, progress?.seen];
  return (
    typeof question === 'string' &&
    typeof run === 'string' &&
    typeof progress?.again === 'boolean' &&
    typeof progress?.token === 'string' &&
    Array.isArray(progress.counts) &&
    numbers.every(Number.isSafeInteger)
  );
}
