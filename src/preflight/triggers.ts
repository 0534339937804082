import type { PreflightInput } from './check.js';

/** A trigger of the spec. */
export interface Trigger {
  readonly setting: string;
  /** Of a function, a version or an alias. */
  readonly arn: string;
}

/** The triggers that the spec wants, in the order of the sections' rows. */
export function triggersOf({ state }: PreflightInput): readonly Trigger[] {
  return [...(state.entries.get('triggers')?.settings ?? [])].flatMap(([setting, at]) => {
    const arn = at.kind === 'value' ? at.value : undefined;
    return typeof arn === 'string' && /^arn:[^:]+:lambda:/.test(arn) ? [{ setting, arn }] : [];
  });
}
