import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks whoever sits at the terminal, and resolves with the line that was typed; empty where the terminal is closed. */
export type Ask = (text: string, hidden: boolean) => Promise<string>;

/** The streams of a terminal, and what ends the waiting. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
  /** Ctrl-C: while a line is edited, it reaches nobody else. */
  readonly interrupt: () => void;
}

/** What is typed stays in no history; of what is hidden no character is shown. */
export function terminal({ input, output, signal, interrupt }: Terminal): Ask {
  return async (text, hidden) => {
    const before = text.lastIndexOf('\n') + 1;
    // From here on the terminal shows nothing by itself: a text that asks comes after, so that a fast typist is not read.
    const lines = createInterface({ input, output: hidden ? silent() : output, terminal: true, historySize: 0 });
    lines.on('SIGINT', interrupt);
    output.write(hidden ? text : text.slice(0, before));
    try {
      const closed = new Promise<string>((done) => lines.once('close', () => done('')));
      return await Promise.race([lines.question(hidden ? '' : text.slice(before), { signal }), closed]);
    } finally {
      lines.close();
      if (hidden) output.write('\n');
    }
  };
}

function silent(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
