import { PoolwardError } from '../../model/errors.js';
import { desired, identityOf } from '../../spec/desired.js';
import type { LoadedSpec } from '../../spec/load.js';
import { stackPlan } from '../../synth/plan.js';
import type { StackPlan } from '../../synth/stack.js';
import { leftOut, leftOutLine } from '../../synth/unsupported.js';
import type { Outcome, SynthArgs } from '../engines.js';
import { load } from './load.js';
import { reportOf, today } from './outcome.js';

/** Writes the Terraform JSON of all specs, one stack each; nothing when one of them is invalid. */
export async function synthSpecs(args: SynthArgs): Promise<Outcome> {
  const { io, outDir, talk } = args;
  const startedAt = io.now();
  const { findings, documents, specs: valid, invalid: invalidSpec } = load(args);
  if (!invalidSpec) {
    await writeStacks(
      valid.map((one) => planOf(one, today(io))),
      outDir,
    );
    talk.say(
      `Wrote ${valid.length} ${valid.length === 1 ? 'stack' : 'stacks'} to ${outDir}: ${valid.map(({ spec }) => spec.pool.id).join(', ')}`,
    );
    for (const { document, spec } of valid)
      for (const one of leftOut(desired(spec))) talk.say(leftOutLine(one, document.file));
  }
  const targets = valid.map(({ document, spec: { pool } }) => ({
    spec: document.file,
    region: pool.region,
    account: pool.account,
  }));
  const report = reportOf('synth', { startedAt, finishedAt: io.now(), findings, targets });
  return { report, documents, ...(invalidSpec && { invalidSpec }) };
}

function planOf({ spec }: LoadedSpec, day: string): StackPlan {
  return stackPlan(desired(spec), identityOf(spec), spec.unmanaged, day);
}

/** The bindings are optional, because they are large and only synth needs them. */
async function writeStacks(plans: readonly StackPlan[], outDir: string): Promise<void> {
  const { writeStacks: write } = await import('../../synth/stack.js').catch((cause) => {
    throw isMissingPackage(cause) ? bindingsMissing(cause) : cause;
  });
  await write(plans, outDir).catch((cause) => {
    throw isMissingPackage(cause) ? bindingsMissing(cause) : cause;
  });
}

function isMissingPackage(cause: unknown): boolean {
  const { code, message } = cause as NodeJS.ErrnoException;
  const missing = code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND';
  return missing && /'(@cdktf\/provider-aws|cdktf|constructs)/.test(message);
}

function bindingsMissing(cause: unknown): PoolwardError {
  return new PoolwardError(
    'bindings-missing',
    'synth needs cdktf and the bindings of the AWS provider, which are not installed here.',
    {
      fault: 'environment',
      help: 'npm install --save-dev cdktf constructs @cdktf/provider-aws (390 MB; only synth needs them)',
      cause,
    },
  );
}
