import { services } from '../../aws/services.js';
import { type PoolPreflight, preflightPool } from '../../preflight/preflight.js';
import type { Outcome, PreflightArgs } from '../engines.js';
import { outputsOf } from './deployed.js';
import { load } from './load.js';
import { reportOf, sumCoverage } from './outcome.js';

/** What deploying the specs needs of services beside Cognito. Changes nothing, and asks Cognito nothing. */
export async function preflightSpecs(args: PreflightArgs): Promise<Outcome> {
  const { io, endpointUrl, profile, roleArn } = args;
  const startedAt = io.now();
  const { findings, documents, specs, invalid } = load(args);
  if (invalid) {
    const report = reportOf('preflight', { startedAt, finishedAt: io.now(), findings });
    return { report, documents, invalidSpec: true };
  }
  io.heed();
  const meter = { calls: 0, waitedMs: 0 };
  const access = {
    signal: args.signal,
    ...(endpointUrl && { endpointUrl }),
    ...(profile && { profile }),
    ...(roleArn && { roleArn }),
  };
  const cloud = services(access, meter);
  const seen: PoolPreflight[] = [];
  for (const { document, spec } of specs) {
    args.signal.throwIfAborted();
    const poolId = outputsOf(spec, args).userPoolId;
    seen.push(await preflightPool({ document, spec, poolId, now: startedAt }, cloud));
  }
  const report = reportOf('preflight', {
    startedAt,
    finishedAt: io.now(),
    findings: [...findings, ...seen.flatMap((one) => one.findings)],
    targets: seen.map(({ target }) => target),
    coverage: sumCoverage(seen.map(({ coverage }) => coverage)),
    ...meter,
  });
  return { report, documents };
}
