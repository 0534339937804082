import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { installedEngines } from '../../src/cli/engines.js';
import { call } from './call.js';

it('a taken port is one sentence', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
  });
  onTestFinished(() => void other.close());
  const { startSandbox } = installedEngines;
  const { code, err } = await call(`sandbox --port ${port}`, { startSandbox });
  expect([code, err]).toEqual([
    2,
    `poolward: The sandbox cannot listen on port ${port} of 127.0.0.1: another program listens there.\n  Choose another port, or --port 0 for a free one.\n`,
  ]);
});
