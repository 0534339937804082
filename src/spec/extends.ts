import type { Finding } from '../model/finding.js';
import type { Path, SourceDocument } from '../model/source.js';
import { fileProblem, pathFrom } from './file-problem.js';
import { layerProblems } from './layer-form.js';
import type { Layer } from './layers.js';
import { limits } from './limits.js';
import { isPlain, textsOf } from './plain.js';
import { type Problem, problemFindings } from './problem.js';
import type { Reader } from './reader.js';

/** A file with the bases that it extends. */
export interface Chain {
  /** Each file once, a base before what extends it; the file itself is the last. */
  readonly files: readonly SourceDocument[];
  readonly findings: readonly Finding[];
}

interface Reading {
  readonly reader: Reader;
  readonly files: Map<string, SourceDocument>;
  readonly findings: Finding[];
  readonly problems: Problem[];
}

/** Reads the bases of a spec, and theirs. */
export function extended(own: SourceDocument, reader: Reader): Chain {
  const reading: Reading = { reader, files: new Map(), findings: [], problems: [] };
  visit(own, [own.file], reading);
  const findings = [...reading.findings, ...problemFindings(own, reading.problems)];
  return { files: [...reading.files.values()], findings };
}

/** A file as a layer. One whose YAML is broken says nothing; its findings tell. */
export function layerOf({ value, locate }: SourceDocument): Layer {
  return { value: isPlain(value) ? value : {}, locate };
}

/** The paths that a key of a layer holds, and where each stands. */
export function pathsAt({ value }: Layer, key: string): { readonly name: string; readonly path: Path }[] {
  return textsOf(value[key]).map((name, index) => ({ name, path: Array.isArray(value[key]) ? [key, index] : [key] }));
}

function visit(document: SourceDocument, way: readonly string[], reading: Reading): void {
  const layer = layerOf(document);
  const malformed = layerProblems(layer);
  for (const one of malformed) reading.problems.push(one);
  if (malformed.length === 0)
    for (const { name, path } of pathsAt(layer, 'extends'))
      visitBase(pathFrom(document.file, name), { at: document.locate(path), path }, way, reading);
  reading.files.set(document.file, document);
}

function visitBase(file: string, place: Pick<Problem, 'at' | 'path'>, way: readonly string[], reading: Reading): void {
  const refused = refusalOf(file, way, reading);
  if (refused) reading.problems.push({ ...refused, ...place });
  else if (!reading.files.has(file)) readBase(file, way, reading);
}

function refusalOf(file: string, way: readonly string[], { reader }: Reading) {
  if (way.includes(file)) return circle([...way.slice(way.indexOf(file)), file]);
  if (way.length > limits.levels) return TOO_DEEP;
  const refused = reader.refusal(file);
  if (!refused) return undefined;
  return refused.kind === 'missing' ? missing(file) : fileProblem(`The base file ${file}`, refused, reader.root);
}

function readBase(file: string, way: readonly string[], reading: Reading): void {
  const { document, findings } = reading.reader.read(file);
  reading.findings.push(...findings);
  if (document) visit(document, [...way, file], reading);
}

function circle(files: readonly string[]) {
  return {
    rule: 'extends/circle',
    message: `extends goes in a circle: ${files.join(' → ')}.`,
    help: 'Let one of the files extend nothing.',
  };
}

const TOO_DEEP = {
  rule: 'extends/too-deep',
  message: `More than ${limits.levels} files extend one another here.`,
  help: 'Say in one file what several bases say.',
};

function missing(file: string) {
  return {
    rule: 'extends/missing',
    message: `The base file ${file} does not exist.`,
    help: 'Paths are relative to the file that extends them.',
  };
}
