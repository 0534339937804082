import { isOpen } from '../model/accept.js';
import type { Finding, Severity } from '../model/finding.js';
import type { Report, ReportContext } from '../model/report.js';
import { type BlindSpot, blindSpots } from './parts/blind-spots.js';
import { count } from './parts/count.js';
import { fingerprints } from './parts/fingerprints.js';
import { sarifLocation } from './parts/sarif-location.js';
import { sarifMessage } from './parts/sarif-message.js';
import { sarifRule } from './parts/sarif-rule.js';
import { hasHistory, sinceLast } from './parts/since-last.js';
import { unseen, unseenLines } from './parts/unseen.js';
import { isUnchecked, UNCHECKED } from './parts/verdict.js';
import { visible } from './parts/visible.js';
import { worstFirst } from './parts/worst-first.js';

/** More are refused. Source: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support */
const MOST_RESULTS = 25_000;

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * SARIF 2.1.0, for code scanning. What could not be looked at is a notification of a run that was not successful, as the
 * standard has it, and a result of its own for readers that know results only.
 */
export function sarif(report: Report, context: ReportContext): string {
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run(report, context)] }, null, 2)}\n`;
}

/** What a result is made of; a blind spot has no finding. */
interface Item {
  readonly rule: string;
  readonly severity: Severity;
  readonly text: string;
  readonly about: Pick<Finding, 'at' | 'target'>;
  /** Survives edits; not unique. */
  readonly fingerprint: string;
  readonly finding?: Finding;
  /** What an earlier report knew of it; of a blind spot, by one of its findings. */
  readonly age?: Pick<Finding, 'status' | 'firstSeen'>;
}

function run(report: Report, context: ReportContext): object {
  const blind = blindSpots(report, context.comparesLive === true);
  const all = [...blind.map((spot) => ofBlindSpot(spot, report)), ...worstFirst(shown(report, context)).map(ofFinding)];
  const items = all.slice(0, MOST_RESULTS);
  const rules = [...new Set(items.map(({ rule }) => rule))].sort();
  const remembers = hasHistory(report);
  const hashes = fingerprints(items.map(({ fingerprint }) => fingerprint));
  return {
    tool: { driver: { name: 'Poolward', ...version(context), rules: rules.map((id) => sarifRule(id, context)) } },
    automationDetails: { id: `poolward/${report.command}/` },
    invocations: [invocation(report, blind, all.length - items.length)],
    columnKind: 'utf16CodeUnits',
    results: items.map((item, index) => ({
      ...result(item, rules, hashes[index] ?? '', report, context),
      ...(remembers && { baselineState: baselineState(item.age ?? {}) }),
    })),
    properties: { coverage: counts(report), ...(remembers && { sinceLastReport: sinceLast(report) }) },
  };
}

/**
 * Code scanning knows neither suppressions nor the state against a baseline, and would raise an alert for what is accepted,
 * and keep that of what is gone. So these take `--verbose`.
 */
function shown({ findings }: Report, { verbose }: ReportContext): readonly Finding[] {
  const looked = findings.filter((finding) => !isUnchecked(finding));
  return verbose ? looked : looked.filter(isOpen);
}

/** A state against a baseline is had by all results of a run, or by none. */
function baselineState({ status, firstSeen }: NonNullable<Item['age']>): string {
  if (status === 'gone') return 'absent';
  return firstSeen === undefined ? 'new' : 'unchanged';
}

function ofFinding(finding: Finding): Item {
  const { rule, severity, fingerprint } = finding;
  return { rule, severity, text: sarifMessage(finding), about: finding, fingerprint, finding, age: finding };
}

function ofBlindSpot(spot: BlindSpot, { findings }: Report): Item {
  const { target } = spot;
  const first = findings.find((finding) => finding.target === target && isUnchecked(finding));
  return {
    rule: UNCHECKED,
    severity: 'warning',
    text: [unseen(spot), ...unseenLines(spot)].join('\n'),
    about: first ?? { target },
    ...(first && { age: first }),
    fingerprint: `${UNCHECKED}:${target}`,
  };
}

function result(
  { rule, severity, text, about, fingerprint, finding }: Item,
  rules: readonly string[],
  hash: string,
  report: Report,
  context: ReportContext,
): object {
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: severity,
    message: { text },
    locations: [sarifLocation(about, report, context)],
    // The only one that code scanning reads; that of its own making is the same for all results of one line.
    partialFingerprints: { primaryLocationLineHash: hash, 'poolward/v1': visible(fingerprint) },
    ...(finding?.status === 'accepted' && { suppressions: [suppression(finding)] }),
    ...(finding && { properties: propertiesOf(finding) }),
  };
}

function suppression({ acceptedBy }: Finding): object {
  const { owner, reason, expires } = acceptedBy ?? { owner: 'unknown', reason: 'accepted' };
  const until = expires === undefined ? '' : ` (until ${expires})`;
  return { kind: 'external', status: 'accepted', justification: visible(`${owner}: ${reason}${until}`) };
}

function propertiesOf({ setting, convergedBy, confidence }: Finding): object {
  return {
    ...(setting !== undefined && { setting: visible(setting) }),
    ...(convergedBy && { convergedBy }),
    confidence,
  };
}

function invocation({ startedAt, finishedAt }: Report, blind: readonly BlindSpot[], left: number): object {
  const notes = blind.flatMap((spot) =>
    unseenLines(spot).map((line) => notification(`Not looked at: ${line}`, spot.target)),
  );
  const cut = left === 0 ? [] : [notification(`${count(left, 'finding')} did not fit in.`, '')];
  return {
    executionSuccessful: blind.length === 0,
    startTimeUtc: startedAt,
    endTimeUtc: finishedAt,
    toolExecutionNotifications: [...notes, ...cut],
  };
}

function notification(text: string, target: string): object {
  return { level: 'error', message: { text: target === '' ? text : `${visible(target)}: ${text}` } };
}

function version({ version: number }: ReportContext): object {
  return number === undefined ? {} : { semanticVersion: number };
}

function counts({ coverage }: Report): object {
  const { checked, unchecked, unverifiable, unmanaged } = coverage;
  return {
    checked,
    unchecked: unchecked.length,
    unverifiable: unverifiable.length,
    unmanaged: unmanaged.length,
  };
}
