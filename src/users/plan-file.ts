// A plan on disk, because there may be millions of users: a line that says what was asked, a line a user, and a last line with
// the counts, without which it is half a plan.
import type { Planned, PlanSummary } from './enforce-plan.js';
import { linesForward } from './journal-text.js';
import type { JournalFile } from './ports.js';

/** The plan of a run. */
export interface PlanFile {
  /** The counts of a plan that was made for the same question; undefined where there is none, or half of one. */
  readonly earlier: (PlanSummary & Made) | undefined;
  /** Begins anew. */
  begin(at: string): Promise<void>;
  add(planned: readonly Planned[]): Promise<void>;
  end(summary: PlanSummary): Promise<void>;
  lines(): AsyncIterable<Planned>;
  /** `done`: nobody will go on with it, and it goes. */
  close(done: boolean): Promise<void>;
}

interface Made {
  /** ISO 8601. */
  readonly at: string;
}

/** Opens the plan of a file. */
export async function planFile(file: JournalFile, question: string): Promise<PlanFile> {
  return {
    earlier: await earlierOf(file, question),
    begin: async (at) => {
      await file.cut(0);
      await file.append(lineOf({ poolward: 'plan', version: 1, at, question }));
    },
    add: async (planned) => {
      if (planned.length > 0) await file.append(planned.map((one) => lineOf(one)).join(''));
    },
    end: (summary) => file.append(lineOf({ end: summary })),
    lines: () => plannedLines(file),
    close: async (done) => {
      if (done) await file.remove();
      await file.close();
    },
  };
}

const lineOf = (value: object): string => `${JSON.stringify(value)}\n`;

async function earlierOf(file: JournalFile, question: string): Promise<PlanFile['earlier']> {
  let made: Made | undefined;
  let end: PlanSummary | undefined;
  for await (const { bytes, ended, from } of linesForward(file, await file.size())) {
    const line = ended ? parsed(bytes) : undefined;
    if (line === undefined) return undefined;
    if (from === 0) {
      if (line['poolward'] !== 'plan' || line['version'] !== 1 || line['question'] !== question) return undefined;
      made = { at: String(line['at']) };
    } else end = line['end'] as PlanSummary | undefined;
  }
  return made && end && { ...end, ...made };
}

async function* plannedLines(file: JournalFile): AsyncGenerator<Planned> {
  for await (const { bytes, from } of linesForward(file, await file.size())) {
    const line = from === 0 ? undefined : parsed(bytes);
    if (line && 'user' in line) yield line as unknown as Planned;
  }
}

function parsed(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
