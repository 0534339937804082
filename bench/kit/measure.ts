import { spawn } from 'node:child_process';
import { watchMemory } from './process-tree.js';

/** A program to be measured as a whole: from its start to its end. */
export interface Program {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Exit codes that count as done; only 0 unless told. */
  readonly codes?: readonly number[];
}

/** What one run cost. */
export interface Cost {
  readonly seconds: number;
  /** Of all its processes together; undefined where it cannot be measured. */
  readonly peakMiB: number | undefined;
}

/** Runs a program once. What it prints is dropped, except for the reason why it failed. */
export function measure(program: Program): Promise<Cost> {
  const { file, args, cwd, env, codes = [0], name } = program;
  return new Promise((done, failed) => {
    const start = performance.now();
    const child = spawn(file, args, { cwd, env: env ?? process.env, stdio: ['ignore', 'ignore', 'pipe'] });
    const memory = watchMemory(child.pid ?? 0);
    const said: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('error', failed);
    let seconds = 0;
    child.on('exit', () => {
      seconds = (performance.now() - start) / 1000;
    });
    child.on('close', (code) => {
      const peakMiB = memory.stop();
      if (codes.includes(code ?? -1)) done({ seconds, peakMiB });
      else failed(new Error(`${name} ended with ${code}:\n${Buffer.concat(said).toString('utf8')}`));
    });
  });
}

/** Two programs, and how the first compares with the second. */
export interface Comparison {
  readonly ours: Cost;
  readonly theirs: Cost;
  /** Medians of the ratios of neighbouring runs. */
  readonly time: number;
  readonly memory: number | undefined;
}

/** Runs A B A B …, because a machine's speed drifts: ratios of neighbours stay true where averages do not. */
export async function compare(ours: Program, theirs: Program, runs: number): Promise<Comparison> {
  const pairs: { readonly a: Cost; readonly b: Cost }[] = [];
  for (let run = 0; run < runs; run++) pairs.push({ a: await measure(ours), b: await measure(theirs) });
  return {
    ours: typical(pairs.map(({ a }) => a)),
    theirs: typical(pairs.map(({ b }) => b)),
    time: median(pairs.map(({ a, b }) => a.seconds / b.seconds)),
    memory: medianOf(pairs.map(({ a, b }) => (a.peakMiB && b.peakMiB ? a.peakMiB / b.peakMiB : undefined))),
  };
}

/** The median of several runs, each figure by itself. */
export function typical(costs: readonly Cost[]): Cost {
  return { seconds: median(costs.map(({ seconds }) => seconds)), peakMiB: medianOf(costs.map((cost) => cost.peakMiB)) };
}

function medianOf(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : median(known);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return ((sorted[half] ?? 0) + (sorted[sorted.length % 2 === 1 ? half : half - 1] ?? 0)) / 2;
}
