import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { compiled } from './kit/compiled.js';
import { sandboxEnv } from './kit/env.js';
import { type Comparison, compare, type Program } from './kit/measure.js';
import { BINARY, inFolder } from './kit/paths.js';
import { mebibytes, type Row, ratio } from './kit/print.js';
import { ACCOUNT, REGION } from './kit/specs.js';
import type { Options } from './options.js';

/** Users audits of ever larger pools, beside the bare list: time grows with the users, and memory does not. */
export async function users({ users: sizes, runs }: Options): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) rows.push(...rowsOf(size, await auditOf(size, size >= 100_000 ? Math.min(runs, 3) : runs)));
  return rows;
}

function rowsOf(size: number, { ours, theirs, time }: Comparison): Row[] {
  const perSecond = (seconds: number) => `${Math.round(size / seconds).toLocaleString('en')} users/s`;
  return [
    {
      measure: `\`users audit\`, ${size.toLocaleString('en')} users / bare SDK list`,
      result: ratio(time),
      goal: '≤ 1.3x',
      behind: `${perSecond(ours.seconds)}, ${mebibytes(ours)} / ${perSecond(theirs.seconds)}, ${mebibytes(theirs)}`,
    },
  ];
}

function auditOf(size: number, runs: number): Promise<Comparison> {
  return inFolder(async (folder) => {
    const pool = await userPool(size);
    try {
      writeSpec(folder, pool.poolId);
      const shared = { file: process.execPath, cwd: folder, env: sandboxEnv(pool.url) };
      const ours: Program = {
        ...shared,
        name: 'poolward users audit',
        args: [BINARY, 'users', 'audit', '--quiet'],
        codes: [0, 1],
      };
      const theirs: Program = {
        ...shared,
        name: 'bare list',
        args: [await compiled('bare-users'), REGION, pool.poolId, String(size)],
      };
      return await compare(ours, theirs, runs);
    } finally {
      pool.close();
    }
  });
}

/** A sandbox in a process of its own, with one pool of so many users. */
async function userPool(size: number) {
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=6144', await compiled('user-pool'), REGION, String(size)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [line] = await once(createInterface(child.stdout), 'line');
  const [url = '', poolId = ''] = String(line).split(' ');
  return { url, poolId, close: () => void child.kill() };
}

function writeSpec(folder: string, userPoolId: string): void {
  mkdirSync(join(folder, 'configs'));
  const pool = { id: 'users', name: 'users', region: REGION, account: ACCOUNT, userPoolId };
  writeFileSync(join(folder, 'configs/users.yaml'), JSON.stringify({ pool }));
}
