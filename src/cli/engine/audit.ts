import { type PoolAudit, type Subject, withoutAnswers } from '../../audit/audit.js';
import { type EarlierReport, type Looked, remember, type Tonight } from '../../audit/history.js';
import { lookedAt } from '../../audit/looked-at.js';
import { undeclaredPools } from '../../audit/undeclared.js';
import { withAuthors } from '../../audit/who.js';
import type { RuleChoice } from '../../model/config.js';
import type { Finding } from '../../model/finding.js';
import { chosen } from '../../rules/choice.js';
import { RULES } from '../../rules/index.js';
import type { LoadedSpec } from '../../spec/load.js';
import type { AuditArgs, Outcome } from '../engines.js';
import { earlierReport } from './earlier-report.js';
import { auditAll, type Live, live, subjectOf } from './live.js';
import { load } from './load.js';
import { NOTHING_COVERED, reportOf, sumCoverage } from './outcome.js';

/** Compares the live pools with their specs. With an invalid spec nothing is looked at: half an audit would look whole. */
export async function auditSpecs(args: AuditArgs): Promise<Outcome> {
  const { io } = args;
  const startedAt = io.now();
  const earlier = args.previous === undefined ? undefined : readEarlier(args.previous, args);
  const { findings, documents, specs, invalid, choice, accounts } = load(args, { posture: true });
  if (invalid) {
    const report = reportOf('audit', { startedAt, finishedAt: io.now(), findings });
    return { report, documents, invalidSpec: true };
  }
  const connections = live(args, accounts);
  const subjects = specs.map((spec) => ({ ...subjectOf(spec, args), choice }));
  // Who made a change is found by what both sides are.
  const audited = await auditAll(subjects, connections, args, args.who ? undefined : withoutAnswers);
  const audits = args.who ? await whoMadeThem(audited, subjects, connections, args.signal) : audited;
  const others = args.undeclaredPools ? await undeclared(audits, specs, connections) : [];
  const found = [...findings, ...audits.flatMap((one) => one.findings), ...others.flatMap((one) => one.findings)];
  const looked = [...audits.map((audit, index) => lookedAt(audit, subjects[index] as Subject)), ...others.map(ofPlace)];
  const tonight = { startedAt: startedAt.toISOString(), findings: found, looked, runs: runs(choice) };
  const report = reportOf('audit', {
    startedAt,
    finishedAt: io.now(),
    findings: earlier ? withHistory(tonight, earlier, args) : found,
    targets: audits.map(({ target }) => target),
    coverage: sumCoverage([
      ...audits.map(({ coverage }) => coverage),
      ...others.map(({ unchecked }) => ({ ...NOTHING_COVERED, unchecked })),
    ]),
    ...connections.meter,
  });
  return { report, documents };
}

/** On the first night there is no earlier report yet. */
function readEarlier(file: string, { io, talk }: AuditArgs): EarlierReport | undefined {
  const earlier = earlierReport(file, io);
  if (!earlier) talk.say(`There is no ${file} yet: nothing is known of earlier nights.`);
  return earlier;
}

function withHistory(tonight: Tonight, earlier: EarlierReport, { previous, talk }: AuditArgs): readonly Finding[] {
  const { findings, leftOut } = remember(tonight, earlier);
  if (leftOut > 0)
    talk.say(`${leftOut} of the findings in ${previous} are about what this run did not look for; they are left out.`);
  return findings;
}

/** Findings that no rule makes are always looked for. */
function runs(choice: RuleChoice): (rule: string) => boolean {
  const ids = new Set(chosen(RULES, choice).map(({ rule }) => rule.id));
  return (rule) => rule.includes('/') || ids.has(rule);
}

function ofPlace({ place, unchecked }: Awaited<ReturnType<typeof undeclared>>[number]): Looked {
  const unread = unchecked.length > 0 ? ['*'] : [];
  return { id: `${place.account}:${place.region}`, unread, excepted: [], told: new Set() };
}

/** One pool after the other: those of an account and Region share one small quota, and what was looked up already. */
async function whoMadeThem(
  audits: readonly PoolAudit[],
  subjects: readonly Subject[],
  connections: Live,
  signal: AbortSignal,
): Promise<PoolAudit[]> {
  const told: PoolAudit[] = [];
  for (const [index, audit] of audits.entries()) {
    signal.throwIfAborted();
    const { spec, outputs } = subjects[index] as Subject;
    told.push(await withAuthors(audit, await connections.trail(spec.pool), outputs.ids));
  }
  return told;
}

/** The pools beside those of the specs, in each account and Region that a spec is about. */
function undeclared(audits: readonly PoolAudit[], specs: readonly LoadedSpec[], connections: Live) {
  const ids = new Set(audits.flatMap(({ target }) => target.poolId ?? []));
  const names = new Set(specs.filter((_, index) => !audits[index]?.seen).map(({ spec }) => spec.pool.name));
  const places = new Map(specs.map(({ spec: { pool } }) => [`${pool.account} ${pool.region}`, pool]));
  return Promise.all(
    [...places.values()].map(async (place) => ({
      place,
      ...(await undeclaredPools({ place, ids, names }, await connections.reader(place))),
    })),
  );
}
