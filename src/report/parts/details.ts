import type { Change, Confidence, Finding } from '../../model/finding.js';
import { specWords } from '../../model/spec-name.js';
import { shell } from '../../text/shell.js';
import { contrast, type Labelled, type Limits, side } from './contrast.js';
import { count } from './count.js';
import { visible } from './visible.js';

const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  measured: 'measured on real pools',
  documented: 'documented by AWS',
  inferred: 'inferred from several sources; AWS does not say so itself',
};

/** What there is to say about a finding beside its sentence. */
export function details(finding: Finding, limits: Limits): readonly Labelled[] {
  return [...(finding.change === undefined ? [] : contrast(finding.change, limits)), ...remarks(finding, limits)];
}

/** The same, without the two sides of its change. */
export function remarks(finding: Finding, limits: Limits): readonly Labelled[] {
  const lines: readonly (Labelled | undefined)[] = [
    optional('why', finding.cause),
    novelty(finding),
    optional('since', finding.since),
    optional('by', finding.by),
    optional('deploy', deploy(finding)),
    confidence(finding),
    optional('fix', remedy(finding)),
    optional('docs', finding.docs),
    ...(finding.change === undefined ? [] : followers(finding.change, limits)),
  ];
  return lines.filter((line) => line !== undefined);
}

/** A finding about the text alone needs no such word, unless there is a doubt. */
function confidence({ change, confidence: level }: Finding): Labelled | undefined {
  return change === undefined && level !== 'inferred' ? undefined : ['sure', CONFIDENCE[level]];
}

function optional(label: string, text: string | undefined): Labelled | undefined {
  return text === undefined ? undefined : [label, visible(text)];
}

/** `known since 2026-11-20 (3 nights)`, as a label and what it says; undefined where no earlier report was read. */
export function novelty({ status, firstSeen, nights = 0 }: Finding): Labelled | undefined {
  if (firstSeen === undefined) return status === 'new' ? ['new', 'since the last report'] : undefined;
  return ['known', `since ${visible(firstSeen.slice(0, 10))}${nights > 0 ? ` (${count(nights, 'night')})` : ''}`];
}

/** That something would be destroyed is said whatever else is known. */
function deploy({ deploy: text, change }: Finding): string | undefined {
  if (change?.impact !== 'replace') return text;
  const warning = 'REPLACES it: the live object is destroyed, a pool with all its users';
  return text === undefined ? warning : `${text} (${warning})`;
}

/** What to do about a finding; who converges it is enough to tell how. */
export function remedy({ help, convergedBy, target }: Finding): string | undefined {
  if (help !== undefined) return help;
  if (convergedBy === 'terraform') return 'npx cdktf deploy';
  if (convergedBy === 'fix')
    return shell`poolward fix ${[...(target === undefined ? [] : specWords(target)), '--yes']}`;
  return convergedBy === 'nobody' ? 'nothing that exists can change it' : undefined;
}

function followers(change: Change, limits: Limits): readonly Labelled[] {
  const all = flattened(change.derived).map((derived) => follower(derived, limits));
  const shown = all.slice(0, limits.items);
  const rest = all.length - shown.length;
  const lines = rest > 0 ? [...shown, `… and ${rest} more that follow from it (--verbose lists them)`] : shown;
  return lines.map((line, index): Labelled => [index === 0 ? 'follows' : '', line]);
}

function flattened(changes: readonly Change[]): readonly Change[] {
  return changes.flatMap((change) => [change, ...flattened(change.derived)]);
}

function follower(change: Change, { room }: Limits): string {
  const missing = change.setting === undefined ? 'not there' : 'not set';
  const half = Math.ceil(room / 2);
  const name = change.address.replaceAll('/', '.') + (change.setting === undefined ? '' : `.${change.setting}`);
  return `${visible(name)}: desired ${side(change.desired, missing, half)}, live ${side(change.live, missing, half)}`;
}
