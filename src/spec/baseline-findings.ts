import { facetOf, type PoolSpec } from '../facets/index.js';
import type { Field } from '../model/facet.js';
import type { Finding } from '../model/finding.js';
import type { Path, SourceDocument } from '../model/source.js';
import { addressOf, type Entry, type PoolState, yamlPath } from '../model/state.js';
import { EVERY } from './baseline.js';
import { desired, identityOf } from './desired.js';
import { isPlain } from './plain.js';
import { type Problem, problemFindings } from './problem.js';
import { yamlWords } from './words.js';

/** What a baseline asks of a section or an object. */
interface Demand {
  readonly facet: string;
  /** `EVERY` for all objects of the section. */
  readonly key?: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** What the problems of one spec under one baseline share. */
interface Case {
  readonly document: SourceDocument;
  readonly spec: PoolSpec;
  readonly state: PoolState;
  readonly baseline: SourceDocument;
}

/**
 * Where a spec is weaker than a baseline, after everything is resolved: a setting that nobody says is Cognito's default,
 * and that may be the weaker one. A setting of which no value is the stronger one has to be equal.
 */
export function baselineFindings(
  document: SourceDocument,
  spec: PoolSpec,
  baselines: readonly SourceDocument[],
): Finding[] {
  if (baselines.length === 0) return [];
  const state = desired(spec);
  const problems = baselines.flatMap((baseline) =>
    demandsOf(baseline).flatMap((demand) => unmet(demand, { document, spec, state, baseline })),
  );
  return problemFindings(document, problems);
}

function demandsOf({ value }: SourceDocument): Demand[] {
  return Object.entries(isPlain(value) ? value : {}).flatMap(([facet, section]): Demand[] => {
    if (!isPlain(section)) return [];
    if (facetOf(facet)?.kind === 'single') return [{ facet, settings: section }];
    return Object.entries(section).map(([key, object]) => ({ facet, key, settings: isPlain(object) ? object : {} }));
  });
}

function unmet(demand: Demand, subject: Case): Problem[] {
  const entries = entriesOf(demand, subject.state);
  if (entries.length === 0 && demand.key !== EVERY) return [noObject(demand, subject)];
  return entries.flatMap((entry) =>
    Object.keys(demand.settings).flatMap((name) => weaker(demand, entry, name, subject)),
  );
}

function entriesOf({ facet, key }: Demand, { entries }: PoolState): Entry[] {
  if (key === EVERY) return [...entries.values()].filter((entry) => entry.facet === facet);
  const entry = entries.get(addressOf(facet, key));
  return entry ? [entry] : [];
}

function noObject({ facet, key = '' }: Demand, { document, baseline }: Case): Problem {
  const path = [facet, key];
  return {
    rule: 'baseline/missing-object',
    message: `${path.join('.')} is not there, but ${place(baseline, path, 'key')} asks for it.`,
    help: `Declare it under ${facet}.`,
    at: document.locate(path, 'key'),
    path,
  };
}

function weaker(demand: Demand, entry: Entry, name: string, subject: Case): Problem[] {
  const field = facetOf(demand.facet)?.fields[name] as Field<any> | undefined;
  if (!field) return [];
  const wanted = field.desired(demand.settings[name], identityOf(subject.spec), demand.settings);
  const found = entry.settings.get(name);
  const said = found?.kind === 'value' ? found.value : undefined;
  if (said !== undefined && isMet(field, wanted, said)) return [];
  const asked = place(subject.baseline, [demand.facet, ...(demand.key === undefined ? [] : [demand.key]), name]);
  return [problem(field, entry, name, { wanted, said, asked }, subject)];
}

/** Where neither is the stronger one they have to be equal: a list that lacks one member may have another one instead. */
function isMet(field: Field<any>, wanted: unknown, said: unknown): boolean {
  const by = field.stronger?.(said, wanted) ?? 0;
  return by > 0 || (by === 0 && field.equal(wanted, said));
}

interface Gap {
  readonly wanted: unknown;
  readonly said: unknown;
  readonly asked: string;
}

function problem(field: Field<any>, entry: Entry, name: string, gap: Gap, { document }: Case): Problem {
  const path = yamlPath(addressOf(entry.facet, entry.key), name);
  const declared = entry.declared?.has(name) === true;
  const found = declared
    ? `is ${words(field, gap.said)} (${place(document, path)})`
    : `is not said${gap.said === undefined ? '' : `, so it is ${words(field, gap.said)}`}`;
  const wanted = words(field, gap.wanted);
  const directed = field.stronger !== undefined;
  // Of two there is none beyond the stronger one.
  const stronger = directed && typeof gap.wanted !== 'boolean';
  return {
    rule: directed ? 'baseline/weakened' : 'baseline/differs',
    message: `${path.join('.')} ${found}; ${gap.asked} asks for ${wanted}${stronger ? ' or stronger' : ''}.`,
    help: `Write ${name}: ${wanted}${stronger ? ', or something stronger' : ''}.`,
    at: document.locate(path, declared ? 'value' : 'key'),
    path,
  };
}

function words({ sensitive }: Field<any>, value: unknown): string {
  return sensitive ? 'a value that is not shown' : yamlWords(value);
}

function place(document: SourceDocument, path: Path, part?: 'key' | 'value'): string {
  const { file, start } = document.locate(path, part);
  return `${file}:${start.line}`;
}
