import type { Finding } from './finding.js';

/** A finding that is known and tolerated: it is reported as accepted, and does not count. */
export interface Acceptance {
  /** Id of a rule, or of a drift: `drift/changed`. */
  readonly rule: string;
  /** Spec path of a section, an object or a setting, with all beneath it; absent: everywhere in this spec. */
  readonly path?: string;
  readonly owner: string;
  readonly reason: string;
  /** Day on which this ends, YYYY-MM-DD; from then on the finding counts again. */
  readonly expires?: string;
}

/** What an audit finds by no rule and may be tolerated. What could not be read is none: nobody knows what it is. */
export const ACCEPTABLE_DRIFT: readonly string[] = [
  'drift/changed',
  'drift/extra',
  'drift/missing',
  'audit/broken',
  'audit/made-again',
];

/** Findings with what is accepted of them marked, and the entries that marked something. */
export interface Accepted {
  readonly findings: readonly Finding[];
  readonly used: ReadonlySet<number>;
}

/** Marks the findings that a spec accepts. An entry whose day has come marks nothing. `today` is YYYY-MM-DD. */
export function accepted(
  findings: readonly Finding[],
  accept: readonly Acceptance[] | undefined,
  today: string,
): Accepted {
  const active = [...(accept ?? []).entries()].filter(([, entry]) => !isOver(entry, today));
  const used = new Set<number>();
  const marked = findings.map((finding) => {
    const by = active.filter(([, entry]) => accepts(entry, finding));
    for (const [index] of by) used.add(index);
    const [first] = by;
    return first ? { ...finding, status: 'accepted' as const, acceptedBy: whoAndWhy(first[1]) } : finding;
  });
  return { findings: marked, used };
}

function whoAndWhy({ owner, reason, expires }: Acceptance): NonNullable<Finding['acceptedBy']> {
  return { owner, reason, ...(expires !== undefined && { expires }) };
}

/** Whether the day of an entry has come. */
export function isOver({ expires }: { readonly expires?: string | undefined }, today: string): boolean {
  return expires !== undefined && expires <= today;
}

function accepts({ rule, path }: Acceptance, finding: Finding): boolean {
  if (finding.rule !== rule) return false;
  return path === undefined || [finding.setting ?? '', ...(finding.formerly ?? [])].some((one) => isBeneath(one, path));
}

/** Whether a setting is a path, or lies beneath it. */
export function isBeneath(setting: string, path: string): boolean {
  return setting === path || setting.startsWith(`${path}.`) || setting.startsWith(`${path}[`);
}

/** Whether a finding asks for somebody's attention: it is neither accepted nor gone. */
export function isOpen({ status }: Finding): boolean {
  return status !== 'accepted' && status !== 'gone';
}
