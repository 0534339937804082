import { type Finding, SEVERITIES } from '../../model/finding.js';
import { count } from '../parts/count.js';

/** Findings in a few words: `1 error, 2 notes`; of no finding nothing. */
export function tally(findings: readonly Finding[]): string {
  return SEVERITIES.flatMap((severity) => {
    const number = findings.filter((one) => one.severity === severity).length;
    return number === 0 ? [] : [count(number, severity)];
  }).join(', ');
}
