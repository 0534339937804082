import type { SourceSpan } from './source.js';
import type { Address, Observed } from './state.js';

/** What it would take Terraform to make the change. `replace` destroys the object and, for a pool, its users. */
export type Impact = 'none' | 'update' | 'replace';

/** Who brings the live pool back: the next deploy, `poolward fix`, or nothing that exists. */
export type ConvergedBy = 'terraform' | 'fix' | 'nobody';

/** How sure a statement about AWS is: seen on real pools, AWS says so, or concluded from several sources. */
export type Confidence = 'measured' | 'documented' | 'inferred';

/** A fact: one difference between desired and live. */
export interface Change {
  readonly kind: 'changed' | 'missing' | 'extra' | 'unchecked';
  readonly address: Address;
  /** Key within the entry; absent when the whole entry is missing or extra. */
  readonly setting?: string;
  readonly desired: Observed;
  readonly live: Observed;
  readonly impact: Impact;
  /** Differences that follow from this one and need no attention of their own. */
  readonly derived: readonly Change[];
}

/** `error`: insecure, or breaks sign-in or deploy. */
export type Severity = 'error' | 'warning' | 'note';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** A judgement about a fact, ready for a reader. */
export interface Finding {
  /** A stable id: `drift/changed`, `schema/unknown-key`, `email-mfa-needs-ses`. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence that names the thing, what was found and what was expected. Never holds a secret. */
  readonly message: string;
  /** The spec file. */
  readonly target?: string;
  /** Spec path: `mfa.sms`, `clients.web.callbackUrls`. */
  readonly setting?: string;
  /** Names that earlier versions gave the setting; what they accepted and remembered still holds. */
  readonly formerly?: readonly string[];
  readonly at?: SourceSpan;
  readonly change?: Change;
  readonly convergedBy?: ConvergedBy;
  readonly confidence: Confidence;
  /** Why it happened, where we know. */
  readonly cause?: string;
  /** What the next deploy would do about it. */
  readonly deploy?: string;
  /** Who made the change, with what and from where; or that nobody was found, or why it was not looked up. Absent: not asked. */
  readonly by?: string;
  /** When they made it. ISO 8601, UTC. */
  readonly since?: string;
  /** What to do next: for drift the exact command, or that there is none. */
  readonly help?: string;
  readonly docs?: string;
  /** `accepted` by the spec; against an earlier report: `known` or `gone`. Absent: `new`. */
  readonly status?: 'new' | 'known' | 'accepted' | 'gone';
  /** When the first report had it, of those that remember each other (audit --previous). ISO 8601, UTC. */
  readonly firstSeen?: string;
  /** Midnights, UTC, between then and this run. */
  readonly nights?: number;
  /** Of an accepted one: who tolerates it, why, and until which day. */
  readonly acceptedBy?: { readonly owner: string; readonly reason: string; readonly expires?: string };
  /** Survives edits: spec id, rule, address and setting; never a value or a line. */
  readonly fingerprint: string;
}

/** The fingerprints that earlier versions gave a finding. */
export function formerFingerprints({ fingerprint, setting = '', formerly = [] }: Finding): string[] {
  const head = fingerprint.slice(0, fingerprint.length - setting.length);
  return fingerprint.endsWith(setting) ? formerly.map((name) => head + name) : [];
}
