// The edge, as io.ts is: signals of the process.
import { setMaxListeners } from 'node:events';
import { Interrupted } from './interrupted.js';

/** What a signal does: it ends the process, at any moment, until a command has something to end well. */
export interface Signals {
  /** Aborted, with an `Interrupted`, when the command shall end. */
  readonly signal: AbortSignal;
  /** From now on the first signal asks the command to end at a good place; the second does not wait for it. */
  heed(): void;
  /** Runs what blocks the process: no handler could run meanwhile, so that a signal ends it. */
  blocking<T>(work: () => T): T;
}

const NAMES = ['SIGINT', 'SIGTERM'] as const;

/** The signals of this process. */
export function processSignals(): Signals {
  const controller = new AbortController();
  // One a connection, and a run may have many.
  setMaxListeners(0, controller.signal);
  let heeding = false;
  const onSignal = (name: (typeof NAMES)[number]) => {
    const interrupted = new Interrupted(name);
    if (controller.signal.aborted) process.exit(interrupted.exitCode);
    controller.abort(interrupted);
  };
  const listen = () => NAMES.forEach((name) => void process.on(name, onSignal));
  const leave = () => NAMES.forEach((name) => void process.off(name, onSignal));
  const heed = () => {
    if (!heeding) listen();
    heeding = true;
  };
  const blocking = <T>(work: () => T): T => {
    controller.signal.throwIfAborted();
    if (heeding) leave();
    try {
      return work();
    } finally {
      if (heeding) listen();
    }
  };
  // The kernel keeps from the first process of a container what nobody handles: `docker stop` would wait in vain.
  if (process.pid === 1) heed();
  return { signal: controller.signal, heed, blocking: process.pid === 1 ? (work) => work() : blocking };
}
