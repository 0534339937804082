import type { Finding } from '../../model/finding.js';
import { fixedSettings } from '../../plan/fixed.js';
import { RULES } from '../../rules/index.js';
import { unusedAcceptances } from '../../spec/acceptances.js';
import type { LoadedSpec } from '../../spec/load.js';
import type { Outcome, SpecArgs } from '../engines.js';
import { outputsOf } from './deployed.js';
import { load } from './load.js';
import { reportOf, today } from './outcome.js';

/** What can be found in a spec without its pool. */
const OF_SPECS: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));

/** Schema and rules, without a network. */
export async function validateSpecs(args: SpecArgs): Promise<Outcome> {
  const { io } = args;
  const startedAt = io.now();
  const day = today(io);
  const { findings, documents, specs: valid, specFiles } = load(args, { posture: true });
  const targets = specFiles.map((spec) => {
    const pool = valid.find(({ document }) => document.file === spec)?.spec.pool;
    return { spec, ...(pool && { region: pool.region, account: pool.account }) };
  });
  const more = valid.flatMap((one) => [...unusedIn(one, day), ...fixedIn(one, args)]);
  const report = reportOf('validate', { startedAt, finishedAt: io.now(), findings: [...findings, ...more], targets });
  return { report, documents };
}

/** What no deploy changes, where Terraform's state of the local backend tells what was deployed. */
function fixedIn({ document, spec }: LoadedSpec, { io }: SpecArgs): Finding[] {
  const { state } = outputsOf(spec, { state: undefined, io });
  return state ? fixedSettings({ document, spec, state }) : [];
}

/** A drift, and what only the live pool shows, is for the audit to see. */
function unusedIn(one: LoadedSpec, day: string) {
  return unusedAcceptances(one, one.accepted, day, ({ rule }) => OF_SPECS.has(rule));
}
