import type { Finding } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';
import { specName } from '../model/spec-name.js';
import type { BaselineName } from './baseline.js';
import { extended, layerOf, pathsAt } from './extends.js';
import { pathFrom } from './file-problem.js';
import { includedIn } from './include.js';
import { overlayIn } from './layer-form.js';
import { type Layer, type Stacked, stack } from './layers.js';
import { isMadeOfParts } from './parts.js';
import { isPlain } from './plain.js';
import { type Problem, problemFindings } from './problem.js';
import { quote } from './quote.js';
import type { Reader } from './reader.js';
import { suggest } from './suggest.js';
import { either } from './words.js';

/** A spec as one document, of whatever files it is made: a path leads to the file where its value really is. */
export interface Whole {
  readonly document: SourceDocument;
  readonly baselines: readonly BaselineName[];
}

/** The specs that a file makes: one for each of its environments, or one. */
export interface Wholes {
  readonly wholes: readonly Whole[];
  /** All files that could be read, for code frames. */
  readonly documents: readonly SourceDocument[];
  /** With findings there are no specs: half a spec must not be taken for a whole one. */
  readonly findings: readonly Finding[];
}

/**
 * Makes specs of a file, its bases, what it includes and its overlays. `environment` is the only one wanted. A file
 * without any of these keys is returned as it is.
 */
export function wholesOf(own: SourceDocument, reader: Reader, environment: string | undefined): Wholes {
  if (environment === undefined && !isMadeOfParts(own))
    return { wholes: [{ document: own, baselines: [] }], documents: [own], findings: [] };
  const chain = extended(own, reader);
  if (chain.findings.length > 0) return { wholes: [], documents: chain.files, findings: chain.findings };
  const layers = chain.files.map(layerOf);
  const bases = stack(layers);
  const { parts, findings } = includedIn({ ...own, ...bases }, reader);
  const files = [own, ...chain.files, ...parts];
  const documents = [...new Map(files.map((one) => [one.file, one])).values()];
  const texts = new Map(documents.map(({ file, text }) => [file, text]));
  const whole = { ...own, textOf: (file: string) => texts.get(file) };
  const broken = [...findings, ...unused(own, bases)];
  if (broken.length > 0) return { wholes: [], documents, findings: broken };
  const chosen = choose(own, layers, environment);
  const made = chosen.names.map((name) => make(whole, layers, parts.map(layerOf), name));
  const wrong = [...chosen.findings, ...made.flatMap((one) => one.findings)];
  return { wholes: wrong.length > 0 ? [] : made, documents, findings: wrong };
}

function make(
  own: SourceDocument,
  layers: readonly Layer[],
  parts: readonly Layer[],
  name: string | undefined,
): Whole & { readonly findings: readonly Finding[] } {
  const overlays = name === undefined ? [] : layers.filter(hasOverlay(name)).map((one) => overlayIn(one, name));
  const all = [...layers, ...parts, ...overlays];
  const stacked = stack(all);
  const { value, locate } = stacked;
  const document = { ...own, file: specName(own.file, name), value, locate };
  return { document, baselines: all.flatMap(baselinesOf), findings: unused(document, stacked) };
}

/** The baselines that a layer names. Those of all layers count: a file cannot get rid of what its base asks for. */
export function baselinesOf(layer: Layer): BaselineName[] {
  return pathsAt(layer, 'baseline').map(({ name, path }) => {
    const at = layer.locate(path);
    return { file: pathFrom(at.file, name), at };
  });
}

function hasOverlay(name: string): (layer: Layer) => boolean {
  return ({ value }) => isPlain(value['overlays']) && Object.hasOwn(value['overlays'], name);
}

/** The environments that are wanted of a file. One that has none is a spec by itself. */
function choose(own: SourceDocument, layers: readonly Layer[], environment: string | undefined) {
  const names = new Set(layers.flatMap(({ value }) => Object.keys((value['overlays'] as object | undefined) ?? {})));
  if (environment === undefined) return { names: names.size > 0 ? [...names].sort() : [undefined], findings: [] };
  if (names.has(environment)) return { names: [environment], findings: [] };
  const at = own.locate(['overlays'], 'key');
  const problem = { rule: 'overlays/unknown', ...unknown(own.file, environment, [...names].sort()), at };
  return { names: [], findings: problemFindings(own, [problem]) };
}

function unknown(file: string, name: string, known: readonly string[]): Pick<Problem, 'message' | 'help'> {
  if (known.length === 0)
    return {
      message: `${file} has no environments, but ${quote(name)} was asked for.`,
      help: 'Name the specs that have overlays, or ask for no environment.',
    };
  const near = suggest(name, known);
  return {
    message: `${file} has no environment ${quote(name)}; known: ${either(known)}.`,
    help: near === undefined ? 'Name one of these, or none for all of them.' : `Did you mean ${near}?`,
  };
}

function unused(own: SourceDocument, { unused }: Stacked): Finding[] {
  const problems = unused.map(({ layer, index, path }) => ({
    rule: 'remove/nothing',
    message: `remove names ${quote(path)}, but nothing beneath says it.`,
    help: 'Name a section, an object or a setting of a base, as in clients.web.callbackUrls, or delete the entry.',
    at: layer.locate(['remove', index]),
    path: ['remove', index],
  }));
  return problemFindings(own, problems);
}
