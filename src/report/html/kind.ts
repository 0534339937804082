import type { Finding } from '../../model/finding.js';
import { isUnchecked } from '../parts/verdict.js';

/** What findings are about, and how the page says it; in this order. */
export const KINDS = {
  drift: 'Drift',
  unchecked: 'Could not be read',
  rule: 'Rules',
  preflight: 'Needs of a deploy',
  spec: 'The files themselves',
} as const;

export type Kind = keyof typeof KINDS;

export function kind(finding: Finding): Kind {
  if (isUnchecked(finding)) return 'unchecked';
  if (finding.change !== undefined || finding.rule.startsWith('drift/')) return 'drift';
  if (finding.rule.startsWith('preflight/')) return 'preflight';
  return finding.rule.includes('/') ? 'spec' : 'rule';
}
