import type { EarlierReport } from '../../audit/history.js';
import { PoolwardError } from '../../model/errors.js';
import { type Finding, SEVERITIES } from '../../model/finding.js';
import type { Io } from '../io.js';
import { readNamedText } from '../read-named.js';

/** A JSON report of an audit, read back; undefined where there is no such file. Throws for whatever else the file holds. */
export function earlierReport(file: string, { files }: Pick<Io, 'files'>): EarlierReport | undefined {
  if (files.stat(file) === undefined) return undefined;
  const report = parsed(readNamedText(files, file));
  if (!isObject(report)) throw unusable(file, 'it is not JSON of an audit');
  if (report['version'] !== 1)
    throw unusable(file, `its version is ${shown(report['version'])}, and this Poolward reads 1`);
  if (report['command'] !== 'audit') throw unusable(file, `it is of poolward ${shown(report['command'])}`);
  if ('failure' in report) throw unusable(file, 'it is of a run that failed, and says nothing about a pool');
  const { startedAt, findings } = report;
  if (!isTime(startedAt) || !Array.isArray(findings) || !findings.every(isFinding))
    throw unusable(file, 'a part of it is missing or changed');
  return { startedAt, findings: findings.map(finding) };
}

function unusable(file: string, why: string): PoolwardError {
  return new PoolwardError('not-a-report', `${file} is no report of an earlier audit: ${why}.`, {
    fault: 'user',
    help: 'Give a file that `poolward audit --report json=FILE` wrote and that ended with 0, 1 or 3.',
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTime = (value: unknown): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value));
const isText = (value: unknown): value is string => typeof value === 'string';
const shown = (value: unknown): string => (isText(value) ? value : 'not told').slice(0, 40);

const CONVERGED = ['terraform', 'fix', 'nobody', undefined];
const STATUSES = ['new', 'known', 'accepted', 'gone'];
const TEXTS = ['target', 'setting', 'cause', 'deploy', 'since', 'by', 'help', 'docs'] as const;

function isFinding(value: unknown): value is Json {
  if (!isObject(value)) return false;
  const known = (list: readonly unknown[], key: string) => list.includes(value[key] ?? undefined);
  return (
    ['rule', 'message', 'fingerprint'].every((key) => isText(value[key])) &&
    known(SEVERITIES, 'severity') &&
    known(STATUSES, 'status') &&
    known(['measured', 'documented', 'inferred'], 'confidence') &&
    known(CONVERGED, 'convergedBy') &&
    TEXTS.every((key) => isText(value[key] ?? '')) &&
    (value['firstSeen'] == null || isTime(value['firstSeen']))
  );
}

/** Without place, change and age: those are of another day. */
function finding(json: Json): Finding {
  const optional = [...TEXTS, 'convergedBy', 'firstSeen'].filter((key) => json[key] != null);
  const kept = ['rule', 'severity', 'message', 'confidence', 'fingerprint', 'status', ...optional];
  return Object.fromEntries(kept.map((key) => [key, json[key]])) as unknown as Finding;
}
