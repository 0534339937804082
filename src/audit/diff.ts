import { FACETS } from '../facets/index.js';
import { sameList } from '../model/equality.js';
import type { ChangeContext, Facet, Field } from '../model/facet.js';
import type { Change } from '../model/finding.js';
import {
  ABSENT,
  type Address,
  addressOf,
  type Entry,
  type Observed,
  observed,
  type PoolState,
  valueAt,
} from '../model/state.js';
import { admitsBelow } from '../model/version.js';

/** All differences, and how much was compared. */
export interface Difference {
  /** Root changes, in the order of the facets; what follows from one is attached to it. */
  readonly changes: readonly Change[];
  /** Settings that were seen on both sides. */
  readonly checked: number;
  /** Settings that AWS never returns. */
  readonly unverifiable: readonly { readonly address: Address; readonly setting: string; readonly reason: string }[];
}

/** Compares two states of a pool. Knows nothing of AWS, Terraform or YAML: all that is in the rows. */
export function diff(desired: PoolState, live: PoolState): Difference {
  const facets = (FACETS as readonly Facet[]).filter((facet) => facet.reads.length > 0);
  const parts = facets.flatMap((facet) => facetParts(facet, desired, live));
  return {
    changes: attach(
      parts.flatMap((part) => part.changes),
      desired,
      live,
    ),
    checked: parts.reduce((sum, part) => sum + part.checked, 0),
    unverifiable: parts.flatMap((part) => part.unverifiable),
  };
}

const NOTHING: Difference = { changes: [], checked: 0, unverifiable: [] };

function facetParts(facet: Facet, desired: PoolState, live: PoolState): Difference[] {
  const ours = ([, entry]: [Address, Entry]) => entry.facet === facet.id;
  const wanted = [...desired.entries].filter(ours);
  const known = new Set(wanted.map(([address]) => address));
  const provider = valueAt(desired, 'terraform.providerVersion');
  const undeclared = [...live.entries].filter(ours).filter(([address]) => !known.has(address));
  return [
    ...(live.unreadable.has(facet.id) && facet.kind === 'keyed' ? [unlisted(facet, live)] : []),
    ...wanted.map(([address, entry]) => entryPart(facet, address, entry, live, provider)),
    ...undeclared.map(([address, entry]) => only(undeclaredOf(facet, address, entry))),
  ];
}

function only(...changes: readonly Change[]): Difference {
  return { ...NOTHING, changes };
}

/** The list itself could not be read: nobody knows whether something undeclared is there. */
function unlisted(facet: Facet, live: PoolState): Difference {
  return only(unchecked(facet.id, undefined, ABSENT, live.unreadable.get(facet.id) ?? 'not read'));
}

function entryPart(facet: Facet, address: Address, wanted: Entry, live: PoolState, provider: unknown): Difference {
  const rivals = live.ambiguous.get(address);
  if (rivals) return only(...ambiguous(facet, address, wanted, rivals, claimants(rivals, live)));
  const found = live.entries.get(address);
  if (found) return settingsPart(facet, address, wanted, found, provider);
  // The list's own change says so already.
  if (live.unreadable.has(facet.id)) return NOTHING;
  return only(change('missing', address, undefined, observed(wanted.key), ABSENT, 'update'));
}

function settingsPart(facet: Facet, address: Address, wanted: Entry, found: Entry, provider: unknown): Difference {
  const blocked = blockedBy(found);
  if (blocked !== undefined) return only(unchecked(address, undefined, observed(found.key), blocked));
  const parts = Object.entries(facet.fields).map(([name, field]) => {
    const seen = found.settings.get(name);
    return seen === undefined ? NOTHING : settingPart(address, name, field, wanted, seen, provider);
  });
  return {
    changes: parts.flatMap((part) => part.changes),
    checked: parts.reduce((sum, part) => sum + part.checked, 0),
    unverifiable: parts.flatMap((part) => part.unverifiable),
  };
}

/** The reason why nothing of an entry could be read, where that is so. */
function blockedBy(found: Entry): string | undefined {
  const [first, ...rest] = found.settings.values();
  if (first?.kind !== 'unreadable') return undefined;
  return rest.every((other) => other.kind === 'unreadable') ? first.reason : undefined;
}

function settingPart(
  address: Address,
  setting: string,
  field: Field<any>,
  wanted: Entry,
  seen: Observed,
  provider: unknown,
): Difference {
  const want = wanted.settings.get(setting) ?? ABSENT;
  if (seen.kind === 'unverifiable')
    return { ...NOTHING, unverifiable: want.kind === 'absent' ? [] : [{ address, setting, reason: seen.reason }] };
  if (seen.kind === 'unreadable') return only(unchecked(address, setting, want, seen.reason));
  const same =
    want.kind === 'value' && seen.kind === 'value' ? field.equal(want.value, seen.value) : want.kind === seen.kind;
  const impact = impactOf(field, wanted.declared?.has(setting) === true, provider);
  const unseen = same && field.opaque && want.kind === 'value' ? [{ address, setting, reason: field.opaque }] : [];
  const changes = same ? [] : [change('changed', address, setting, want, seen, impact)];
  return { checked: unseen.length > 0 ? 0 : 1, changes, unverifiable: unseen };
}

