// Files that say one spec together: each lies over the ones before it.
import { facetOf } from '../facets/index.js';
import type { Path, SourceDocument } from '../model/source.js';
import { isPlain, type Plain, textsOf } from './plain.js';
import { without } from './removed.js';

/** A part of a spec that lies over others: a file, or an overlay in one. */
export interface Layer {
  readonly value: Plain;
  readonly locate: SourceDocument['locate'];
}

/** What layers say together. */
export interface Stacked extends Layer {
  /** The layers without what others over them removed. */
  readonly layers: readonly Layer[];
  /** Entries of a `remove` that name nothing beneath their layer. */
  readonly unused: readonly { readonly layer: Layer; readonly index: number; readonly path: string }[];
}

/** Keys that say how a file is to be laid over others; they mean nothing to the pool, and are not inherited. */
export const LAYER_KEYS: readonly string[] = ['extends', 'remove', 'overlays', 'baseline'];

/**
 * Lays layers over each other, the last one on top. A setting is the smallest part: sections are merged setting by
 * setting, sections of objects by key first, and a setting of an upper layer replaces the one beneath, whatever it holds.
 */
export function stack(layers: readonly Layer[]): Stacked {
  const unused: Stacked['unused'][number][] = [];
  let below: Layer[] = [];
  for (const layer of layers) {
    const paths = textsOf(layer.value['remove']);
    const left = below.map((one) => ({ one, ...without(one.value, paths) }));
    paths.forEach((path, index) => {
      if (!left.some(({ found }) => found.has(path))) unused.push({ layer, index, path });
    });
    below = left.map(({ one, value }) => ({ ...one, value }));
    below.push({ ...layer, value: bare(layer.value) });
  }
  return { layers: below, unused, value: merged(below), locate: locator(below) };
}

function bare(value: Plain): Plain {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !LAYER_KEYS.includes(key)));
}

function merged(layers: readonly Layer[]): Plain {
  const all: Record<string, unknown> = {};
  for (const { value } of layers)
    for (const [key, section] of Object.entries(value))
      all[key] = Object.hasOwn(all, key) ? over(key, all[key], section) : section;
  return all;
}

function over(key: string, below: unknown, above: unknown): unknown {
  const kind = facetOf(key)?.kind;
  if (kind === undefined || !isPlain(below) || !isPlain(above)) return above;
  if (kind === 'single') return { ...below, ...above };
  const objects: Record<string, unknown> = { ...below };
  for (const [name, object] of Object.entries(above))
    objects[name] = Object.hasOwn(below, name) ? objectOver(below[name], object) : object;
  return objects;
}

/** `web:` adds nothing to the object beneath, as it adds nothing to Cognito's defaults. */
function objectOver(below: unknown, above: unknown): unknown {
  if (above === null && isPlain(below)) return below;
  return isPlain(below) && isPlain(above) ? { ...below, ...above } : above;
}

/** A path leads to the topmost layer that has it; one that none has, to the layer that has most of the way. */
function locator(layers: readonly Layer[]): SourceDocument['locate'] {
  const upper = [...layers].reverse();
  return (path, which) => {
    const way = path.slice(0, settingDepth(path));
    let best = { layer: upper[0], steps: -1 };
    for (const layer of upper) {
      const steps = stepsIn(layer.value, way);
      if (steps > best.steps) best = { layer, steps };
    }
    return (best.layer as Layer).locate(path, which);
  };
}

/** How many steps lead to a setting: what lies deeper comes from the same layer. */
function settingDepth([section]: Path): number {
  const kind = facetOf(String(section))?.kind;
  return kind === 'keyed' ? 3 : kind === 'single' ? 2 : 1;
}

function stepsIn(value: Plain, way: Path): number {
  let steps = 0;
  for (let at: unknown = value; steps < way.length; steps++) {
    const step = String(way[steps]);
    if (!isPlain(at) || !Object.hasOwn(at, step)) break;
    at = at[step];
  }
  return steps;
}
