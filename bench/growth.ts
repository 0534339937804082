import { sandboxEnv } from './kit/env.js';
import { measure, type Program, typical } from './kit/measure.js';
import { BINARY, inFolder } from './kit/paths.js';
import { mebibytes, type Row, seconds } from './kit/print.js';
import { ownSandbox } from './kit/sandbox.js';
import { seed } from './kit/seed.js';
import { benchPools, writeSpecs } from './kit/specs.js';
import type { Options } from './options.js';

const RUNS = 3;
const CLIENTS = 2;

/** Audits of ever more pools: time has to grow as their number does, and memory hardly at all. */
export async function growth({ fleet }: Options): Promise<Row[]> {
  const rows: Row[] = [];
  for (const pools of fleet) {
    const cost = await auditOf(pools);
    rows.push({
      measure: `\`audit\`, ${pools} ${pools === 1 ? 'pool' : 'pools'} of ${CLIENTS} clients`,
      result: `${((cost.seconds * 1000) / pools).toFixed(1)} ms a pool`,
      goal: 'linear',
      behind: `${seconds(cost)}, ${mebibytes(cost)}`,
    });
  }
  return rows;
}

function auditOf(pools: number) {
  return inFolder(async (folder) => {
    const sandbox = await ownSandbox();
    try {
      const all = benchPools(pools, CLIENTS);
      writeSpecs(folder, all);
      await seed(sandbox.url, all);
      const args = [BINARY, 'audit', '--quiet'];
      const program: Program = {
        name: 'audit',
        file: process.execPath,
        args,
        cwd: folder,
        env: sandboxEnv(sandbox.url),
      };
      const costs = [];
      for (let run = 0; run < RUNS; run++) costs.push(await measure(program));
      return typical(costs);
    } finally {
      sandbox.close();
    }
  });
}
