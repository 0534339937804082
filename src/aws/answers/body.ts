import type { Origin } from './unusable.js';
import { UnusableAnswer } from './unusable.js';

/** How long the body of an answer is waited for; milliseconds. */
export interface BodyPatience {
  /** From one piece to the next: a line that has gone silent is lost, and the call is sent again. */
  readonly silentMs: number;
  /** For all of it. */
  readonly wholeMs: number;
}

/** More than any answer needs: sixty clients, or a login style with its images. */
const MOST_BYTES = 64 * 1024 * 1024;

/** As much of a stream as is needed here; both Node's and that of a test. */
export type Body = AsyncIterable<Uint8Array> & { destroy?: (error?: Error) => unknown };

/** Reads a body to its end, or gives it up. */
export async function wholeBody(body: Body, patience: BodyPatience, origin: Origin): Promise<Uint8Array> {
  const timers = new Timers(body, patience, origin);
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of body) {
      timers.heard();
      length += piece.length;
      if (length > MOST_BYTES) throw new UnusableAnswer(origin, 'the answer has no end');
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  } finally {
    timers.stop();
  }
}

/** Destroys the body when a time is up: whoever reads it is then told why. */
class Timers {
  private readonly whole: NodeJS.Timeout;
  private silent: NodeJS.Timeout;

  constructor(
    private readonly body: Body,
    private readonly patience: BodyPatience,
    origin: Origin,
  ) {
    const { wholeMs } = patience;
    const late = `the answer was not whole after ${wholeMs / 1000} s`;
    this.whole = setTimeout(() => body.destroy?.(new UnusableAnswer(origin, late)), wholeMs);
    this.silent = this.listen();
  }

  heard(): void {
    clearTimeout(this.silent);
    this.silent = this.listen();
  }

  stop(): void {
    clearTimeout(this.whole);
    clearTimeout(this.silent);
  }

  /** `TimeoutError` is the SDK's word for what it sends again. */
  private listen(): NodeJS.Timeout {
    const { silentMs } = this.patience;
    const error = Object.assign(new Error(`the answer stopped, and nothing came for ${silentMs / 1000} s`), {
      name: 'TimeoutError',
    });
    return setTimeout(() => this.body.destroy?.(error), silentMs);
  }
}
