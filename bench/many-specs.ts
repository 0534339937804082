import { measure, typical } from './kit/measure.js';
import { BINARY, inFolder } from './kit/paths.js';
import { mebibytes, type Row, seconds } from './kit/print.js';
import { benchPools, writeSpecs } from './kit/specs.js';
import type { Options } from './options.js';

const RUNS = 5;

/** Many specs of about 60 lines in one run. */
export function manySpecs({ specs }: Options): Promise<Row[]> {
  return inFolder(async (folder) => {
    writeSpecs(folder, benchPools(specs, 4));
    const validate = { name: 'validate', file: process.execPath, args: [BINARY, 'validate'], cwd: folder };
    const costs = [];
    for (let run = 0; run < RUNS; run++) costs.push(await measure(validate));
    const cost = typical(costs);
    const measured = `\`validate\`, ${specs} specs`;
    return [
      { measure: `${measured}: time`, result: seconds(cost), goal: '≤ 3 s', behind: `median of ${RUNS}` },
      { measure: `${measured}: peak memory`, result: mebibytes(cost), goal: '≤ 250 MiB', behind: `median of ${RUNS}` },
    ];
  });
}
