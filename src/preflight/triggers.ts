import { madeTriggers } from '../facets/kit/made-functions.js';
import { valueAt } from '../model/state.js';
import type { PreflightInput } from './check.js';

/** A trigger of the spec. */
export interface Trigger {
  readonly setting: string;
  /** Of a function, a version or an alias. */
  readonly arn: string;
}

/** The triggers that the spec wants, in the order of the sections' rows; without those whose function the stack makes. */
export function triggersOf({ state, identity }: PreflightInput): readonly Trigger[] {
  const made: readonly string[] = madeTriggers({ identity, desired: (name) => valueAt(state, name) });
  return [...(state.entries.get('triggers')?.settings ?? [])].flatMap(([setting, at]) => {
    const arn = at.kind === 'value' && !made.includes(setting) ? at.value : undefined;
    return typeof arn === 'string' && /^arn:[^:]+:lambda:/.test(arn) ? [{ setting, arn }] : [];
  });
}
