// An audit of a pool that has everything, through the product's own client, and what it amounts to.
import { auditPool } from '../../src/audit/audit.js';
import { connect } from '../../src/aws/client.js';
import type { Patience } from '../../src/aws/open.js';
import { poolReader } from '../../src/aws/reads.js';
import { reportOf } from '../../src/cli/engine/outcome.js';
import { exitCode } from '../../src/cli/exit-code.js';
import { json } from '../../src/report/json.js';
import { inSync } from '../../src/report/parts/verdict.js';
import { makeBase, NAMES } from '../detection/base.js';
import { type Bench, bench } from '../detection/bench.js';

/** Retries wait by the SDK's own measure. */
const PATIENCE = { attempts: 3, connectMs: 5000, answerMs: 20_000, wholeMs: 60_000 };
const SPEC = 'test/detection/base.yaml';
const REGION = 'us-east-1';

/** A pool that is as its spec wants it, with a user; and credentials that no output may hold. */
export function fullPool(): Promise<Bench> {
  process.env['AWS_ACCESS_KEY_ID'] = 'AKIAIOSFODNN7EXAMPLE';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'wJalrXUtnFEMI-K7MDENG-bPxRfiCYEXAMPLEKEY';
  const make = async (send: Parameters<typeof makeBase>[0]) => {
    const UserPoolId = await makeBase(send);
    await send('AdminCreateUser', { UserPoolId, Username: 'ada', MessageAction: 'SUPPRESS' });
    return UserPoolId;
  };
  return bench(SPEC, make, NAMES);
}

/** The report of an audit through the product's own client, with credentials that no output may hold. */
export async function report({ sandbox, subject }: Bench, { patience }: { patience?: Partial<Patience> } = {}) {
  const meter = { calls: 0, waitedMs: 0 };
  const client = await connect(
    { region: REGION, endpointUrl: sandbox.url, patience: { ...PATIENCE, ...patience } },
    meter,
  );
  try {
    // Found by its name, and with a user that is declared, so that all reads of an audit are made.
    const spec = { ...subject.spec, users: { ada: {} } };
    const audit = await auditPool({ ...subject, spec, outputs: { ids: subject.outputs.ids } }, poolReader(client));
    const at = new Date(0);
    const { findings, coverage, target } = audit;
    return reportOf('audit', { startedAt: at, finishedAt: at, findings, coverage, targets: [target], ...meter });
  } finally {
    client.destroy();
  }
}

export type Report = Awaited<ReturnType<typeof report>>;

/** What the report amounts to; a drift that nobody made, or a word too many, is named. */
export function verdict(found: Report, secrets: readonly string[]): string {
  const text = json(found);
  if (secrets.some((secret) => text.includes(secret))) return 'SECRET';
  const drift = found.findings.filter(({ rule }) => /^drift\/(changed|missing|extra)$/.test(rule));
  if (drift.length > 0) return `FALSE ALARM: ${drift.map(({ setting }) => setting).join(', ')}`;
  const code = exitCode(found, { severity: 'error', maxWarnings: undefined, comparesLive: true });
  if (inSync(found)) return code === 0 ? 'clean' : `in sync, with exit code ${code}`;
  return code === 3 || found.findings.some(({ rule }) => rule === 'audit/pool-not-found')
    ? 'unchecked'
    : `exit code ${code}`;
}

/** Secrets that the sandbox holds: of its clients and providers. */
export function secretsOf({ stored }: Bench): string[] {
  const clients = [...stored.clients.values()].flatMap(({ client }) => client.ClientSecret ?? []);
  return [...clients, process.env['AWS_SECRET_ACCESS_KEY'] ?? ''];
}
