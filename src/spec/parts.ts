import type { SourceDocument } from '../model/source.js';
import { extended, layerOf, pathsAt } from './extends.js';
import { pathFrom } from './file-problem.js';
import { overlayIn } from './layer-form.js';
import { LAYER_KEYS, type Layer } from './layers.js';
import type { Parsed } from './parse.js';
import { isPlain } from './plain.js';
import type { Reader } from './reader.js';

const KEYS = [...LAYER_KEYS, 'include'];

/** Whether a file has a key that makes it more, or less, than a spec by itself. */
export function isMadeOfParts({ value }: SourceDocument): boolean {
  return isPlain(value) && KEYS.some((key) => Object.hasOwn(value, key));
}

/**
 * The files that are specs: what another one includes, extends or names is a part of that spec. `named` are parts of
 * every spec. Of files that name each other in a circle none is left out: the circle would go unseen.
 */
export function withoutParts(all: readonly Parsed[], reader: Reader, named: readonly string[]): readonly Parsed[] {
  const parts = new Map(all.map((one) => [one, one.document ? partsOf(one.document, reader) : []]));
  const among = (files: ReadonlySet<string>) => all.filter(({ document }) => !document || !files.has(document.file));
  const roots = among(new Set([...named, ...[...parts.values()].flat()]));
  return among(new Set([...named, ...roots.flatMap((one) => parts.get(one) ?? [])]));
}

/** The files that a file is made of; a base that says who its pool is, is a spec as well. */
function partsOf(own: SourceDocument, reader: Reader): readonly string[] {
  if (!isMadeOfParts(own)) return [];
  const { files } = extended(own, reader);
  const layers = files.map(layerOf);
  return [
    ...files.filter((file) => file.file !== own.file && !hasId(layerOf(file))).map(({ file }) => file),
    ...layers.flatMap((layer) => namedBy(layer, 'include')),
    ...[...layers, ...layers.flatMap(overlaysIn)].flatMap((layer) => namedBy(layer, 'baseline')),
  ];
}

function namedBy(layer: Layer, key: string): string[] {
  return pathsAt(layer, key).map(({ name, path }) => pathFrom(layer.locate(path).file, name));
}

function overlaysIn(layer: Layer): Layer[] {
  const { overlays } = layer.value;
  return isPlain(overlays) ? Object.keys(overlays).map((name) => overlayIn(layer, name)) : [];
}

function hasId(layer: Layer): boolean {
  const { pool } = layer.value;
  return (isPlain(pool) && Object.hasOwn(pool, 'id')) || overlaysIn(layer).some(hasId);
}
