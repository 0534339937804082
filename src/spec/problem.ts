import type { Finding } from '../model/finding.js';
import type { Path, SourceSpan } from '../model/source.js';
import { limits } from './limits.js';

/** Something wrong in a spec, before it is tied to a file. */
export interface Problem<At = SourceSpan> {
  readonly rule: string;
  readonly message: string;
  readonly help: string;
  readonly at: At;
  readonly path?: Path;
}

/** What every finding of one file shares. */
export interface ProblemOrigin {
  readonly file: string;
  readonly value: unknown;
}

/** Turns problems into findings: sorted by place, without repetitions, and not more than a reader can use. */
export function problemFindings(origin: ProblemOrigin, problems: readonly Problem[]): Finding[] {
  const id = specId(origin);
  const findings = problems.map((problem) => problemFinding(origin.file, id, problem)).sort(byPlace);
  return capped(findings.filter((finding, index) => index === 0 || !same(finding, findings[index - 1])));
}

function problemFinding(file: string, id: string, { rule, message, help, at, path }: Problem): Finding {
  const setting = path === undefined || path.length === 0 ? undefined : path.join('.');
  const shared = { rule, severity: 'error', message, target: file, at, confidence: 'documented', help } as const;
  const fingerprint = `${id}:${rule}:${setting ?? ''}`;
  return setting === undefined ? { ...shared, fingerprint } : { ...shared, setting, fingerprint };
}

/** The id that survives a renamed file, where the spec says it. */
function specId({ file, value }: ProblemOrigin): string {
  const pool = own(value, 'pool');
  const id = own(pool, 'id');
  return typeof id === 'string' && id !== '' ? id : file;
}

function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

function byPlace(a: Finding, b: Finding): number {
  return line(a) - line(b) || column(a) - column(b) || compare(a.rule, b.rule) || compare(a.message, b.message);
}

const line = (finding: Finding) => finding.at?.start.line ?? 0;
const column = (finding: Finding) => finding.at?.start.column ?? 0;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function same(a: Finding, b: Finding | undefined): boolean {
  return b !== undefined && byPlace(a, b) === 0 && a.setting === b.setting;
}

function capped(findings: Finding[]): Finding[] {
  const first = findings[0];
  const left = findings.length - limits.findings;
  if (first === undefined || left <= 0) return findings;
  const more = {
    ...first,
    rule: 'spec/more-problems',
    message: `${left} more problems in this file are not shown.`,
    help: 'Fix the ones above first; many have the same cause.',
    fingerprint: first.fingerprint.replace(`:${first.rule}:`, ':spec/more-problems:'),
  };
  return [...findings.slice(0, limits.findings), more];
}
