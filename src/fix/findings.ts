import type { Subject } from '../audit/audit.js';
import type { Finding } from '../model/finding.js';
import { yamlPath } from '../model/state.js';
import { furtherFix } from './further-fix.js';
import type { Outcome } from './outcome.js';
import type { Blocked, Step } from './plan.js';
import { type Moved, namesOf } from './prove.js';
import type { Done } from './send.js';

type Words = Pick<Finding, 'rule' | 'severity' | 'message' | 'help'>;

/** A step that could not even be planned. */
export function notPlanned({ operation, reason, changes }: Blocked, subject: Subject): Finding {
  return finding(notRead(operation, changes, reason), changes, subject);
}

/** What has to be told about a step; `arrived` says whether a later read showed what it was to bring. */
export function outcomeFinding(
  [step, outcome]: Done,
  arrived: boolean | undefined,
  subject: Subject,
): readonly Finding[] {
  const words = wordsOf(step, outcome, arrived, subject.document.file);
  return words ? [finding(words, step.changes, subject)] : [];
}

function wordsOf(
  { call, changes }: Step,
  outcome: Outcome,
  arrived: boolean | undefined,
  file: string,
): Words | undefined {
  const { operation } = call;
  if (outcome.kind === 'sent') return undefined;
  if (outcome.kind === 'already') return already(operation, changes);
  if (outcome.kind === 'moved') return moved(operation, changes, outcome.moved);
  if (outcome.kind === 'not-read') return notRead(operation, changes, outcome.reason);
  if (outcome.kind === 'not-sent') return notSent(operation, changes, outcome.because);
  if (outcome.kind === 'not-known') return notKnown(operation, changes, outcome.reason, arrived);
  return refused(operation, changes, outcome.reason, file);
}

type Changes = Step['changes'];

function already(operation: string, changes: Changes): Words {
  return {
    rule: 'fix/changed-meanwhile',
    severity: 'note',
    message: `${operation} was not needed any more: ${namesOf(changes)} became what the spec says after the audit, by somebody else.`,
    help: 'Nothing. Two fixes of one pool at the same time do not help each other: let one pipeline run it.',
  };
}

function moved(operation: string, changes: Changes, all: readonly Moved[]): Words {
  const list = all.map(({ path, before, after }) => `${path.join('.')} from ${short(before)} to ${short(after)}`);
  const because = changes.some(({ kind }) => kind === 'extra')
    ? 'what it would delete changed after the audit'
    : 'it repeats what is live, and that changed after the audit';
  return {
    rule: 'fix/changed-meanwhile',
    severity: 'error',
    message: `${operation} was not sent for ${namesOf(changes)}: ${because}: ${list.join('; ')}.`,
    help: 'Somebody else, or another fix, is changing this pool. Run fix again once they are done.',
  };
}

function notRead(operation: string, changes: Changes, reason: string): Words {
  return {
    rule: 'fix/not-read',
    severity: 'error',
    message: `Nothing was sent: ${operation} must repeat what is live beside ${namesOf(changes)}, and that was not read: ${reason.replace(/\.$/, '')}.`,
    help: 'Give the role the permission to read it, or run again.',
  };
}

function notSent(operation: string, changes: Changes, because: string): Words {
  return {
    rule: 'fix/not-sent',
    severity: 'error',
    message: `${operation} was not sent, so ${namesOf(changes)} is as it was: ${because} before it did not succeed.`,
    help: 'Mend what the finding about that call says, and run fix again.',
  };
}

function refused(operation: string, changes: Changes, reason: string, file: string): Words {
  return {
    rule: 'fix/refused',
    severity: 'error',
    message: `AWS refused ${operation}, so ${namesOf(changes)} is as it was: ${reason}`,
    help: furtherFix(changes, file) ?? 'Remove what AWS names, or change the spec, and run fix again.',
  };
}

function notKnown(operation: string, changes: Changes, reason: string, arrived: boolean | undefined): Words {
  const found = {
    true: `${namesOf(changes)} is as the spec says`,
    false: `${namesOf(changes)} is not as the spec says`,
    undefined: 'that could not be read, so nobody knows',
  }[`${arrived}`];
  return {
    rule: 'fix/not-known',
    severity: arrived === true ? 'warning' : 'error',
    message: `${operation} was sent and nothing says what came of it (${reason.replace(/\.$/, '')}). Read again: ${found}.`,
    help:
      arrived === true
        ? 'Nothing; the next audit looks again.'
        : 'Run poolward audit in a minute, because a call may arrive late; then fix again.',
  };
}

/** Something moved beside what was meant: AWS did more than the call says, or somebody else was at work. */
export function unexpected({ path, before, after }: Moved, { document, spec }: Subject): Finding {
  const [section = '', ...members] = path;
  return {
    rule: 'fix/unexpected-change',
    severity: 'error',
    message: `${members.join('.') || section} changed during the fix, which did not mean it: from ${short(before)} to ${short(after)}.`,
    help: 'Find out whether somebody else, or another fix, changed it at the same time. If not, set it back, and report this with the operation that fix sent.',
    target: document.file,
    setting: section,
    at: document.locate([]),
    confidence: 'measured',
    fingerprint: `${spec.pool.id}:fix/unexpected-change:${path.join('.')}`,
  };
}

function finding(words: Words, [first]: Changes, { document, spec }: Subject): Finding {
  const path = first ? yamlPath(first.address, first.setting) : ['pool'];
  const setting = path.join('.');
  return {
    ...words,
    target: document.file,
    setting,
    at: document.locate(path),
    confidence: 'measured',
    fingerprint: `${spec.pool.id}:${words.rule}:${setting}`,
  };
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
