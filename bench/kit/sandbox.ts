import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { BINARY } from './paths.js';

/** A sandbox in a process of its own, so that its work is not counted as anybody else's. */
export interface OwnSandbox {
  readonly url: string;
  close(): void;
}

export async function ownSandbox(): Promise<OwnSandbox> {
  const child = spawn(process.execPath, [BINARY, 'sandbox', '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [url] = await once(createInterface(child.stdout), 'line');
  return { url: String(url), close: () => void child.kill() };
}
