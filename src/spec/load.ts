import type { PoolSpec } from '../facets/index.js';
import type { Finding } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';
import { runRules } from '../rules/run.js';
import type { Files } from './files.js';
import { findSpecs } from './find.js';
import { readSpec } from './read.js';
import { validateSpec } from './validate.js';
import validator from './validator.generated.js';

/** A spec that is valid: it has no error. */
export interface LoadedSpec {
  readonly document: SourceDocument;
  readonly spec: PoolSpec;
}

/** All specs of a run. */
export interface Loaded {
  readonly specs: readonly LoadedSpec[];
  /** Of all files, valid or not. */
  readonly findings: readonly Finding[];
  readonly documents: ReadonlyMap<string, SourceDocument>;
  /** How many spec files there were. */
  readonly files: number;
}

/** Reads, parses and judges the specs that the arguments name; `configs/` without arguments. Never throws for bad input. */
export function loadSpecs(args: readonly string[], files: Files): Loaded {
  const found = findSpecs(args, files);
  const read = found.files.map((file) => loadSpec(file, files));
  const specs = read.flatMap(({ spec }) => (spec ? [spec] : []));
  return {
    specs,
    findings: [...found.findings, ...read.flatMap(({ findings }) => findings), ...sharedIds(specs)],
    documents: new Map(read.flatMap(({ document }) => (document ? [[document.file, document] as const] : []))),
    files: found.files.length,
  };
}

interface Read {
  readonly document?: SourceDocument;
  readonly spec?: LoadedSpec;
  readonly findings: readonly Finding[];
}

function loadSpec(file: string, files: Files): Read {
  const { document, findings: yaml } = readSpec(file, files);
  if (!document) return { findings: yaml };
  const schema = yaml.length > 0 ? [] : validateSpec(document, validator);
  // Rules may rely on the types that the schema gives, so they judge only what it accepts.
  if (yaml.length + schema.length > 0) return { document, findings: [...yaml, ...schema] };
  const spec = document.value as PoolSpec;
  const rules = runRules(document, spec);
  const valid = !rules.some(({ severity }) => severity === 'error');
  return { document, findings: rules, ...(valid && { spec: { document, spec } }) };
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
