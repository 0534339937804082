import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../src/demo/process.js';
import { compiled } from './kit/compiled.js';
import { sandboxEnv } from './kit/env.js';
import { type Comparison, compare, measure, type Program } from './kit/measure.js';
import { BINARY, inFolder } from './kit/paths.js';
import { mebibytes, type Row, rowsOf, seconds, times } from './kit/print.js';
import { ownSandbox } from './kit/sandbox.js';
import { type Seeded, seed } from './kit/seed.js';
import { benchPools, REGION, writeSpecs } from './kit/specs.js';
import { findTerraform, stacksOf, synthesise } from './kit/terraform.js';
import type { Options } from './options.js';

const READER_RUNS = 9;

/** One audit of many pools, beside the same calls without an audit, and beside Terraform's own look at the pools. */
export function audit(options: Options): Promise<Row[]> {
  return inFolder(async (folder) => {
    const sandbox = await ownSandbox();
    try {
      const pools = benchPools(options.pools, options.clients);
      writeSpecs(folder, pools);
      const seeded = await seed(sandbox.url, pools);
      const programs = await programsFor(folder, sandbox.url);
      await sameCalls(programs, folder);
      const size = `${options.pools} pools of ${options.clients} clients`;
      const reader = await compare(programs.audit, programs.bare, READER_RUNS);
      const rows = rowsOf(`\`audit\`, ${size} / bare SDK reader`, reader, { time: '≤ 1.3x', memory: '' });
      return [...rows, ...(await besideTerraform(programs.audit, folder, seeded, sandbox.url, options))];
    } finally {
      sandbox.close();
    }
  });
}

interface Programs {
  readonly audit: Program;
  readonly bare: Program;
}

async function programsFor(folder: string, url: string): Promise<Programs> {
  const shared = { file: process.execPath, cwd: folder, env: sandboxEnv(url) };
  return {
    // What the rules think of the generated specs is not the matter here.
    audit: { ...shared, name: 'poolward audit', args: [BINARY, 'audit', '--report', 'json=audit.json'], codes: [0, 1] },
    bare: { ...shared, name: 'bare reader', args: [await compiled('bare-reader'), REGION] },
  };
}

/** A yardstick that makes other calls than the audit would measure nothing; and an audit with findings is another audit. */
async function sameCalls({ audit, bare }: Programs, folder: string): Promise<void> {
  await measure(audit);
  const { calls, findings } = JSON.parse(readFileSync(join(folder, 'audit.json'), 'utf8'));
  const { stdout } = await runProgram(bare.file, bare.args, { cwd: folder, env: bare.env ?? {} });
  if (Number(stdout) !== calls)
    note(`the audit makes ${calls} calls, the bare reader ${stdout.trim()}: align bench/bare-reader.ts`);
  const drift = findings.filter(({ change }: { change: unknown }) => change !== null);
  if (drift.length > 0) note(`the audit of the seeded pools has ${drift.length} drifts: align bench/kit/seed.ts`);
}

function note(text: string): void {
  process.stderr.write(`note: ${text}\n`);
}

async function besideTerraform(
  ours: Program,
  folder: string,
  seeded: readonly Seeded[],
  url: string,
  options: Options,
): Promise<Row[]> {
  const found = options.stacks > 0 ? findTerraform() : { missing: '--stacks 0' };
  if ('missing' in found) {
    note(`not compared with Terraform: ${found.missing}`);
    return [];
  }
  await synthesise(folder);
  const planned = seeded.slice(0, options.stacks);
  const stacks = await stacksOf(found, folder, planned, url);
  const plan = stacks.plan('terraform plan -refresh-only');
  return terraformRows(await compare(ours, plan, 1), planned.length, seeded.length);
}

/** Stacks are planned by a program each, one after the other: time grows with their number, and memory does not. */
function terraformRows({ ours, theirs, time, memory }: Comparison, planned: number, pools: number): Row[] {
  const scale = pools / planned;
  const measure = `\`terraform plan -refresh-only\`, ${pools} stacks / \`audit\``;
  const scaled = scale === 1 ? '' : ` (${planned} stacks took ${seconds(theirs)})`;
  return [
    {
      measure: `${measure}: time`,
      result: times(scale / time),
      goal: '≥ 10x',
      behind: `${seconds({ ...theirs, seconds: theirs.seconds * scale })}${scaled} / ${seconds(ours)}`,
    },
    {
      measure: `${measure}: peak memory`,
      result: memory === undefined ? 'not measured' : times(1 / memory),
      goal: '≥ 5x',
      behind: `${mebibytes(theirs)} / ${mebibytes(ours)}`,
    },
  ];
}
