import { setTimeout } from 'node:timers/promises';

/** The time, and a way to wait for it; milliseconds. */
export interface Clock {
  now(): number;
  wait(ms: number): Promise<void>;
}

export const REAL_CLOCK: Clock = { now: () => performance.now(), wait: (ms) => setTimeout(ms) };
