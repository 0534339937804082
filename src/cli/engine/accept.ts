import { entriesFor, isAcceptable } from '../../accept/entries.js';
import { type Acceptance, accepted, isBeneath, isOpen } from '../../model/accept.js';
import { PoolwardError } from '../../model/errors.js';
import type { Finding } from '../../model/finding.js';
import type { Loaded, LoadedSpec } from '../../spec/load.js';
import type { AcceptArgs, AcceptOutcome } from '../engines.js';
import { auditSpecs } from './audit.js';
import { earlierReport } from './earlier-report.js';
import { load } from './load.js';
import { today } from './outcome.js';
import { diffOf, type Edits, notEditable, withEdits, withEntries, write } from './spec-edits.js';

/** What is accepted of a spec. */
interface Taken {
  readonly spec: LoadedSpec;
  readonly findings: readonly Finding[];
  readonly entries: readonly Acceptance[];
}

/** Writes findings into the lists `accept` of their specs; without `yes` it only says what it would write. */
export async function acceptFindings(args: AcceptArgs): Promise<AcceptOutcome> {
  const { io, yes } = args;
  refusePast(args);
  loaded(args);
  const found = await findingsFor(args);
  // Again: the look at the pools may have taken long, and a report may be of another day.
  const { specs } = loaded(args);
  const open = specs.reduce<readonly Finding[]>((left, one) => notYetAccepted(left, one, args), found.filter(isOpen));
  const wanted = open.filter((one) => isWanted(one, args));
  if (open.length > 0 && wanted.length === 0) throw nothingWanted(open);
  const taken = specs.map((spec) => takenOf(spec, wanted, args)).filter(({ findings }) => findings.length > 0);
  const none: Edits = new Map();
  const edits = taken.reduce((all, { spec, entries }) => withEntries(all, spec, entries, io.files), none);
  prove(taken, edits, args);
  if (yes) await write(edits, io);
  const left = wanted.filter((one) => !taken.some(({ findings }) => findings.includes(one)));
  return { diff: diffOf(edits), notes: [...left.map(whyNot), closing(taken, edits, yes)] };
}

function refusePast({ expires, io }: AcceptArgs): void {
  if (expires === undefined || expires > today(io)) return;
  throw new PoolwardError('usage', `--expires ${expires} is over: an entry ends when its day comes.`, {
    fault: 'user',
    help: `Give a day after ${today(io)}.`,
  });
}

/** The findings of the report that was named, or of a look at the pools now. */
async function findingsFor(args: AcceptArgs): Promise<readonly Finding[]> {
  const { from, io } = args;
  if (from === undefined) {
    const { report } = await auditSpecs({ ...args, undeclaredPools: false, who: false, previous: undefined });
    return report.findings;
  }
  const report = earlierReport(from, io);
  if (report) return report.findings;
  throw new PoolwardError('file-not-found', `There is no ${from}.`, {
    fault: 'user',
    help: 'Name what `poolward audit --report json=FILE` wrote, or leave --from out to look at the pools now.',
  });
}

/** The specs, which have to be valid: an audit of others finds nothing. */
function loaded(args: AcceptArgs): Loaded {
  const read = load(args, { posture: true });
  if (!read.invalid) return read;
  const first = read.findings.find(({ severity }) => severity === 'error');
  throw new PoolwardError('invalid-spec', `A spec is not valid: ${first?.message ?? 'see poolward validate'}`, {
    fault: 'user',
    help: '`poolward validate` shows all of it.',
  });
}

function isWanted({ rule, setting = '' }: Finding, { rules, paths }: AcceptArgs): boolean {
  const atPath = paths.length === 0 || paths.some((path) => isBeneath(setting, path));
  return atPath && (rules.length === 0 || rules.includes(rule));
}

/** What was named and is not there is a mistake to be told, not to be passed over. */
function nothingWanted(open: readonly Finding[]): PoolwardError {
  const names = open.map(({ rule, setting }) => (setting ? `${rule} at ${setting}` : rule));
  return new PoolwardError('nothing-to-accept', 'No finding has such a rule and path.', {
    fault: 'user',
    help: `There are: ${[...new Set(names)].join(', ')}.`,
  });
}

function isOf({ fingerprint }: Finding, { spec }: LoadedSpec): boolean {
  return fingerprint.startsWith(`${spec.pool.id}:`);
}

function notYetAccepted(open: readonly Finding[], one: LoadedSpec, { io }: AcceptArgs): readonly Finding[] {
  return open.filter(
    (finding) => !isOf(finding, one) || accepted([finding], one.spec.accept, today(io)).findings.every(isOpen),
  );
}

function takenOf(spec: LoadedSpec, wanted: readonly Finding[], args: AcceptArgs): Taken {
  const findings = wanted.filter((one) => isOf(one, spec) && isAcceptable(one));
  return { spec, findings, entries: entriesFor(findings, args) };
}

/** Reads the specs as they will be: they are valid, nothing else is found, and what is accepted does not count. */
function prove(taken: readonly Taken[], edits: Edits, args: AcceptArgs): void {
  const { io } = args;
  const known = new Set(load(args, { posture: true }).findings.map(({ fingerprint }) => fingerprint));
  const after = load({ ...args, io: { ...io, files: withEdits(io.files, edits) } }, { posture: true });
  const isNew = (one: Finding) => isOpen(one) && !known.has(one.fingerprint);
  for (const { spec, findings, entries } of taken) {
    const { file } = spec.document;
    const whole = after.specs.find(({ document }) => document.file === file)?.spec;
    const marked = accepted(findings, whole?.accept, today(io)).findings;
    if (!whole || after.invalid || marked.some(isOpen) || after.findings.some(isNew)) throw notEditable(file, entries);
  }
}

function whyNot({ message, rule, target }: Finding): string {
  const why = isAcceptable({ rule }) ? 'it is about none of these specs' : `${rule} is for mending, not for accepting`;
  return `not accepted: ${target ? `${target}: ` : ''}${message} (${why})`;
}

function closing(taken: readonly Taken[], edits: Edits, yes: boolean): string {
  const number = taken.reduce((sum, { entries }) => sum + entries.length, 0);
  if (number === 0) return 'There is nothing to accept.';
  const entries = `${number} ${number === 1 ? 'entry' : 'entries'}`;
  const files = [...edits.keys()].sort().join(', ');
  return yes ? `Wrote ${entries} to ${files}.` : `Dry run: nothing was written. With --yes: ${entries} to ${files}.`;
}
