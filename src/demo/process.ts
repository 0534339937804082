import { type ChildProcess, spawn } from 'node:child_process';

/** What a program printed, and how it ended. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
}

/** Runs a program to its end. Rejects only when it cannot be started or is interrupted. */
export function runProgram(file: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  return new Promise((done, failed) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const [stdout, stderr] = [collect(child, 'stdout'), collect(child, 'stderr')];
    child.on('error', failed);
    child.on('close', (code) => done({ code: code ?? 1, stdout: stdout(), stderr: stderr() }));
  });
}

function collect(child: ChildProcess, name: 'stdout' | 'stderr'): () => string {
  const chunks: Buffer[] = [];
  child[name]?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}
