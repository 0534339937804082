import { FACETS } from '../facets/index.js';
import type { Advice, ChangeContext, Facet, Field, KeyedFacet, PoolIdentity } from '../model/facet.js';
import type { Change, Finding, Severity } from '../model/finding.js';
import { hiddenDifference } from '../model/look-alike.js';
import type { SourceDocument } from '../model/source.js';
import { specWords } from '../model/spec-name.js';
import { type Observed, type PoolState, settingName, yamlPath } from '../model/state.js';
import { terraformContext } from '../synth/context.js';
import { shell } from '../text/shell.js';
import { convergence } from './convergence.js';
import { changeContext, fieldOf, flatten, nameOf } from './diff.js';
import { redacted, shown } from './words.js';

/** What the judge knows beside the changes. */
export interface Case {
  readonly document: SourceDocument;
  readonly identity: PoolIdentity;
  readonly desired: PoolState;
  readonly live: PoolState;
}

/** Turns facts into findings: how bad, where in the YAML, why, and what to do. */
export function judge(changes: readonly Change[], subject: Case): Finding[] {
  const names = new Set(flatten(changes).map((one) => nameOf(one)));
  return changes.map((one) => finding(one, names, subject));
}

function finding(one: Change, names: ReadonlySet<string>, subject: Case): Finding {
  const { document, identity, desired, live } = subject;
  const field = fieldOf(one);
  const context = changeContext(one, names, desired, live);
  const advice = adviceFor(one, names, subject);
  const rule = `drift/${one.kind}`;
  const setting = settingName(one.address, one.setting);
  return {
    rule,
    severity: severityOf(one, field, context),
    message: advice.message ?? sentence(one, field, setting),
    target: document.file,
    setting,
    at: document.locate(yamlPath(one.address, one.setting), one.kind === 'extra' ? 'key' : 'value'),
    change: redacted(one),
    ...(advice.convergedBy && { convergedBy: advice.convergedBy }),
    confidence: advice.confidence ?? 'measured',
    ...optional(advice),
    help: helpFor(one, advice, document.file, identity, setting),
    fingerprint: `${identity.id}:${rule}:${setting}`,
  };
}

/** What is known of a change beyond the change. `names` are those of all changes. */
export function adviceFor(
  one: Change,
  names: ReadonlySet<string>,
  { identity, desired, live }: Omit<Case, 'document'>,
): Advice {
  const context = changeContext(one, names, desired, live);
  const terraform = terraformContext(desired, identity, desired.entries.get(one.address));
  return convergence(one, fieldOf(one), context, desired, terraform);
}

function optional({ cause, deploy, docs }: Advice): Pick<Finding, 'cause' | 'deploy' | 'docs'> {
  return { ...(cause && { cause }), ...(deploy && { deploy }), ...(docs && { docs }) };
}

function severityOf(one: Change, field: Field<any> | undefined, context: ChangeContext): Severity {
  if (one.kind === 'unchecked') return 'note';
  if (one.kind === 'missing') return 'error';
  if (one.kind === 'extra') return keyedOf(one)?.extra ?? 'error';
  if (!field) return 'warning';
  return weaker(one, field) ? 'error' : field.severity(context);
}

/** The live side is the less safe one. */
function weaker({ desired, live }: Change, field: Field<any>): boolean {
  if (!field.stronger || desired.kind !== 'value' || live.kind !== 'value') return false;
  return field.stronger(desired.value, live.value) > 0;
}

function keyedOf(one: Change): KeyedFacet | undefined {
  const facet = (FACETS as readonly Facet[]).find(({ id }) => id === one.address.split('/')[0]);
  return facet?.kind === 'keyed' ? facet : undefined;
}

function sentence(one: Change, field: Field<any> | undefined, setting: string): string {
  const noun = keyedOf(one)?.noun ?? 'section';
  const [, key] = yamlPath(one.address);
  if (one.kind === 'missing') return `The ${noun} ${key} is in the spec, but the live pool has none.`;
  if (one.kind === 'extra') return extraSentence(one, noun, key ?? '');
  if (one.kind === 'unchecked') return `${setting} was not compared: ${reasonOf(one.live)}.`;
  const [want, have] = [shown(one.desired, field), shown(one.live, field)];
  if (one.desired.kind === 'absent') return `${setting} is ${have} in the live pool, but the spec sets none.`;
  if (one.live.kind === 'absent') return `${setting} is not set in the live pool, but the spec wants ${want}.`;
  return `${setting} is ${have} in the live pool, but ${want} in the spec.${unlike(one, field)}`;
}

/** What a reader cannot see: two values that read the same. */
function unlike({ desired, live }: Change, field: Field<any> | undefined): string {
  if (field?.sensitive || desired.kind !== 'value' || live.kind !== 'value') return '';
  const way = hiddenDifference(desired.value, live.value);
  return way === undefined ? '' : ` They differ only in ${way}.`;
}

function extraSentence(one: Change, noun: string, key: string): string {
  const id = one.live.kind === 'value' && one.live.value !== key ? ` (${String(one.live.value)})` : '';
  if (key.endsWith('#'))
    return `More than one live ${noun} is named ${key.slice(0, -1)}${id}; the spec declares fewer.`;
  return `The live pool has the ${noun} ${key.split('#')[0]}${id}, which the spec does not declare.`;
}

function reasonOf(live: Observed): string {
  return live.kind === 'unreadable' ? live.reason.replace(/\.$/, '') : 'not read';
}

function helpFor(one: Change, advice: Advice, file: string, identity: PoolIdentity, setting: string): string {
  if (advice.help) return advice.help;
  if (one.kind === 'unchecked') return 'Give the role of the audit the permission that is missing, or run again.';
  if (one.kind === 'extra' && advice.convergedBy === 'fix')
    return shell`poolward fix ${specWords(file)} --delete ${one.address} --yes` + ', or declare it in the spec';
  if (advice.convergedBy === 'fix') return shell`poolward fix ${specWords(file)} --yes`;
  if (advice.convergedBy === 'terraform') return shell`cdktf deploy ${identity.id}`;
  if (one.kind === 'extra') return `Nothing removes it. Declare it in the spec under ${setting.split('.')[0]}.`;
  return 'Nothing changes this in a pool that exists: write what is live into the spec, or make a new pool and move its users.';
}
