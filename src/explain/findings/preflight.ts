import type { Check } from '../../preflight/check.js';
import { CHECKS } from '../../preflight/checks/index.js';
import { ACCOUNT } from '../../preflight/preflight.js';
import type { FindingKind } from './kind.js';

/** About other services; made of the checks themselves. */
export const PREFLIGHT: readonly FindingKind[] = [ACCOUNT, ...CHECKS].flatMap((check) =>
  Object.entries(check.findings).map(([name, found]) => kindOf(check, name, found)),
);

function kindOf({ actions, references }: Check, name: string, found: Check['findings'][string]): FindingKind {
  const needs = actions.length === 0 ? '' : ` Looking takes ${actions.join(', ')}.`;
  return {
    id: `preflight/${name}`,
    ...found,
    why: 'Terraform would find out at apply, or nobody before the first user does.',
    todo: `What the finding says, before the deploy.${needs}`,
    references,
  };
}
