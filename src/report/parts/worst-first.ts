import { type Finding, SEVERITIES } from '../../model/finding.js';

/** The worst first; among equals the order in which they came. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
