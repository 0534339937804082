import { isOpen } from '../model/accept.js';
import type { Finding, Severity } from '../model/finding.js';
import type { Report, ReportContext } from '../model/report.js';
import { blindSpots } from './parts/blind-spots.js';
import { novelty, remedy } from './parts/details.js';
import { fingerprints } from './parts/fingerprints.js';
import { clip } from './parts/literal.js';
import { placeOf } from './parts/place.js';
import { unseen, unseenLines } from './parts/unseen.js';
import { isUnchecked, UNCHECKED } from './parts/verdict.js';
import { visible } from './parts/visible.js';
import { worstFirst } from './parts/worst-first.js';

/** As GitLab ranks them. `blocker` is left for people to say. */
const SEVERITY: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'major', note: 'info' };

interface Issue {
  readonly description: string;
  readonly check: string;
  readonly severity: string;
  readonly path: string;
  readonly line: number;
  /** Survives edits; not unique. */
  readonly fingerprint: string;
}

/**
 * GitLab's code quality report. What could not be looked at is an issue too. What is gone is not in it: GitLab itself tells
 * what another report had.
 */
export function gitlab(report: Report, context: ReportContext): string {
  const issues = [...unlooked(report, context), ...found(report, context)];
  const hashes = fingerprints(issues.map(({ fingerprint }) => fingerprint));
  const list = issues.map(({ description, check, severity, path, line }, index) => ({
    description,
    check_name: check,
    fingerprint: hashes[index],
    severity,
    location: { path, lines: { begin: line } },
  }));
  return `${JSON.stringify(list, null, 2)}\n`;
}

function found(report: Report, context: ReportContext): Issue[] {
  const open = report.findings.filter((finding) => isOpen(finding) && !isUnchecked(finding));
  return worstFirst(open).map((finding) => ({
    description: visible(sentences(finding)),
    check: finding.rule,
    severity: SEVERITY[finding.severity],
    path: placeOf(finding, report, context),
    line: finding.at?.start.line ?? 1,
    fingerprint: finding.fingerprint,
  }));
}

function sentences(finding: Finding): string {
  const fix = remedy(finding);
  const known = novelty(finding);
  return [finding.message, known && `(${known.join(' ')})`, fix && `Fix: ${fix}`].filter((part) => part).join(' ');
}

function unlooked(report: Report, context: ReportContext): Issue[] {
  return blindSpots(report, context.comparesLive === true).map((spot) => ({
    description: clip([unseen(spot), ...unseenLines(spot)].join(' '), ROOM),
    check: UNCHECKED,
    severity: SEVERITY.warning,
    path: placeOf({ target: spot.target }, report, context),
    line: 1,
    fingerprint: `${UNCHECKED}:${spot.target}`,
  }));
}

const ROOM = 1000;
