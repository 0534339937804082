import { type Access, type RuleChoice, ruleChoice } from '../model/config.js';
import type { Finding } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';
import { readConfig } from './config.js';
import { layerOf } from './extends.js';
import type { Files } from './files.js';
import { findSpecs } from './find.js';
import { isSpec } from './is-spec.js';
import { type LoadedSpec, loadFile, type Run } from './load-file.js';
import { withoutParts } from './parts.js';
import { reader } from './reader.js';
import type { Environment } from './variables.js';
import { baselinesOf } from './wholes.js';

export type { LoadedSpec } from './load-file.js';

/** How specs are read. */
export interface LoadOptions {
  /** Whether what deploys and should not is judged too: for `validate` and `audit`, not where somebody only deploys. */
  readonly posture?: boolean;
  /** YYYY-MM-DD: what ends on a day ends by this one. Without it nothing does. */
  readonly today?: string;
  /** Where `${NAME}` has its value; nothing is set unless told. */
  readonly env?: Environment;
  /** The only environment that is wanted of specs with `overlays`; all of them unless told. */
  readonly environment?: string | undefined;
}

/** All specs of a run. */
export interface Loaded {
  readonly specs: readonly LoadedSpec[];
  /** Some spec is not in `specs`, because it could not be read or would be refused. */
  readonly invalid: boolean;
  /** Of all files, valid or not. */
  readonly findings: readonly Finding[];
  /** For code frames: specs and parts of them, broken ones too, and nothing else. */
  readonly documents: ReadonlyMap<string, SourceDocument>;
  /** The files that are specs, valid or not; not those that they are made of. */
  readonly specFiles: readonly string[];
  /** Values of variables by their names: nothing that is printed may repeat them. */
  readonly taken: ReadonlyMap<string, string>;
  /** The rules that the configuration of this folder asks for. */
  readonly choice: RuleChoice;
  /** As whom the pools of each account are looked at. */
  readonly accounts: Readonly<Record<string, Access>>;
}

/** Reads, parses and judges the specs that the arguments name; `configs/` without arguments. Never throws for bad input. */
export function loadSpecs(args: readonly string[], files: Files, options: LoadOptions = {}): Loaded {
  const { config, document: configured, findings: misconfigured } = readConfig(files);
  const choice = ruleChoice(config);
  const standard = { choice, posture: options.posture ?? false, today: options.today ?? '' };
  const found = findSpecs(args, files);
  const baselines = configured && misconfigured.length === 0 ? baselinesOf(layerOf(configured)) : [];
  const { env = {}, environment } = options;
  const run: Run = { files, reader: reader(files), standard, env, environment, baselines };
  const parsed = found.files.map((file) => run.reader.read(file, found.reach.get(file)));
  const named = baselines.map(({ file }) => file);
  const read = withoutParts(parsed, run.reader, named).map((one) => loadFile(one, run));
  const specs = read.flatMap((one) => one.specs);
  const shared = sharedIds(specs);
  const unusable = [...misconfigured, ...found.findings].some(({ severity }) => severity === 'error');
  const documents = [...(configured ? [configured] : []), ...read.flatMap((one) => one.documents)];
  return {
    specs,
    invalid: unusable || shared.length > 0 || read.some((one) => one.specs.length < one.names.length),
    findings: [...misconfigured, ...found.findings, ...once(read.flatMap(({ findings }) => findings)), ...shared],
    documents: new Map(documents.filter(isSpec).map((one) => [one.file, one])),
    specFiles: read.flatMap(({ names }) => names.filter((name) => name !== '')),
    taken: new Map(read.flatMap((one) => [...one.taken])),
    choice,
    accounts: config.accounts ?? {},
  };
}

/** What is wrong in a file itself is told once, however many specs are made of it. */
function once(findings: readonly Finding[]): Finding[] {
  const known = new Set<string>();
  return findings.filter(({ at, rule, message, target }) => {
    const key = JSON.stringify([target, at, rule, message]);
    return !known.has(key) && known.add(key);
  });
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
