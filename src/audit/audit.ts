import { FACETS, type PoolSpec } from '../facets/index.js';
import { type Acceptance, accepted, isBeneath, isOver } from '../model/accept.js';
import type { RuleChoice } from '../model/config.js';
import type { Facet, PoolIdentity, SectionName, Snapshot } from '../model/facet.js';
import type { Change, Finding } from '../model/finding.js';
import type { Coverage, Target, Uncompared } from '../model/report.js';
import { setAside } from '../model/set-aside.js';
import type { SourceDocument } from '../model/source.js';
import { type PoolState, settingName } from '../model/state.js';
import type { Unjudged } from '../rules/run.js';
import { unusedAcceptances } from '../spec/acceptances.js';
import { desired as desiredState, identityOf } from '../spec/desired.js';
import { brokenParts } from './broken.js';
import type { DeployedState } from './deployed-state.js';
import { diff } from './diff.js';
import { judge } from './judge.js';
import { foreign, gate, gone, locatePool } from './locate.js';
import { type KnownIds, observe } from './observe.js';
import type { PoolReader } from './ports.js';
import { type LivePosture, livePosture } from './posture.js';
import { remade } from './remade.js';
import { withOrigins } from './three-way.js';
import { unfinished } from './unfinished.js';

/** A valid spec, and what earlier deploys say about it. */
export interface Subject {
  readonly document: SourceDocument;
  readonly spec: PoolSpec;
  /** From the deploy outputs; empty where there are none. */
  readonly outputs: DeployOutputs;
  /** YYYY-MM-DD: what ends on a day ends by this one. */
  readonly today: string;
  /** The rules to judge the live pool by; absent where only its drift is asked for. */
  readonly choice?: RuleChoice;
  /** Entries of `accept` that accepted something in the spec itself. */
  readonly accepted?: ReadonlySet<number>;
}

/** Ids that a deploy wrote down. */
export interface DeployOutputs {
  readonly userPoolId?: string;
  readonly ids: KnownIds;
  /** What Terraform last knew of each resource, where the outputs came in a state. */
  readonly state?: DeployedState;
  /** Addresses of resources that the deploy left half made. */
  readonly tainted?: readonly string[];
}

/** One pool, audited. */
export interface PoolAudit {
  readonly target: Target;
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
  /** Absent when the pool could not be looked at. */
  readonly seen?: {
    readonly poolId: string;
    readonly identity: PoolIdentity;
    readonly snapshot: Snapshot;
    readonly desired: PoolState;
    readonly live: PoolState;
    readonly changes: readonly Change[];
    /** Fingerprints of weaknesses that the findings about the changes tell. */
    readonly told: readonly string[];
  };
}

/**
 * An audit without what was only needed to make it: the answers of AWS, and a pool in two states. Over a fleet they would add
 * up; its changes and what they tell stay.
 */
export function withoutAnswers(audit: PoolAudit): PoolAudit {
  const nothing: PoolState = { origin: 'live', entries: new Map(), unreadable: new Map(), ambiguous: new Map() };
  return audit.seen ? { ...audit, seen: { ...audit.seen, snapshot: {}, desired: nothing, live: nothing } } : audit;
}

/** The sections that the registry reads. */
export const SECTIONS: readonly SectionName[] = [
  ...new Set((FACETS as readonly Facet[]).flatMap(({ reads }) => reads)),
];

/** Finds the pool, reads it, compares it and judges. Never throws for what AWS answers. */
export async function auditPool(subject: Subject, reader: PoolReader): Promise<PoolAudit> {
  const audit = await lookAt(subject, reader);
  return { ...audit, findings: [...unfinished(subject), ...audit.findings] };
}

async function lookAt(subject: Subject, reader: PoolReader): Promise<PoolAudit> {
  const identity = identityOf(subject.spec);
  const found = await locatePool(subject, identity, reader);
  if ('finding' in found) return notLookedAt(subject, identity, await gate(found.finding, subject, identity, reader));
  const wanted = desiredState(subject.spec);
  const users = Object.keys(subject.spec.users ?? {});
  const snapshot = await reader.read({ poolId: found.poolId, sections: SECTIONS, users });
  const problem = foreign(snapshot, subject, identity, found.poolId) ?? gone(snapshot, subject, identity, found.poolId);
  if (problem) return notLookedAt(subject, identity, await gate(problem, subject, identity, reader), found.poolId);
  return compare(subject, identity, found.poolId, snapshot, wanted);
}

