import { compare, measure, type Program } from './kit/measure.js';
import { BINARY, inFolder } from './kit/paths.js';
import { type Row, rowsOf } from './kit/print.js';
import { benchPools, writeSpecs } from './kit/specs.js';
import type { Options } from './options.js';

/** The least that a Node program costs. */
const BARE: Program = { name: 'bare node', file: process.execPath, args: ['-e', '0'] };

/** Whole processes, from start to exit, with warm file caches. */
export function startUp({ runs }: Options): Promise<Row[]> {
  return inFolder(async (folder) => {
    // Four clients: about 60 lines.
    writeSpecs(folder, benchPools(1, 4));
    const version = program('--version', folder);
    const validate = program('validate', folder);
    for (const one of [version, validate, BARE]) await measure(one);
    return [
      ...rowsOf('`--version` / `node -e 0`', await compare(version, BARE, runs), { time: '' }),
      ...rowsOf('`validate`, one spec / `node -e 0`', await compare(validate, BARE, runs), { time: '≤ 3x' }),
    ];
  });
}

function program(command: string, cwd: string): Program {
  return { name: `poolward ${command}`, file: process.execPath, args: [BINARY, command], cwd, codes: [0, 1] };
}
