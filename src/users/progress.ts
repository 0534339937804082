import type { Kind } from './judge-user.js';

/** Users of one kind. */
export interface Count {
  readonly users: number;
  /** Names of the first few. */
  readonly examples: readonly string[];
}

/** How far the audit of a pool's users has come, after a whole page. JSON holds it. */
export interface Progress {
  /** Where AWS goes on. */
  readonly token: string;
  readonly judged: number;
  readonly passedOver: number;
  readonly unreadSettings: number;
  readonly reason?: string;
  readonly counts: readonly (readonly [Kind, Count])[];
}

/** The progress of each pool, by its id; each with the question that was asked, because the counts answer no other. */
export type ProgressFile = Readonly<Record<string, { readonly question: string; readonly progress: Progress }>>;

/** What a file says; undefined where it is none of these files. */
export function parseProgress(text: string): ProgressFile | undefined {
  try {
    const file: unknown = JSON.parse(text);
    if (typeof file !== 'object' || file === null || !('pools' in file) || !('version' in file)) return undefined;
    const { version, pools } = file;
    if (version !== 1 || typeof pools !== 'object' || pools === null) return undefined;
    return Object.values(pools).every(isEntry) ? (pools as ProgressFile) : undefined;
  } catch {
    return undefined;
  }
}

/** The text of a file. */
export function progressText(pools: ProgressFile): string {
  return `${JSON.stringify({ version: 1, pools })}\n`;
}

function isEntry(entry: unknown): boolean {
  const { question, progress } = (entry ?? {}) as { question?: unknown; progress?: Partial<Progress> };
  const numbers = [progress?.judged, progress?.passedOver, progress?.unreadSettings];
  return (
    typeof question === 'string' &&
    typeof progress?.token === 'string' &&
    Array.isArray(progress.counts) &&
    numbers.every(Number.isSafeInteger)
  );
}
