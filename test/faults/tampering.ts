// Answers that were changed on their way: one deed at one place of the JSON, drawn by chance. Knows no row.
import type { Answer } from '../../src/sandbox/wire.js';

/** Numbers from 0 up to below the argument. */
export type Draw = (below: number) => number;

export interface Tampering {
  /** `UserPool.Policies.PasswordPolicy.MinimumLength: another value`. */
  readonly says: string;
  readonly body: string;
  /** Whether it means what it meant; `maybe` where an empty value is gone. */
  readonly keeps: boolean | 'maybe';
}

type Json = any;

/** A place in the JSON: a member of an object, or an item of a list. */
interface Place {
  readonly parent: Json;
  readonly key: string | number;
  readonly path: string;
}

interface Deed {
  readonly name: string;
  readonly keeps?: boolean;
  applies(value: Json, place: Place): boolean;
  /** The new value; undefined takes the member or item out. */
  change(value: Json, draw: Draw): Json;
  /** On the object or list that holds it. */
  around?(place: Place, draw: Draw): void;
}

const isList = Array.isArray;
const isStructure = (value: Json) => typeof value === 'object' && value !== null && !isList(value);
const isSimple = (value: Json) => typeof value !== 'object';
const any = () => true;

const TYPES: readonly Json[] = ['text', 7, true, [], {}, ['text'], { a: 1 }, [null]];

const DEEDS: readonly Deed[] = [
  { name: 'gone', applies: any, change: () => undefined },
  { name: 'null', applies: any, change: () => null },
  {
    name: 'of another type',
    applies: any,
    change: (value, draw) => {
      const kind = (one: Json) => (isList(one) ? 'list' : typeof one);
      const others = TYPES.filter((one) => kind(one) !== kind(value));
      return others[draw(others.length)];
    },
  },
  { name: 'another value', applies: isSimple, change: otherValue },
  {
    name: 'empty',
    applies: (value) => !isSimple(value) && Object.keys(value).length > 0,
    change: (value) => (isList(value) ? [] : {}),
  },
  {
    name: 'in another order',
    keeps: true,
    applies: (value) => isList(value) && value.length > 1,
    change: (value) => [...value].reverse(),
  },
  {
    name: 'twice',
    keeps: true,
    // An object on two pages; no member of AWS holds a word twice.
    applies: (_value, { path }) => /^[^.]+\[\]$/.test(path),
    change: (value) => value,
    around: ({ parent, key }) => parent.splice(key as number, 0, structuredClone(parent[key])),
  },
  {
    name: 'members in another order',
    keeps: true,
    applies: isStructure,
    change: (value) => Object.fromEntries(Object.entries(value).reverse()),
  },
  {
    name: 'with a member that nobody knows',
    keeps: true,
    applies: (value, { path }) => isStructure(value) && !MAPS.test(path),
    change: (value) => ({ ...value, NewMember: { Enabled: true } }),
  },
];

/** Whatever is in them is a setting. */
const MAPS = /(UserPoolTags|ProviderDetails|AttributeMapping|AcrMapping|AcrConfiguration|Links|Settings\b.*)$/;

function otherValue(value: Json, draw: Draw): Json {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1 + draw(3);
  return draw(2) === 0 ? `${value}x` : `x${String(value).slice(1)}y`;
}

/** Every place in a value, itself too. */
function placesIn(value: Json, path = ''): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((name) => {
    const key = isList(value) ? Number(name) : name;
    const at = isList(value) ? `${path}[]` : path ? `${path}.${name}` : name;
    return [{ parent: value, key, path: at }, ...placesIn(value[key], at)];
  });
}

/** One change of an answer; undefined where it has nothing that could change. */
export function tampered(answer: Answer, draw: Draw): Tampering | undefined {
  const root = { answer: JSON.parse(answer.body) };
  const places = placesIn(root.answer);
  const place = places[draw(places.length)];
  if (place === undefined || answer.status !== 200) return undefined;
  const value = place.parent[place.key];
  const fitting = DEEDS.filter((deed) => deed.applies(value, place));
  const deed = fitting[draw(fitting.length)] as Deed;
  put(place, deed, draw);
  const keeps = deed.keeps ?? (isNothing(value) && (deed.name === 'gone' || deed.name === 'null') ? 'maybe' : false);
  return { says: `${place.path}: ${deed.name}`, body: JSON.stringify(root.answer), keeps };
}

function isNothing(value: Json): boolean {
  return value === false || value === '' || (!isSimple(value) && Object.keys(value ?? {}).length === 0);
}

function put(place: Place, deed: Deed, draw: Draw): void {
  const { parent, key } = place;
  if (deed.around) {
    deed.around(place, draw);
    return;
  }
  const value = deed.change(parent[key], draw);
  if (value !== undefined) parent[key] = value;
  else if (isList(parent)) parent.splice(key as number, 1);
  else delete parent[key];
}
