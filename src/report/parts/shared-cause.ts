import type { Finding } from '../../model/finding.js';

/** Specs of which one finding is told once. */
const MANY = 3;

/** The findings that are told in full, each with those of other specs that say the same. */
export interface Told {
  readonly finding: Finding;
  /** In the order of the report. */
  readonly sameIn: readonly Finding[];
}

/**
 * What is the same in many specs is told once, at the first of them: one cause, one text, and the list. Two findings are the
 * same when they have rule, setting, severity and text in common; that the command names another file is no difference.
 */
export function toldOnce(findings: readonly Finding[]): ReadonlyMap<Finding, Told> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const told = new Map<Finding, Told>();
  for (const group of groups.values()) {
    const specs = new Set(group.map(({ target }) => target));
    const together = specs.size >= MANY && specs.size === group.length;
    const [first] = group;
    if (together && first) told.set(first, { finding: first, sameIn: group.slice(1) });
    else for (const finding of group) told.set(finding, { finding, sameIn: [] });
  }
  return told;
}

function keyOf({ rule, setting, severity, status, message, cause, change, target, since, by }: Finding): string {
  const named = (text: string | undefined) => (target && text ? text.replaceAll(target, '') : text);
  const sides = [change?.desired, change?.live];
  return text([rule, setting, severity, status, named(message), named(cause), sides, since, by]);
}

/** A value may be a number that JSON has none for. */
function text(value: unknown): string {
  return JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? `${part}n` : part));
}
