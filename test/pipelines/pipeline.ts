// Reads pipelines as their platforms do, and runs the shell steps of a job as their runners do.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Ran } from '../../src/demo/process.js';
import { runProgram } from '../../src/demo/process.js';
import type { Bench } from './bench.js';

export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly 'continue-on-error'?: boolean;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface GitlabJob {
  readonly extends?: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly before_script?: readonly string[];
  readonly script?: readonly string[];
  readonly cache?: { readonly paths: readonly string[] };
  readonly [key: string]: unknown;
}

type Env = Readonly<Record<string, string | undefined>>;

/** What a job printed, and whether it passed. */
export interface JobRan extends Ran {
  readonly summary: string;
}

/** The steps of one job, one after the other; those after a failure run only where their `if` says so. */
export async function runSteps(
  steps: readonly Step[],
  bench: Bench,
  inputs: Readonly<Record<string, string>> = {},
): Promise<JobRan> {
  const outcomes: Record<string, { outcome: string }> = {};
  const ran: Ran[] = [];
  const files = { GITHUB_OUTPUT: '.output', GITHUB_STEP_SUMMARY: '.summary' };
  bench.forget();
  for (const file of Object.values(files)) bench.write(file, '');
  for (const [index, one] of steps.entries()) {
    const { id = `step-${index}`, if: condition = 'success()', run, shell, env } = one;
    const failed = ran.some(({ code }) => code !== 0);
    const contexts = { ...CONTEXTS, inputs, steps: outcomes, ...statuses(failed) };
    const due = evaluate(bare(condition), contexts);
    if (due && one.uses?.startsWith('actions/upload-artifact@'))
      bench.keep(one.with?.['name'] ?? '', (one.with?.['path'] ?? '').trim().split('\n'));
    if (run === undefined || !due) {
      outcomes[id] = { outcome: run === undefined ? 'success' : 'skipped' };
      continue;
    }
    const own = Object.entries(env ?? {}).map(([name, text]) => [name, filled(text, contexts)]);
    const at = Object.entries(files).map(([name, file]) => [name, join(bench.folder, file)]);
    const step = await bash(run, SHELLS[shell ?? ''] ?? [], bench, Object.fromEntries([...at, ...own]));
    outcomes[id] = { outcome: step.code === 0 ? 'success' : 'failure' };
    ran.push(one['continue-on-error'] ? { ...step, code: 0 } : step);
  }
  return { ...joined(ran), summary: bench.read('.summary') };
}

/** How the runner calls bash: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax */
const SHELLS: Readonly<Record<string, readonly string[]>> = {
  '': ['-e'],
  bash: ['--noprofile', '--norc', '-eo', 'pipefail'],
};

const CONTEXTS = {
  github: {
    token: 'ghs_token',
    repository: 'acme/pools',
    server_url: 'https://github.com',
    run_id: '42',
    ref_name: 'main',
  },
};

function statuses(failed: boolean): object {
  return { success: () => !failed, failure: () => failed, always: () => true, cancelled: () => false };
}

/** GitHub's expressions, of which the pipelines use those that mean the same in JavaScript. */
function evaluate(expression: string, contexts: Readonly<Record<string, unknown>>): unknown {
  const value = new Function(...Object.keys(contexts), `return ${expression}`)(...Object.values(contexts));
  return value;
}

/** A condition that names no status function is meant for jobs that have not failed. */
function bare(condition: string): string {
  const inner = condition.replace(/^\$\{\{(.*)\}\}$/, '$1').trim();
  return /\b(success|failure|always|cancelled)\(/.test(inner) ? inner : `success() && (${inner})`;
}

function filled(text: string, contexts: Readonly<Record<string, unknown>>): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => String(evaluate(expression, contexts)));
}

/** A GitLab job: one shell for all of its lines, which ends at the first that fails. */
export async function runGitlabJob(name: string, text: string, bench: Bench, env: Env = {}): Promise<JobRan> {
  const { variables: own, cache } = resolved(parse(text), name);
  bench.forget(cache?.paths);
  const given = { CI_PROJECT_DIR: bench.folder, CI_JOB_ID: '9', POOLWARD_ID_TOKEN: 'header.payload.signature' };
  const variables = Object.entries(own ?? {}).map(([key, value]) => [key, expanded(String(value), given)]);
  const ran = await bash(gitlabScript(text, name), ['-eo', 'pipefail'], bench, {
    ...given,
    ...Object.fromEntries(variables),
    ...env,
  });
  return { ...ran, summary: '' };
}

/** What a job's shell is given. */
export function gitlabScript(text: string, name: string): string {
  const { before_script: before = [], script = [] } = resolved(parse(text), name);
  return [...before, ...script].join('\n');
}

/** The job with what it extends; mappings are merged, lists are not. */
export function resolved(file: Readonly<Record<string, GitlabJob>>, name: string): GitlabJob {
  const job = file[name];
  if (job === undefined) throw new Error(`there is no job ${name}`);
  if (job.extends === undefined) return job;
  const base = resolved(file, job.extends);
  return { ...base, ...job, variables: { ...base.variables, ...job.variables } };
}

function expanded(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(/\$(\w+)/g, (whole, name: string) => variables[name] ?? whole);
}

/** Every shell text that was run, so that a test can tell which were not. */
export const EXECUTED = new Set<string>();

async function bash(script: string, options: readonly string[], { folder, env }: Bench, own: Env): Promise<Ran> {
  EXECUTED.add(script);
  return runProgram('bash', [...options, '-c', script], { cwd: folder, env: { ...env, ...own } });
}

function joined(ran: readonly Ran[]): Ran {
  return {
    code: ran.find(({ code }) => code !== 0)?.code ?? 0,
    stdout: ran.map(({ stdout }) => stdout).join(''),
    stderr: ran.map(({ stderr }) => stderr).join(''),
  };
}

export function actionFile(root: string): { inputs: Record<string, { default: string }>; runs: { steps: Step[] } } {
  return parse(readFileSync(join(root, 'action.yml'), 'utf8'));
}
