import { FACETS } from '../facets/index.js';
import { Expression } from '../model/expression.js';
import type { Facet, PoolIdentity } from '../model/facet.js';
import type { Change, ConvergedBy, Finding } from '../model/finding.js';
import type { Observed, PoolState } from '../model/state.js';
import { terraformContext } from '../synth/context.js';
import { logicalName, POOL } from '../synth/names.js';
import { shell } from '../text/shell.js';
import type { DeployedState } from './deployed-state.js';
import { fieldOf } from './diff.js';

/**
 * How a drift came about, as the state of the last deploy tells:
 * `changed`: deployed as the spec says, and changed since; `undeployed`: the spec says something new, and nobody deployed it;
 * `absorbed`: Terraform has taken the live value over, and no plan will show it; `both`: changed since, and undeployed too.
 */
export type Origin = 'changed' | 'undeployed' | 'absorbed' | 'both';

/** What is needed to hold a drift against the state. */
export interface Deployed {
  readonly state: DeployedState;
  readonly identity: PoolIdentity;
  readonly desired: PoolState;
  readonly live: PoolState;
}

/** Adds to each drift how it came about; one that the state says nothing about stays as it is. */
export function withOrigins(drift: readonly Finding[], changes: readonly Change[], deployed: Deployed): Finding[] {
  return drift.map((finding, index) => {
    const change = changes[index];
    const origin = change && originOf(change, finding.convergedBy, deployed);
    return origin ? { ...finding, ...told(finding, origin, deployed.identity) } : finding;
  });
}

/** How one drift came about; undefined where the state does not tell. */
export function originOf(one: Change, convergedBy: ConvergedBy | undefined, deployed: Deployed): Origin | undefined {
  if (one.kind === 'unchecked') return undefined;
  const attributes = attributesOf(one, deployed);
  if (one.setting === undefined) return originOfObject(one, attributes !== undefined, deployed);
  if (attributes === undefined || isLost(one)) return undefined;
  const want = leavesOf(one, one.desired, deployed.desired, deployed);
  const have = leavesOf(one, one.live, deployed.live, deployed);
  if (!want || !have) return undefined;
  const paths = [...new Set([...want.keys(), ...have.keys()])];
  if (paths.length === 0) return undefined;
  const isState = (side: Leaves) => paths.every((path) => sameLeaf(side.get(path), at(attributes, path)));
  const [asWanted, asLive] = [isState(want), isState(have)];
  if (asWanted && asLive) return undefined;
  if (asWanted) return 'changed';
  if (!asLive) return 'both';
  return convergedBy === 'terraform' ? 'undeployed' : 'absorbed';
}

/** The state says what the code says, and not what was ever live: nobody changed it since. */
function isLost(one: Change): boolean {
  const lost = fieldOf(one)?.lost;
  return one.live.kind === 'absent' && one.desired.kind === 'value' && lost?.(one.desired.value) !== undefined;
}

function originOfObject(one: Change, known: boolean, { state }: Deployed): Origin | undefined {
  if (one.kind === 'missing') return known ? 'changed' : 'undeployed';
  // An object that nobody declares any more, but a deploy made, goes with the next one.
  const id = one.live.kind === 'value' ? String(one.live.value) : '';
  const made = [...state.values()].some((attributes) => id !== '' && attributes['id'] === id);
  // One that no deploy made was made outside the code; the finding says so already.
  return made ? 'undeployed' : undefined;
}

function facetOf({ address }: Change): Facet | undefined {
  return (FACETS as readonly Facet[]).find(({ id }) => id === address.split('/')[0]);
}

function attributesOf(one: Change, { state }: Deployed): Readonly<Record<string, unknown>> | undefined {
  const facet = facetOf(one);
  const key = one.address.includes('/') ? one.address.slice(one.address.indexOf('/') + 1) : undefined;
  if (!facet?.resource) return undefined;
  const inPool = facet.kind === 'single' && facet.resource === 'aws_cognito_user_pool';
  return state.get(`${facet.resource}.${inPool || key === undefined ? POOL : logicalName(key)}`);
}

type Leaves = ReadonlyMap<string, unknown>;

/** What a row tells Terraform about a value, by the way to each leaf; undefined where that cannot be compared. */
function leavesOf(one: Change, value: Observed, side: PoolState, { identity }: Deployed): Leaves | undefined {
  const field = fieldOf(one);
  if (!field || typeof field.terraform !== 'function' || field.sensitive) return undefined;
  if (value.kind === 'absent') return new Map();
  if (value.kind !== 'value') return undefined;
  const context = terraformContext(side, identity, side.entries.get(one.address));
  const leaves = [...leavesIn(field.terraform(value.value, context), '')];
  return leaves.some(([, leaf]) => leaf instanceof Expression) ? undefined : new Map(leaves);
}

/** Whether the attributes of a resource in the state are what these arguments say. */
export function isDeployed(written: object, attributes: Readonly<Record<string, unknown>>): boolean {
  return [...leavesIn(written, '')].every(([path, leaf]) => sameLeaf(leaf, at(attributes, path)));
}

function* leavesIn(value: unknown, path: string): Generator<[string, unknown]> {
  const isBlock = Array.isArray(value)
    ? value.some((item) => isObject(item))
    : isObject(value) && !(value instanceof Expression);
  if (!isBlock) {
    yield [path, value];
    return;
  }
  for (const [key, inner] of Object.entries(value as object))
    yield* leavesIn(inner, path === '' ? snake(key) : `${path}.${snake(key)}`);
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const snake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A block that a resource has once is a list of one in the state. */
function at(attributes: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => {
    const block = Array.isArray(inner) && !/^\d+$/.test(key) ? inner[0] : inner;
    return (block as Record<string, unknown> | null | undefined)?.[key];
  }, attributes);
}

/** Terraform writes nothing, an empty text and an empty list for the same; lists of texts are sets. */
function sameLeaf(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (Array.isArray(value)) return value.length === 0 ? '' : JSON.stringify(value.map(String).sort());
  return String(value);
}

function told(finding: Finding, origin: Origin, { id }: PoolIdentity): Pick<Finding, 'cause' | 'help'> {
  const [said, help] = TOLD[origin](id);
  return {
    cause: [said, finding.cause].filter((part) => part !== undefined).join(' '),
    ...((help ?? finding.help) !== undefined && { help: help ?? finding.help }),
  } as Pick<Finding, 'cause' | 'help'>;
}

const TOLD: Readonly<Record<Origin, (id: string) => readonly [cause: string, help?: string]>> = {
  changed: () => ['The last deploy left it as the spec says; it was changed since.'],
  undeployed: (id) => [
    'The spec is not deployed yet: Terraform’s state is as the live pool is.',
    shell`npx cdktf deploy ${id}`,
  ],
  absorbed: () => ['Terraform’s state holds the live value, so no plan will show the difference.'],
  both: () => ['It was changed since the last deploy, and the spec has changed since as well.'],
};
