import type { PoolSpec } from '../facets/index.js';
import type { Finding } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';
import { type BaselineName, readBaseline } from './baseline.js';
import { baselineFindings } from './baseline-findings.js';
import { embed } from './embed.js';
import type { Files } from './files.js';
import { judge, type Standard } from './judge.js';
import { masked } from './masked.js';
import type { Parsed } from './parse.js';
import type { Reader } from './reader.js';
import { validateSpec } from './validate.js';
import validator from './validator.generated.js';
import { type Environment, filled } from './variables.js';
import { type Whole, wholesOf } from './wholes.js';

/** A spec that is valid: it has no error. */
export interface LoadedSpec {
  readonly document: SourceDocument;
  readonly spec: PoolSpec;
  /** Entries of `accept` that accepted something in the spec itself. */
  readonly accepted: ReadonlySet<number>;
}

/** What every file of a run is read with. */
export interface Run {
  readonly files: Files;
  readonly reader: Reader;
  readonly standard: Standard;
  /** Where variables have their values. */
  readonly env: Environment;
  /** The only environment that is wanted of files that have several. */
  readonly environment: string | undefined;
  /** Baselines of every spec. */
  readonly baselines: readonly BaselineName[];
}

/** What came of a file. */
export interface Read {
  readonly documents: readonly SourceDocument[];
  readonly specs: readonly LoadedSpec[];
  /** How its specs are named, valid or not. */
  readonly names: readonly string[];
  readonly findings: readonly Finding[];
  /** Values that came from the environment, by the names of their variables: nothing that is printed may repeat them. */
  readonly taken: ReadonlyMap<string, string>;
}

/** Reads the spec, or one spec an environment, that a file makes with all that it is made of. */
export function loadFile({ document: own, findings: yaml }: Parsed, run: Run): Read {
  const taken = new Map<string, string>();
  if (!own) return { documents: [], specs: [], names: [''], findings: yaml, taken };
  if (yaml.length > 0) return { documents: [own], specs: [], names: [own.file], findings: yaml, taken };
  const { wholes, documents, findings } = wholesOf(own, run.reader, run.environment);
  if (wholes.length === 0) return { documents, specs: [], names: [own.file], findings, taken };
  const marked = documents.some(({ text }) => text.includes('${'));
  const loaded = wholes.map((whole) => loadFilled(whole, marked, run, taken));
  return {
    documents: [...documents, ...loaded.flatMap((one) => one.documents)],
    specs: loaded.flatMap(({ spec }) => (spec ? [spec] : [])),
    names: wholes.map(({ document }) => document.file),
    findings: loaded.flatMap((one) => one.findings),
    taken,
  };
}

interface Loading {
  readonly documents: readonly SourceDocument[];
  readonly spec?: LoadedSpec;
  readonly findings: readonly Finding[];
}

function loadFilled(whole: Whole, marked: boolean, run: Run, all: Map<string, string>): Loading {
  if (!marked) return load(whole, run);
  const { document, taken, findings } = filled(whole.document, run.env);
  for (const [name, value] of taken) all.set(name, value);
  if (findings.length > 0) return { documents: [], findings };
  const loaded = load({ ...whole, document }, run);
  return { ...loaded, findings: masked(loaded.findings, taken) };
}

function load({ document, baselines }: Whole, run: Run): Loading {
  const schema = validateSpec(document, validator);
  // Rules may rely on the types that the schema gives, so they judge only what it accepts.
  if (schema.length > 0) return { documents: [], findings: schema };
  const spec = document.value as PoolSpec;
  const { findings: judged, refused, accepted } = judge(document, spec, run.standard);
  const held = holdTo([...run.baselines, ...baselines], document, spec, run);
  const findings = [...judged, ...held.findings];
  if (refused || held.findings.length > 0) return { documents: held.documents, findings };
  const { spec: whole, findings: missing } = embed(document, spec, run.files);
  return {
    documents: held.documents,
    findings: [...findings, ...missing],
    ...(missing.length === 0 && { spec: { document, spec: whole, accepted } }),
  };
}

/** A baseline that cannot be relied on leaves nothing to compare with, and is an error itself. */
function holdTo(names: readonly BaselineName[], document: SourceDocument, spec: PoolSpec, run: Run) {
  const read = names.map((name) => readBaseline(name, document, run.reader, run.env, validator));
  const documents = read.flatMap((one) => (one.document ? [one.document] : []));
  const broken = read.flatMap((one) => one.findings);
  return { documents, findings: broken.length > 0 ? broken : baselineFindings(document, spec, documents) };
}
