import { diff } from '../audit/diff.js';
import { FACETS, facetOf, type PoolSpec } from '../facets/index.js';
import { parseArn, partitionOf } from '../facets/kit/arn.js';
import type { Facet, Field, PoolIdentity, Snapshot } from '../model/facet.js';
import type { Finding } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';
import { type Entry, type PoolState, settingName } from '../model/state.js';
import { desired as desiredOf } from '../spec/desired.js';
import { parseSpec } from '../spec/parse.js';
import { type Draft, isSaid, type Place, placesOf, type Section } from './draft.js';
import { type PulledFile, withFiles } from './files.js';
import { type Imports, imports } from './imports.js';
import { type Keyed, kebab, keyed } from './keys.js';
import { leftOut, withLeftOut } from './left-out.js';
import { minimal } from './minimal.js';
import { print } from './print.js';
import { confusable, missingParts, type Remark, unreadParts, unusual, unverifiableParts } from './remarks.js';
import { sayable, type Unsaid } from './sayable.js';

/** What to make of a live pool. */
export interface PullRequest {
  readonly poolId: string;
  /** `pool.id` of the spec; made from the name where it is left out. */
  readonly id: string | undefined;
  /** Where editors find the schema, as the first line says it. */
  readonly schema: string;
  /** Name of the spec file, for findings. */
  readonly file: string;
}

/** A live pool as a spec. */
export interface Pulled {
  readonly text: string;
  readonly imports: Imports;
  readonly files: readonly PulledFile[];
  /** What the pool has and no spec can say. */
  readonly findings: readonly Finding[];
  /** What could not be looked at, as `setting: reason`. */
  readonly unread: readonly string[];
}

/** Makes the spec, and the imports, of a pool that was read; the pool itself must be in the snapshot. */
export function pull(snapshot: Snapshot, request: PullRequest): Pulled {
  const found = keyed(snapshot);
  const identity = identityOf(snapshot, request);
  const { draft, unsaid } = sayable(drafted(found, identity, request.poolId), (one) => documentOf(one, request));
  const whole = withLeftOut(draft, found.live, identity);
  const desired = desiredOf(specOf(whole));
  const rest = [...unsaid, ...unsayable(desired, found.live, unsaid)];
  const { draft: named, files } = withFiles(whole);
  const unread = unreadParts(found.live);
  return {
    text: print(named, [...remarksAbout(whole, found), ...remarksAtTheEnd(whole, found, rest)], request.schema),
    imports: imports(request.poolId, desired, found.live, identity),
    files,
    findings: rest.map((one) => finding(one, identity, request.file)),
    unread: unread.map(({ place, reason }) => `${settingName(place.address, place.setting)}: ${reason}`),
  };
}

function remarksAbout(draft: Draft, { live, namesakes }: Keyed): Remark[] {
  return [...confusable(namesakes), ...unusual(live, placesOf(draft)), ...leftOut(draft)];
}

function remarksAtTheEnd(draft: Draft, { live }: Keyed, unsaid: readonly Unsaid[]): Remark[] {
  const unverifiable = unverifiableParts(live, (address) => isSaid(draft, { address }));
  return missingParts(unsaid, unreadParts(live), unverifiable);
}

/** A draft is a spec once the schema and the rules have nothing to say against it. */
function specOf({ sections }: Draft): PoolSpec {
  return sections as unknown as PoolSpec;
}

/** Who the pool is, by its own ARN. */
function identityOf({ pool }: Snapshot, { id }: PullRequest): PoolIdentity {
  const { Name: name = '', Arn = '' } = pool?.ok ? pool.value : {};
  const { region = '', account = '', partition = partitionOf(region) } = parseArn(Arn) ?? {};
  return { id: id ?? idOf(name), name, region, account, partition };
}

function idOf(name: string): string {
  const id = kebab(name);
  return /^[a-z]/.test(id) ? id : `pool${id && `-${id}`}`;
}

