// Every operation of an audit, under every fault: never "in sync" for what was not read, never a false alarm, never a
// crash, never a secret. UPDATE_GOLDEN=1 rewrites docs/faults.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditPool } from '../../src/audit/audit.js';
import { connect } from '../../src/aws/client.js';
import { poolReader } from '../../src/aws/reads.js';
import { reportOf } from '../../src/cli/engine/outcome.js';
import { exitCode } from '../../src/cli/exit-code.js';
import { json } from '../../src/report/json.js';
import { inSync } from '../../src/report/parts/verdict.js';
import { makeBase, NAMES } from '../detection/base.js';
import { type Bench, bench } from '../detection/bench.js';
import { type Befalls, FAULTS } from './faults.js';

const PAGE = join(import.meta.dirname, '../../docs/faults.md');
/** Retries wait by the SDK's own measure. */
const PATIENCE = { attempts: 3, connectMs: 5000, answerMs: 20_000 };
const SPEC = 'test/detection/base.yaml';
const REGION = 'us-east-1';

/** The report of an audit through the product's own client, with credentials that no output may hold. */
async function report({ sandbox, subject }: Bench, { patience }: Pick<Befalls, 'patience'> = {}) {
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

type Report = Awaited<ReturnType<typeof report>>;

/** What the report amounts to; a drift that nobody made, or a word too many, is named. */
function verdict(found: Report, secrets: readonly string[]): string {
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
function secretsOf({ stored }: Bench): string[] {
  const clients = [...stored.clients.values()].flatMap(({ client }) => client.ClientSecret ?? []);
  return [...clients, process.env['AWS_SECRET_ACCESS_KEY'] ?? ''];
}

let operations: readonly string[] = [];
const seen = new Map<string, string>();
const cell = (operation: string, fault: Befalls) => `${operation} ${fault.name}`;
const applies = (operation: string, { only }: Befalls) => only === undefined || only.test(operation);

beforeAll(async () => {
  process.env['AWS_ACCESS_KEY_ID'] = 'AKIAIOSFODNN7EXAMPLE';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'wJalrXUtnFEMI-K7MDENG-bPxRfiCYEXAMPLEKEY';
  const make = () =>
    bench(
      SPEC,
      async (send) => {
        const UserPoolId = await makeBase(send);
        await send('AdminCreateUser', { UserPoolId, Username: 'ada', MessageAction: 'SUPPRESS' });
        return UserPoolId;
      },
      NAMES,
    );
  const first = await make();
  const before = first.sandbox.requests.length;
  expect(verdict(await report(first), secretsOf(first))).toBe('clean');
  operations = [...new Set(first.sandbox.requests.slice(before).map(({ operation }) => operation))].sort();
  await first.close();
  // A sandbox for each fault: most of the time goes by in waiting.
  await Promise.all(
    FAULTS.map(async (fault) => {
      const own = await make();
      for (const operation of operations.filter((one) => applies(one, fault))) {
        own.sandbox.inject(fault.rules(operation));
        seen.set(cell(operation, fault), verdict(await report(own, fault), secretsOf(own)));
      }
      await own.close();
    }),
  );
}, 180_000);

describe('an audit', () => {
  it.each(FAULTS)('is honest when any operation meets: $name', (fault) => {
    const wrong = operations
      .filter((operation) => applies(operation, fault) && seen.get(cell(operation, fault)) !== fault.outcome)
      .map((operation) => `${operation}: ${seen.get(cell(operation, fault))}`);
    expect(wrong).toEqual([]);
  });

  it('was seen with every operation that it sends', () => {
    expect(operations.length).toBeGreaterThan(18);
    expect([...seen.keys()].length).toBe(
      FAULTS.flatMap((fault) => operations.filter((one) => applies(one, fault))).length,
    );
    const page = table();
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(PAGE, page);
    expect(readFileSync(PAGE, 'utf8')).toBe(page);
  });
});

function table(): string {
  const names = FAULTS.map(({ name }) => name);
  const row = (operation: string) =>
    FAULTS.map((fault) => (applies(operation, fault) ? (seen.get(cell(operation, fault)) ?? '?') : '–'));
  return [
    '# An audit under faults',
    '',
    'What an audit says of a pool that is as its spec wants it, when one operation meets one fault. **clean**: the call was sent again, all was read, in sync.',
    '**unchecked**: what was not read is listed with the reason, and the exit code is 3. No cell is a false alarm, a crash, or shows a secret.',
    '',
    'Made by `test/faults/matrix.test.ts`, with the real SDK against the sandbox, which injects the faults.',
    '',
    `| operation | ${names.join(' | ')} |`,
    `|---|${names.map(() => '---').join('|')}|`,
    ...operations.map((operation) => `| ${operation} | ${row(operation).join(' | ')} |`),
    '',
  ].join('\n');
}
