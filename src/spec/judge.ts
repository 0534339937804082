import type { PoolSpec } from '../facets/index.js';
import { accepted, isBeneath, isOpen, isOver } from '../model/accept.js';
import type { RuleChoice } from '../model/config.js';
import type { Finding } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';
import { posture, refusals } from '../rules/run.js';
import { expiredAcceptances } from './acceptances.js';

/** What specs are judged by. */
export interface Standard {
  readonly choice: RuleChoice;
  /** Whether what deploys and should not is judged too. */
  readonly posture: boolean;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** What the rules say of a spec that its schema accepts. */
export interface Judged {
  readonly findings: readonly Finding[];
  /** A deploy would be refused. */
  readonly refused: boolean;
  /** Entries of `accept` that accepted something. */
  readonly accepted: ReadonlySet<number>;
}

/** Judges a spec by the rules that need no live pool. */
export function judge(document: SourceDocument, spec: PoolSpec, standard: Standard): Judged {
  const { choice, today } = standard;
  const refused = accepted(refusals(document, spec, choice), spec.accept, today);
  const weak = standard.posture
    ? posture(document, spec, choice, today).filter((one) => isManaged(one, spec, today))
    : [];
  const tolerated = accepted(weak, spec.accept, today);
  return {
    findings: [
      ...refused.findings,
      ...tolerated.findings,
      ...(standard.posture ? expiredAcceptances({ document, spec }, today) : []),
    ],
    refused: refused.findings.some((one) => one.severity === 'error' && isOpen(one)),
    accepted: new Set([...refused.used, ...tolerated.used]),
  };
}

/** What somebody else keeps is not for this spec to answer for. */
function isManaged({ setting = '' }: Finding, { unmanaged }: PoolSpec, today: string): boolean {
  return !(unmanaged ?? []).some(
    (entry) => entry.path !== undefined && !isOver(entry, today) && isBeneath(setting, entry.path),
  );
}
