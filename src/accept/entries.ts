import { ACCEPTABLE_DRIFT, type Acceptance } from '../model/accept.js';
import type { Finding } from '../model/finding.js';
import { RULES } from '../rules/index.js';

/** Who accepts, why, and until which day (YYYY-MM-DD). */
export interface Consent extends Pick<Acceptance, 'owner' | 'reason'> {
  readonly expires?: string | undefined;
}

const ACCEPTABLE = new Set([...RULES.map(({ id }) => id), ...ACCEPTABLE_DRIFT]);

/** Whether a spec may accept it: what could not be read, and what is wrong with a file, must be mended. */
export function isAcceptable({ rule }: Pick<Finding, 'rule'>): boolean {
  return ACCEPTABLE.has(rule);
}

/** The entries of `accept` that accept these findings and nothing else that is known: one for a rule and a path. */
export function entriesFor(findings: readonly Finding[], { owner, reason, expires }: Consent): Acceptance[] {
  const entries = findings.map(({ rule, setting = '' }) => ({
    rule,
    ...(setting !== '' && { path: setting }),
    owner,
    reason,
    ...(expires !== undefined && { expires }),
  }));
  return [...new Map(entries.map((entry) => [`${entry.rule} ${entry.path ?? ''}`, entry])).values()];
}
