import type { PoolSpec } from '../facets/index.js';
import { type RuleChoice, ruleChoice } from '../model/config.js';
import type { Finding } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';
import { readConfig } from './config.js';
import { embed } from './embed.js';
import type { Files } from './files.js';
import { findSpecs } from './find.js';
import { assemble, includedFiles } from './include.js';
import { judge, type Standard } from './judge.js';
import type { Parsed } from './parse.js';
import { readSpec } from './read.js';
import { validateSpec } from './validate.js';
import validator from './validator.generated.js';

/** A spec that is valid: it has no error. */
export interface LoadedSpec {
  readonly document: SourceDocument;
  readonly spec: PoolSpec;
  /** Entries of `accept` that accepted something in the spec itself. */
  readonly accepted: ReadonlySet<number>;
}

/** How specs are read. */
export interface LoadOptions {
  /** Whether what deploys and should not is judged too: for `validate` and `audit`, not where somebody only deploys. */
  readonly posture?: boolean;
  /** YYYY-MM-DD: what ends on a day ends by this one. Without it nothing does. */
  readonly today?: string;
}

/** All specs of a run. */
export interface Loaded {
  readonly specs: readonly LoadedSpec[];
  /** Some spec is not in `specs`, because it could not be read or would be refused. */
  readonly invalid: boolean;
  /** Of all files, valid or not. */
  readonly findings: readonly Finding[];
  readonly documents: ReadonlyMap<string, SourceDocument>;
  /** The files that are specs, valid or not; not those that they are made of. */
  readonly specFiles: readonly string[];
  /** The rules that the configuration of this folder asks for. */
  readonly choice: RuleChoice;
}

/** Reads, parses and judges the specs that the arguments name; `configs/` without arguments. Never throws for bad input. */
export function loadSpecs(args: readonly string[], files: Files, options: LoadOptions = {}): Loaded {
  const { config, document: configured, findings: misconfigured } = readConfig(files);
  const choice = ruleChoice(config);
  const standard = { choice, posture: options.posture ?? false, today: options.today ?? '' };
  const found = findSpecs(args, files);
  const parsed = found.files.map((file) => readSpec(file, files));
  // A file that another one includes is a part of that spec, and none of its own.
  const parts = new Set(parsed.flatMap(({ document }) => (document ? includedFiles(document) : [])));
  const read = parsed
    .filter(({ document }) => !document || !parts.has(document.file))
    .map((one) => loadSpec(one, files, standard));
  const specs = read.flatMap(({ spec }) => (spec ? [spec] : []));
  const shared = sharedIds(specs);
  const unusable = [...misconfigured, ...found.findings].some(({ severity }) => severity === 'error');
  const documents = [...(configured ? [configured] : []), ...read.flatMap((one) => one.documents)];
  return {
    specs,
    invalid: unusable || shared.length > 0 || specs.length < read.length,
    findings: [...misconfigured, ...found.findings, ...read.flatMap(({ findings }) => findings), ...shared],
    documents: new Map(documents.map((one) => [one.file, one])),
    specFiles: read.flatMap(({ documents: [own] }) => (own ? [own.file] : [])),
    choice,
  };
}

interface Read {
  readonly documents: readonly SourceDocument[];
  readonly spec?: LoadedSpec;
  readonly findings: readonly Finding[];
}

function loadSpec({ document: own, findings: yaml }: Parsed, files: Files, standard: Standard): Read {
  if (!own) return { documents: [], findings: yaml };
  const { document, parts, findings: included } = assemble(own, files);
  const documents = [own, ...parts];
  const broken = [...yaml, ...included];
  const schema = broken.length > 0 ? [] : validateSpec(document, validator);
  // Rules may rely on the types that the schema gives, so they judge only what it accepts.
  if (broken.length + schema.length > 0) return { documents, findings: [...broken, ...schema] };
  const spec = document.value as PoolSpec;
  const { findings: judged, refused, accepted } = judge(document, spec, standard);
  if (refused) return { documents, findings: judged };
  const { spec: whole, findings: missing } = embed(document, spec, files);
  return {
    documents,
    findings: [...judged, ...missing],
    ...(missing.length === 0 && { spec: { document, spec: whole, accepted } }),
  };
}

/** Two specs of one id would be one stack and one set of Terraform addresses: the second would undo the first. */
function sharedIds(specs: readonly LoadedSpec[]): Finding[] {
  const first = new Map<string, string>();
  return specs.flatMap(({ document, spec }) => {
    const { id } = spec.pool;
    const other = first.get(id);
    if (other === undefined) first.set(id, document.file);
    return other === undefined ? [] : [sharedId(document, id, other)];
  });
}

function sharedId(document: SourceDocument, id: string, other: string): Finding {
  return {
    rule: 'spec/shared-id',
    severity: 'error',
    message: `pool.id ${id} is the id of ${other} too; each pool needs its own.`,
    help: 'Give one of the two another id, or leave one file out of the run.',
    target: document.file,
    setting: 'pool.id',
    at: document.locate(['pool', 'id']),
    confidence: 'measured',
    fingerprint: `${id}:spec/shared-id:pool.id`,
  };
}
