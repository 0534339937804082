import type { PoolAudit, Subject } from '../audit/audit.js';
import { olderProvider } from '../audit/convergence.js';
import { changeContext, fieldOf, flatten, nameOf } from '../audit/diff.js';
import { adviceFor } from '../audit/judge.js';
import { redacted, shown } from '../audit/words.js';
import { facetOf } from '../facets/index.js';
import type { KeyedFacet } from '../model/facet.js';
import type { Change, Finding, Severity } from '../model/finding.js';
import { specWords } from '../model/spec-name.js';
import { settingName, yamlPath } from '../model/state.js';
import { shell } from '../text/shell.js';

export interface PlanOptions {
  /** Percent of the objects of a kind, or of the members of a guarded list, that may go without being told so. */
  readonly maxChange: number;
}

type Seen = NonNullable<PoolAudit['seen']>;

/** A finding without what the engine knows. */
interface Planned {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly docs?: string;
}

/**
 * What the next deploy would do to the live pool, from the same differences as the audit. Nothing of Terraform is run:
 * its plan shows an innocent update where AWS will refuse, and it does not know how many users a replacement loses.
 */
export function planPool(subject: Subject, seen: Seen, options: PlanOptions): Finding[] {
  const flat = flatten(seen.changes).filter(({ kind }) => kind !== 'unchecked');
  const names = new Set(flat.map(nameOf));
  const each = flat.flatMap((one) =>
    [...effects(one, seen, subject, names), ...losses(one, options)].map((planned) => finding(planned, one, subject)),
  );
  return [...each, ...manyGone(flat, subject, seen, options)];
}

function effects(one: Change, seen: Seen, subject: Subject, names: ReadonlySet<string>): Planned[] {
  const facet = facetOf(one.address.split('/')[0] ?? '');
  const keyed = facet?.kind === 'keyed' ? (facet as KeyedFacet) : undefined;
  if (one.kind === 'missing') return [create(one, keyed)];
  if (keyed?.fixed !== undefined) return [refused(one, keyed.fixed)];
  if (one.kind === 'extra') return wouldDestroy(one, subject, seen) ? [destroy(one, keyed)] : [];
  const own = fieldOf(one)?.plan(changeContext(one, names, seen.desired, seen.live)) ?? [];
  return [...settingEffects(one, subject, seen, names, keyed), ...own];
}

function settingEffects(
  one: Change,
  subject: Subject,
  seen: Seen,
  names: ReadonlySet<string>,
  keyed: KeyedFacet | undefined,
): Planned[] {
  const { fixedAtCreation } = fieldOf(one) ?? {};
  if (fixedAtCreation !== undefined) return [fixed(one, seen, fixedAtCreation)];
  return one.impact === 'replace' ? [replace(one, subject, seen, keyed)] : update(one, subject, seen, names);
}

/** Terraform says "No changes". What the spec itself says, and the pool is known not to be, cannot come true: an error. */
function fixed(one: Change, seen: Seen, argument: string): Planned {
  const setting = settingName(one.address, one.setting);
  const declared = seen.desired.entries.get(one.address)?.declared?.has(one.setting ?? '') === true;
  return {
    rule: 'fixed',
    severity: declared && one.live.kind === 'value' ? 'error' : 'warning',
    message: `${setting} stays ${shown(one.live, fieldOf(one))}: it was fixed when the pool was made. Terraform ignores ${argument}, and plans no change.`,
    help: `Write ${setting} as it is in the live pool, or make a new pool and move the users.`,
  };
}

function create(one: Change, facet: KeyedFacet | undefined): Planned {
  if (facet?.unsupported)
    return {
      rule: 'not-deployed',
      severity: 'warning',
      message: `A deploy does not make ${settingName(one.address)}: ${facet.unsupported.unsupported}.`,
      help: 'Run poolward fix after the deploy.',
      docs: facet.unsupported.issue,
    };
  return {
    rule: 'create',
    severity: 'note',
    message: `The ${facet?.noun ?? 'object'} ${yamlPath(one.address)[1]} is made.`,
    help: 'Nothing to do.',
  };
}

function refused(one: Change, why: string): Planned {
  return {
    rule: 'refused',
    severity: 'error',
    message: `The deploy fails at apply, though its plan looks like an update: ${settingName(one.address, one.setting)} differs. ${why}`,
    help: 'Declare it as it is in the live pool. To have another, add one of another name.',
    docs: 'https://github.com/hashicorp/terraform-provider-aws/issues/21654',
  };
}

/** Terraform destroys what its state holds and the code no longer names; the deploy outputs say which clients that is. */
function wouldDestroy(one: Change, { outputs }: Subject, seen: Seen): boolean {
  const id = seen.live.entries.get(one.address)?.id;
  return id !== undefined && [...outputs.ids.values()].includes(id);
}

