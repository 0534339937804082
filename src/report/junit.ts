import type { Finding } from '../model/finding.js';
import type { Report, ReportContext, Target } from '../model/report.js';
import { type BlindSpot, blindSpots } from './parts/blind-spots.js';
import { novelty } from './parts/details.js';
import { findingText } from './parts/finding-text.js';
import { numbered } from './parts/numbered.js';
import { unseen, unseenLines } from './parts/unseen.js';
import { isUnchecked } from './parts/verdict.js';
import { visible } from './parts/visible.js';
import { type XmlElement, xml } from './parts/xml.js';

/**
 * JUnit XML, as Jenkins and GitLab read it. One suite per spec, one test per finding: an error or a warning is a failed
 * test, a note or what is accepted a skipped one, and what is gone a passed one. That everything was looked at is a test of its own, so that a run
 * that could not look is never green; each setting that was not looked at is a skipped test beside it.
 */
export function junit(report: Report, context: ReportContext): string {
  const blind = blindSpots(report, context.comparesLive === true);
  const suites = specsOf(report, blind).map((spec) => suite(spec, report, blind, context));
  const attributes = { name: `poolward ${report.command}`, ...sum(suites) };
  return xml({ name: 'testsuites', attributes, content: suites.map(suiteElement) });
}

interface Suite {
  readonly name: string;
  readonly timestamp: string;
  readonly properties: readonly (readonly [name: string, value: string])[];
  readonly cases: readonly Case[];
}

type Verdict = 'passed' | 'failure' | 'error' | 'skipped';

interface Case {
  readonly name: string;
  readonly verdict: Verdict;
  readonly type: string;
  /** One line. */
  readonly message: string;
  readonly text: string;
}

/** Those of the targets first; an empty name stands for findings about no spec. */
function specsOf({ targets, findings }: Report, blind: readonly BlindSpot[]): readonly string[] {
  const named = [...targets.map(({ spec }) => spec), ...blind.map(({ target }) => target)];
  return [...new Set([...named, ...findings.map(({ target = '' }) => target)])];
}

function suite(spec: string, report: Report, blind: readonly BlindSpot[], context: ReportContext): Suite {
  const targets = report.targets.filter((target) => target.spec === spec);
  const spot = blind.find(({ target }) => target === spec);
  const own = report.findings.filter(({ target = '' }) => target === spec);
  const found = own.filter((finding) => !isUnchecked(finding)).map((finding) => caseOf(finding, context));
  const looked = targets.length > 0 || spot ? [lookedAt(spot)] : [];
  return {
    name: spec === '' ? `poolward ${report.command}` : spec,
    timestamp: report.startedAt.replace(/(\.\d+)?Z$/, ''),
    properties: targets.flatMap(propertiesOf),
    cases: unique([...looked, ...found, ...(spot ? spot.items.map(skippedOf) : [])]),
  };
}

function propertiesOf({ poolId, region, account }: Target): [string, string][] {
  return Object.entries({ pool: poolId, region, account }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, string]],
  );
}

/** The test that a run which could not look does not pass. */
function lookedAt(spot: BlindSpot | undefined): Case {
  const name = 'everything was looked at';
  if (!spot) return { name, verdict: 'passed', type: '', message: '', text: '' };
  return { name, verdict: 'error', type: 'unchecked', message: unseen(spot), text: unseenLines(spot).join('\n') };
}

function skippedOf({ setting, reason }: BlindSpot['items'][number]): Case {
  const name = setting === '*' ? 'everything' : setting;
  return { name, verdict: 'skipped', type: '', message: '', text: `not looked at: ${reason}` };
}

function caseOf(finding: Finding, context: ReportContext): Case {
  const { rule, setting, severity, message, status, acceptedBy } = finding;
  const name = setting === undefined || setting === '' ? rule : `${rule} ${setting}`;
  const plain = { ...context, color: false };
  const about = { name, type: rule, message };
  if (status === 'gone') return { ...about, name: `gone: ${name}`, verdict: 'passed', text: '' };
  if (status === 'accepted') {
    const by = acceptedBy ? ` by ${acceptedBy.owner}: ${acceptedBy.reason}` : '';
    return { ...about, verdict: 'skipped', text: `accepted${by}\n${message}` };
  }
  if (severity === 'note') {
    const text = [`note: ${message}`, novelty(finding)?.join(' ')].filter((line) => line !== undefined).join('\n');
    return { ...about, verdict: 'skipped', text };
  }
  return { ...about, verdict: 'failure', text: findingText(finding, plain).join('\n') };
}

/** Of two tests of one name, readers show one. */
function unique(cases: readonly Case[]): readonly Case[] {
  const names = numbered(cases.map(({ name }) => visible(name)));
  return cases.map((one, index) => ({ ...one, name: names[index] ?? one.name }));
}

function suiteElement(suite: Suite): XmlElement {
  const { name, timestamp, properties, cases } = suite;
  const listed = properties.map((property) => propertyElement(property));
  return {
    name: 'testsuite',
    attributes: { name, ...sum([suite]), skipped: counted(cases, 'skipped'), timestamp },
    content: [
      ...(listed.length > 0 ? [{ name: 'properties', content: listed }] : []),
      ...cases.map((one) => caseElement(one, name)),
    ],
  };
}

function propertyElement([name, value]: readonly [string, string]): XmlElement {
  return { name: 'property', attributes: { name, value } };
}

function caseElement({ name, verdict, type, message, text }: Case, classname: string): XmlElement {
  const attributes = { classname, name };
  if (verdict === 'passed') return { name: 'testcase', attributes };
  const detail = verdict === 'skipped' ? {} : { attributes: { type, message } };
  return { name: 'testcase', attributes, content: [{ name: verdict, ...detail, content: text }] };
}

function sum(suites: readonly Suite[]): Record<'tests' | 'failures' | 'errors', number> {
  const cases = suites.flatMap((suite) => suite.cases);
  return { tests: cases.length, failures: counted(cases, 'failure'), errors: counted(cases, 'error') };
}

function counted(cases: readonly Case[], verdict: Verdict): number {
  return cases.filter((one) => one.verdict === verdict).length;
}