function drafted({ live }: Keyed, identity: PoolIdentity, poolId: string): Draft {
  const sections = (FACETS as readonly Facet[]).flatMap((facet): [string, Section][] => {
    const section = sectionOf(facet, live, identity);
    const whole = facet.id === 'pool' ? inOrder(facet, { ...section, ...who(identity), userPoolId: poolId }) : section;
    return Object.keys(whole).length === 0 ? [] : [[facet.id, whole]];
  });
  return { sections: Object.fromEntries(sections) };
}

function sectionOf(facet: Facet, live: PoolState, identity: PoolIdentity): Section {
  const entries = [...live.entries.values()].filter((entry) => entry.facet === facet.id);
  if (facet.kind === 'single') return Object.assign({}, ...entries.map((entry) => minimal(facet, entry, identity)));
  const known = entries.filter((entry) => facet.keyedBy === undefined || isRead(entry));
  const objects = known.sort(byKey).map((entry) => [entry.key ?? '', orNothing(minimal(facet, entry, identity))]);
  return Object.fromEntries(objects);
}

/** A client that cannot be described is there; whether it has a style of its own is not known. */
function isRead({ settings }: Entry): boolean {
  return [...settings.values()].some(({ kind }) => kind !== 'unreadable');
}

const byKey = (a: { readonly key?: string }, b: { readonly key?: string }): number =>
  (a.key ?? '') < (b.key ?? '') ? -1 : 1;

/** `web:` is an object with only defaults. */
function orNothing(section: Section): Section | null {
  return Object.keys(section).length === 0 ? null : section;
}

function who({ id, name, region, account }: PoolIdentity): Section {
  return { id, name, region, account };
}

function inOrder({ fields }: Facet, section: Section): Section {
  return Object.fromEntries(Object.keys(fields).flatMap((name) => (name in section ? [[name, section[name]]] : [])));
}

function documentOf(draft: Draft, { file, schema }: PullRequest): SourceDocument {
  const text = print(withFiles(draft).draft, [], schema);
  const { document, findings } = parseSpec(file, new TextEncoder().encode(text));
  if (!document || findings.length > 0) throw new Error(`the pulled spec cannot be read: ${findings[0]?.message}`);
  return document;
}

/** What still differs from the live pool, though all was said that can be. */
function unsayable(desired: PoolState, live: PoolState, known: readonly Unsaid[]): Unsaid[] {
  const told = new Set(known.map(({ place }) => settingName(place.address, place.setting)));
  const differences = diff(desired, live).changes.filter(({ kind }) => kind !== 'unchecked');
  return differences.flatMap(({ address, setting, live: { kind } }) => {
    if (told.has(settingName(address, setting)) || told.has(settingName(address))) return [];
    const place: Place = { address, ...(setting !== undefined && { setting }) };
    return [{ place, reason: kind === 'absent' ? noneBut(place) : whyNot(place) }];
  });
}

function noneBut(place: Place): string {
  return fieldAt(place)?.fixedAtCreation === undefined
    ? 'the live pool has none, and no spec can ask for that'
    : 'the live pool was made without it, which no spec can say and nothing changes';
}

function whyNot(place: Place): string {
  return fieldAt(place)?.opaque ?? 'no spec can say what is live';
}

function fieldAt({ address, setting = '' }: Place): Field<any> | undefined {
  return facetOf(address.split('/')[0] ?? '')?.fields[setting];
}

function finding({ place, reason }: Unsaid, identity: PoolIdentity, file: string): Finding {
  const setting = settingName(place.address, place.setting);
  return {
    rule: 'pull/unsayable',
    severity: 'warning',
    message: `${setting} is not in the spec: ${reason.replace(/\.$/, '')}.`,
    target: file,
    setting,
    confidence: 'measured',
    fingerprint: `${identity.id}:pull/unsayable:${setting}`,
  };
}