function destroy(one: Change, facet: KeyedFacet | undefined): Planned {
  return {
    rule: 'destroy',
    severity: 'warning',
    message: `The ${facet?.noun ?? 'object'} ${yamlPath(one.address)[1]} is destroyed: the last deploy made it, and the spec no longer declares it.`,
    help: 'Declare it again to keep it.',
  };
}

function replace(one: Change, { document }: Subject, seen: Seen, facet: KeyedFacet | undefined): Planned {
  const setting = settingName(one.address, one.setting);
  const loss = facet
    ? `destroys the ${facet.noun} ${yamlPath(one.address)[1]} and makes another, with another id`
    : `destroys the pool and its ${users(seen)}, and makes an empty one`;
  const { inPlaceSince } = fieldOf(one) ?? {};
  if (inPlaceSince)
    return {
      rule: 'replace',
      severity: 'error',
      message: `${setting} differs, and Terraform ${loss} (prevent_destroy refuses that for a pool). ${olderProvider(inPlaceSince)}`,
      help: `${shell`poolward fix ${specWords(document.file)} --yes`} before the deploy; or terraform.providerVersion: ">= ${inPlaceSince.join('.')}, < 7.0.0".`,
    };
  return {
    rule: 'replace',
    severity: 'error',
    message: `${setting} is fixed at creation: Terraform ${loss} (prevent_destroy refuses that for a pool).`,
    help: `Write ${setting} as it is in the live pool, or make a new pool and move the users.`,
  };
}

function users({ snapshot }: Seen): string {
  const count = snapshot.pool?.ok ? snapshot.pool.value.EstimatedNumberOfUsers : undefined;
  return count === undefined ? 'users' : `${count} users (estimated by AWS)`;
}

function update(one: Change, subject: Subject, seen: Seen, names: ReadonlySet<string>): Planned[] {
  const by = adviceFor(one, names, seen).convergedBy;
  const field = fieldOf(one);
  const [want, have] = [shown(one.desired, field), shown(one.live, field)];
  const setting = settingName(one.address, one.setting);
  if (by === 'terraform')
    return [
      {
        rule: 'update',
        severity: 'note',
        message: `${setting} becomes ${want} (now ${have}).`,
        help: 'Nothing to do.',
      },
    ];
  const longer = field?.furtherFix === undefined ? '' : `; where AWS keeps it, ${field.furtherFix} goes a longer way`;
  const fix = shell`poolward fix ${specWords(subject.document.file)} --yes`;
  const how = by === 'fix' ? `${fix}${longer}` : 'Nothing converges it.';
  return [
    {
      rule: 'not-deployed',
      severity: 'warning',
      message: `${setting} stays ${have}: the deploy does not change it.`,
      help: how,
    },
  ];
}

/** A guarded list that loses many of its members. */
function losses(one: Change, { maxChange }: PlanOptions): Planned[] {
  const field = fieldOf(one);
  if (!field?.guarded || one.live.kind !== 'value') return [];
  const before = one.live.value as readonly string[];
  const after = one.desired.kind === 'value' ? (one.desired.value as readonly string[]) : [];
  const gone = before.filter((member) => !after.includes(member));
  return tooMany(
    gone.length,
    before.length,
    maxChange,
    `${gone.join(', ')} of ${settingName(one.address, one.setting)}`,
  );
}

function tooMany(gone: number, of: number, maxChange: number, what: string): Planned[] {
  if (of === 0 || (gone * 100) / of <= maxChange) return [];
  return [
    {
      rule: 'many-removed',
      severity: 'error',
      message: `${gone} of ${of} go at once (more than ${maxChange} %): ${what}.`,
      help: shell`If that is meant, say so: poolward plan --max-change ${Math.min(100, Math.ceil((gone * 100) / of))}`,
    },
  ];
}

/** Objects of one kind that the deploy destroys. */
function manyGone(flat: readonly Change[], subject: Subject, seen: Seen, { maxChange }: PlanOptions): Finding[] {
  const gone = flat.filter((one) => one.kind === 'extra' && wouldDestroy(one, subject, seen));
  const kinds = new Set(gone.map(({ address }) => address.split('/')[0] ?? ''));
  return [...kinds].flatMap((facet) => {
    const all = [...seen.live.entries.values()].filter((entry) => entry.facet === facet).length;
    const ours = gone.filter(({ address }) => address.startsWith(`${facet}/`));
    const names = ours.map(({ address }) => settingName(address)).join(', ');
    const [first] = ours;
    return first ? tooMany(ours.length, all, maxChange, names).map((planned) => finding(planned, first, subject)) : [];
  });
}

function finding({ rule, docs, ...planned }: Planned, one: Change, { document, spec }: Subject): Finding {
  const setting = settingName(one.address, one.setting);
  return {
    rule: `plan/${rule}`,
    ...planned,
    ...(docs && { docs }),
    target: document.file,
    setting,
    at: document.locate(yamlPath(one.address, one.setting), one.kind === 'extra' ? 'key' : 'value'),
    change: redacted(one),
    confidence: 'documented',
    fingerprint: `${spec.pool.id}:plan/${rule}:${setting}`,
  };
}
