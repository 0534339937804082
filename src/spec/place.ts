import type { Path } from '../model/source.js';

/** Offsets of a piece of text: from the first character to the first behind it. */
export type Stretch = readonly [start: number, end: number];

/** Where a value stands. What comes through an alias or a merge key stands at the anchor. */
export interface Place {
  /** Absent for the root and for the entries of a list. */
  readonly key?: Stretch;
  readonly value: Stretch;
  /** By key, or by index as text. */
  readonly children?: ReadonlyMap<string, Place>;
}

/** Where a path stands, or its nearest ancestor that is in the text. */
export function stretchOf(root: Place, path: Path, part: 'key' | 'value'): Stretch {
  let place = root;
  for (const step of path) {
    const next = place.children?.get(String(step));
    if (next === undefined) break;
    place = next;
  }
  return part === 'key' ? keyOf(place, root) : place.value;
}

/** The root has no key; its beginning says "in this file" without marking all of it. */
function keyOf(place: Place, root: Place): Stretch {
  if (place === root) return [root.value[0], root.value[0]];
  return place.key ?? place.value;
}
