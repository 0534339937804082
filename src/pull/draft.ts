import { facetOf } from '../facets/index.js';
import { type Address, yamlPath } from '../model/state.js';

export type Section = Readonly<Record<string, unknown>>;

/** A spec in the making. */
export interface Draft {
  /** In the order of the registry. A section of objects holds one section, or null, for each key. */
  readonly sections: Readonly<Record<string, Section>>;
}

/** A setting of a draft, or a whole object or section. */
export interface Place {
  readonly address: Address;
  readonly setting?: string;
}

/** The way to a place in the spec. */
export function pathOf({ address, setting }: Place): readonly string[] {
  return yamlPath(address, setting);
}

/** Whether the draft says anything there. */
export function isSaid(draft: Draft, place: Place): boolean {
  const steps = [...pathOf(place)];
  const last = steps.pop() ?? '';
  const parent = steps.reduce<unknown>((value, step) => (value as Section | undefined)?.[step], draft.sections);
  return typeof parent === 'object' && parent !== null && Object.hasOwn(parent, last);
}

/** The draft without what stands at a place. A section that is empty then goes with it; an object stays. */
export function without(draft: Draft, place: Place): Draft {
  const [facet = '', ...rest] = pathOf(place);
  const { [facet]: before = {}, ...others } = draft.sections;
  const section = removed(before, rest);
  if (Object.keys(section).length === 0) return { sections: others };
  return { sections: { ...draft.sections, [facet]: section } };
}

function removed(section: Section, [key, ...rest]: readonly string[]): Section {
  if (key === undefined) return {};
  const { [key]: value, ...others } = section;
  return rest.length === 0 ? others : { ...section, [key]: removed((value ?? {}) as Section, rest) };
}

/** Every setting, object and section that a draft says, the inner ones before what they are in. */
export function placesOf(draft: Draft): Place[] {
  return Object.entries(draft.sections).flatMap(([facet, section]) => {
    if (facetOf(facet)?.kind !== 'keyed') return placesIn(facet, section);
    return Object.entries(section).flatMap(([key, object]) => placesIn(`${facet}/${key}`, (object ?? {}) as Section));
  });
}

function placesIn(address: Address, section: Section): Place[] {
  return [...Object.keys(section).map((setting) => ({ address, setting })), { address }];
}