/** What a deploy does: Terraform is not told of a default that would replace, or ignores the argument. */
function impactOf(field: Field<any>, declared: boolean, provider: unknown): Change['impact'] {
  const { onChange, fixedAtCreation, inPlaceSince } = field;
  if (onChange === 'replace' && (!declared || fixedAtCreation !== undefined)) return 'none';
  return inPlaceSince && !admitsBelow(String(provider ?? ''), inPlaceSince) ? 'update' : onChange;
}

/** The addresses that mean one of the same live objects. */
function claimants(rivals: readonly string[], live: PoolState): Address[] {
  return [...live.ambiguous].flatMap(([address, others]) => (sameList(others, rivals) ? [address] : []));
}

/** Several live objects of one name, and no id that tells them apart; those beyond the spec's are said once. */
function ambiguous(
  facet: Facet,
  address: Address,
  wanted: Entry,
  rivals: readonly string[],
  claimants: readonly Address[],
): Change[] {
  const ids = rivals.join(', ');
  const reason = `${rivals.length} live objects bear the name (${ids}); give the deploy outputs, so that the id decides`;
  return [
    unchecked(address, undefined, observed(wanted.key), reason),
    ...(rivals.length > claimants.length && address === claimants[0]
      ? [extraOf(addressOf(facet.id, `${wanted.key}#`), ids)]
      : []),
  ];
}

/** An attachment of another object that could not be read may not be there at all. */
function undeclaredOf(facet: Facet, address: Address, entry: Entry): Change {
  const reason = facet.kind === 'keyed' && facet.keyedBy ? blockedBy(entry) : undefined;
  return reason === undefined ? extra(address, entry) : unchecked(address, undefined, ABSENT, reason);
}

function extra(address: Address, entry: Entry): Change {
  return extraOf(address, entry.id ?? entry.key ?? '');
}

function extraOf(address: Address, id: string): Change {
  return change('extra', address, undefined, ABSENT, observed(id), 'none');
}

function unchecked(address: Address, setting: string | undefined, desired: Observed, reason: string): Change {
  return change('unchecked', address, setting, desired, { kind: 'unreadable', reason }, 'none');
}

function change(
  kind: Change['kind'],
  address: Address,
  setting: string | undefined,
  desired: Observed,
  live: Observed,
  impact: Change['impact'],
): Change {
  return { kind, address, ...(setting !== undefined && { setting }), desired, live, impact, derived: [] };
}

/** Hangs each change that follows from another one beneath it. A circle of rows would be a fault: it stays at the root. */
function attach(changes: readonly Change[], desired: PoolState, live: PoolState): readonly Change[] {
  const byName = new Map(changes.map((one) => [nameOf(one), one]));
  const parents = new Map(changes.map((one) => [one, parentOf(one, byName, desired, live)]));
  const children = (parent: Change): Change => ({
    ...parent,
    derived: changes.filter((one) => parents.get(one) === parent).map(children),
  });
  return changes.filter((one) => parents.get(one) === undefined).map(children);
}

/** `mfa.sms`, `clients/web.callbackUrls`: how changes refer to each other. */
export function nameOf({ address, setting }: Change): string {
  return setting === undefined ? address : `${address}.${setting}`;
}

function parentOf(
  one: Change,
  byName: ReadonlyMap<string, Change>,
  desired: PoolState,
  live: PoolState,
): Change | undefined {
  const field = fieldOf(one);
  if (one.kind !== 'changed' || !field) return undefined;
  const name = field.derivedFrom(changeContext(one, new Set(byName.keys()), desired, live));
  const parent = name === undefined ? undefined : byName.get(name);
  return parent?.kind === 'changed' && parent !== one ? parent : undefined;
}

/** Root changes with all that follow from them. */
export function flatten(changes: readonly Change[]): Change[] {
  return changes.flatMap((one) => [one, ...flatten(one.derived)]);
}

/** The row behind a change; undefined for a change of a whole object. */
export function fieldOf({ address, setting }: Change): Field<any> | undefined {
  const facet = (FACETS as readonly Facet[]).find(({ id }) => id === address.split('/')[0]);
  return setting === undefined ? undefined : facet?.fields[setting];
}

/** What a row may look at when it speaks about a change. `changed` holds names as `mfa.sms`. */
export function changeContext(
  one: Change,
  changed: ReadonlySet<string>,
  desired: PoolState,
  live: PoolState,
): ChangeContext {
  return {
    desired: one.desired,
    live: one.live,
    changed: (name) => changed.has(name),
    sibling: (setting) => `${one.address}.${setting}`,
    desiredAt: (name) => valueAt(desired, name),
    liveAt: (name) => valueAt(live, name),
  };
}