function compare(
  subject: Subject,
  identity: PoolIdentity,
  poolId: string,
  snapshot: Snapshot,
  wanted: PoolState,
): PoolAudit {
  const whole = observe(snapshot, wanted, subject.outputs.ids);
  const { desired, live, unmanaged, unused } = setAside(wanted, whole, subject.spec.unmanaged, subject.today);
  const { changes, checked, unverifiable } = diff(desired, live);
  const { document } = subject;
  const named = (one: { address: string; setting?: string | undefined }, reason: string): Uncompared => ({
    target: document.file,
    setting: settingName(one.address, one.setting),
    reason,
  });
  const plain = judge(changes, { document, identity, desired, live });
  const { state } = subject.outputs;
  const drift = state ? withOrigins(plain, changes, { state, identity, desired, live }) : plain;
  const kept = unmanaged.map(({ setting }) => setting);
  const judged: LivePosture = subject.choice
    ? livePosture(subject, subject.choice, { live: whole, drift, changes, unmanaged: kept })
    : { drift, findings: [], told: [], repeated: [], unjudged: [] };
  const unchecked = [
    ...changes
      .filter((one) => one.kind === 'unchecked')
      .map((one) => named(one, one.live.kind === 'unreadable' ? one.live.reason : 'not read')),
    ...unjudgedAs('unchecked', judged, document.file),
  ];
  const states = [
    ...brokenParts(snapshot, { document, identity, desired }),
    ...remade(subject.outputs.ids, { document, identity, desired, live }),
  ].filter(({ setting = '' }) => !kept.some((path) => isBeneath(setting, path)));
  const tolerated = accepted([...judged.drift, ...states, ...judged.findings], subject.spec.accept, subject.today);
  // Earlier versions told the same item of spec and pool apart, and each had its own entry of `accept`.
  const repeated = accepted(judged.repeated, subject.spec.accept, subject.today);
  return {
    target: { spec: document.file, poolId, region: identity.region, account: identity.account },
    findings: [
      ...tolerated.findings,
      ...unused.map((index) => unusedUnmanaged(index, subject, identity)),
      ...expired(subject, identity),
      ...unusedOf(subject, new Set([...tolerated.used, ...repeated.used]), unchecked),
    ],
    coverage: {
      checked,
      unchecked,
      unverifiable: [
        ...unverifiable.map((one) => named(one, one.reason)),
        ...unjudgedAs('unverifiable', judged, document.file),
      ],
      unmanaged: unmanaged.map((one) => ({ target: document.file, ...one })),
    },
    seen: { poolId, identity, snapshot, desired, live, changes, told: judged.told },
  };
}

/** A rule that could not look has not been passed. */
function unjudgedAs(kind: Unjudged['kind'], { unjudged }: LivePosture, target: string): Uncompared[] {
  return unjudged
    .filter((one) => one.kind === kind)
    .map(({ rule, reason }) => ({ target, setting: `rule ${rule}`, reason }));
}

/** Entries of `accept` without a finding; not those whose finding may hide in what was not read. */
function unusedOf(subject: Subject, used: ReadonlySet<number>, unchecked: readonly Uncompared[]): Finding[] {
  if (!subject.choice) return [];
  const all = new Set([...used, ...(subject.accepted ?? [])]);
  const unread = unchecked.map(({ setting }) => setting);
  // What a preflight finds is for a preflight to see.
  const looked = ({ rule, path = '' }: Acceptance) =>
    !rule.startsWith('preflight/') &&
    unread.every((one) => one !== `rule ${rule}` && path !== '' && !isBeneath(one, path) && !isBeneath(path, one));
  return unusedAcceptances(subject, all, subject.today, looked);
}

function unusedUnmanaged(index: number, { document, spec }: Subject, identity: PoolIdentity): Finding {
  const { path, id } = spec.unmanaged?.[index] ?? {};
  return {
    rule: 'unmanaged/names-nothing',
    severity: 'warning',
    message: `unmanaged names ${path ?? id}, which neither the spec nor the live pool has.`,
    help: 'Correct or remove the entry.',
    target: document.file,
    setting: `unmanaged.${index}`,
    at: document.locate(['unmanaged', index]),
    confidence: 'measured',
    fingerprint: `${identity.id}:unmanaged/names-nothing:${path ?? id}`,
  };
}

/** An entry whose day has come is compared again, and said. */
function expired({ document, spec, today }: Subject, identity: PoolIdentity): Finding[] {
  return [...(spec.unmanaged ?? []).entries()].flatMap(([index, entry]) => {
    if (!isOver(entry, today)) return [];
    const { path, id, expires, owner } = entry;
    return [
      {
        rule: 'unmanaged/expired',
        severity: 'warning' as const,
        message: `unmanaged ${path ?? id} (${owner}) ended on ${expires}; it is compared again.`,
        help: 'Remove the entry, or agree on a new day.',
        target: document.file,
        setting: `unmanaged.${index}.expires`,
        at: document.locate(['unmanaged', index, 'expires']),
        confidence: 'measured' as const,
        fingerprint: `${identity.id}:unmanaged/expired:${path ?? id}`,
      },
    ];
  });
}

/** Nothing of the pool was seen: all of it is unchecked. */
function notLookedAt(subject: Subject, identity: PoolIdentity, finding: Finding, poolId?: string): PoolAudit {
  const { file } = subject.document;
  return {
    target: { spec: file, ...(poolId && { poolId }), region: identity.region, account: identity.account },
    findings: [finding],
    coverage: {
      checked: 0,
      unchecked: [{ target: file, setting: '*', reason: finding.message }],
      unverifiable: [],
      unmanaged: [],
    },
  };
}
