import { readdirSync, readFileSync } from 'node:fs';

/** Peak memory of a process and its descendants, from samples; see `watchMemory`. */
export interface Watch {
  /** MiB; undefined where there is no /proc. */
  stop(): number | undefined;
}

const EVERY_MS = 25;

/**
 * Samples /proc until it is stopped. A process keeps its own high-water mark (VmHWM), which no sample misses; several
 * at once have none in common, so their resident sizes (VmRSS) are added up within a sample. The larger of the two is
 * the peak: exact for one process, for several at most too low.
 */
export function watchMemory(root: number): Watch {
  let peakKiB = 0;
  const sample = () => {
    const sizes = tree(root).map(sizesOf);
    const together = sizes.reduce((sum, { now }) => sum + now, 0);
    peakKiB = Math.max(peakKiB, together, ...sizes.map(({ highest }) => highest));
  };
  sample();
  const timer = setInterval(sample, EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return peakKiB === 0 ? undefined : peakKiB / 1024;
    },
  };
}

function tree(pid: number): number[] {
  return [pid, ...children(pid).flatMap(tree)];
}

/** Each thread has a list of the processes that it started. */
function children(pid: number): number[] {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads.flatMap((thread) =>
      read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

function sizesOf(pid: number): { readonly now: number; readonly highest: number } {
  const status = read(`/proc/${pid}/status`);
  const kiB = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
  return { now: kiB('VmRSS'), highest: kiB('VmHWM') };
}

/** Empty for a process that has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
