import { loadSpecs } from '../../spec/load.js';
import type { Outcome, SpecArgs } from '../engines.js';
import { reportOf } from './outcome.js';

/** Schema and rules, without a network. */
export async function validateSpecs({ specs, io }: SpecArgs): Promise<Outcome> {
  const startedAt = io.now();
  const { findings, documents, specs: valid } = loadSpecs(specs, io.files, { posture: true });
  const targets = [...documents.keys()].map((spec) => {
    const pool = valid.find(({ document }) => document.file === spec)?.spec.pool;
    return { spec, ...(pool && { region: pool.region, account: pool.account }) };
  });
  return { report: reportOf('validate', { startedAt, finishedAt: io.now(), findings, targets }), documents };
}
