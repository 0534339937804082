import type { Engines } from '../../src/cli/engines.js';
import type { Io } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';
import { FILE } from '../report/sample.js';
import { fakeEngines } from './fake-engines.js';
import { fakeIo } from './fake-io.js';

export const SPECS = { [FILE]: '' };

/** Runs a command line in a world in memory. */
export async function call(
  line: string,
  engines: Partial<Engines> = {},
  world: Partial<Io> = {},
  files: object = SPECS,
) {
  const io = fakeIo({ ...files }, world);
  const code = await run(
    line.split(' ').filter((word) => word !== ''),
    io,
    fakeEngines(engines),
  );
  return { code, out: io.stdout(), err: io.stderr(), files: io.stored };
}
