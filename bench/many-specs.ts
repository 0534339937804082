import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_FILE } from '../src/model/config.js';
import { RULES } from '../src/rules/index.js';
import { compare, type Program } from './kit/measure.js';
import { BINARY, inFolder } from './kit/paths.js';
import { mebibytes, type Row, seconds } from './kit/print.js';
import { benchPools, writeSpecs } from './kit/specs.js';
import type { Options } from './options.js';

const RUNS = 5;

/** Many specs of about 60 lines in one run, with the rules and without. */
export function manySpecs({ specs }: Options): Promise<Row[]> {
  return inFolder(async (folder) => {
    writeSpecs(folder, benchPools(specs, 4));
    const without = join(folder, 'without');
    mkdirSync(without);
    writeSpecs(without, benchPools(specs, 4));
    const off = Object.fromEntries(RULES.map(({ id }) => [id, 'off']));
    writeFileSync(join(without, CONFIG_FILE), JSON.stringify({ rules: { severity: off } }));
    const { ours, theirs, time } = await compare(validate(folder), validate(without), RUNS);
    const measured = `\`validate\`, ${specs} specs`;
    const behind = `median of ${RUNS}`;
    return [
      { measure: `${measured}: time`, result: seconds(ours), goal: '≤ 3 s', behind },
      { measure: `${measured}: peak memory`, result: mebibytes(ours), goal: '≤ 250 MiB', behind },
      {
        measure: `${measured} with ${RULES.length} rules / without`,
        result: `${time.toFixed(2)}x`,
        goal: '≤ 1.3x',
        behind: `${seconds(ours)} / ${seconds(theirs)}`,
      },
    ];
  });
}

function validate(cwd: string): Program {
  return { name: 'validate', file: process.execPath, args: [BINARY, 'validate', '--quiet'], cwd, codes: [0, 1] };
}
