import { FACETS } from '../../facets/index.js';
import { type ArnParts, parseArn, partitionOf } from '../../facets/kit/arn.js';
import type { ArnPlace, Facet } from '../../model/facet.js';
import type { Path } from '../../model/source.js';
import type { Entry } from '../../model/state.js';
import type { PoolInput } from './pool-rule.js';

/** An ARN of a spec that cannot be this pool's: what is wrong about it, and what is allowed. */
export interface ForeignArn {
  readonly facet: string;
  readonly path: Path;
  readonly name: string;
  readonly parts: ArnParts;
  readonly place: ArnPlace;
  readonly what: 'partition' | 'region' | 'account';
  readonly allowed: readonly string[];
}

/**
 * The ARNs of a pool that name something of another partition, Region or account than AWS takes there; of another
 * partition they are once, since its Regions and accounts are others too.
 */
export function foreignArns(input: PoolInput): ForeignArn[] {
  return (FACETS as readonly Facet[]).flatMap((facet) =>
    Object.entries(facet.fields).flatMap(([setting, { arns }]) =>
      Object.entries(arns).flatMap(([member, place]) =>
        entriesOf(input, facet.id).flatMap((entry) => judged(input, entry, { setting, member, place })),
      ),
    ),
  );
}

interface Row {
  readonly setting: string;
  /** The member of the setting that holds the ARN; empty for the setting itself. */
  readonly member: string;
  readonly place: ArnPlace;
}

function entriesOf({ state }: PoolInput, facet: string): Entry[] {
  return [...state.entries.values()].filter((entry) => entry.facet === facet);
}

function judged(input: PoolInput, entry: Entry, { setting, member, place }: Row): ForeignArn[] {
  const observed = entry.settings.get(setting);
  const value = observed?.kind === 'value' ? observed.value : undefined;
  const text = member === '' ? value : (value as Readonly<Record<string, unknown>> | undefined)?.[member];
  const parts = typeof text === 'string' ? parseArn(text) : undefined;
  if (!parts) return [];
  const path = [entry.facet, entry.key, setting, member].filter((step) => step !== undefined && step !== '') as Path;
  const found = { facet: entry.facet, path, name: path.join('.'), parts, place };
  return misplaced(input.spec.pool, parts, place).map((wrong) => ({ ...found, ...wrong }));
}

function misplaced(
  { region, account }: PoolInput['spec']['pool'],
  parts: ArnParts,
  place: ArnPlace,
): Pick<ForeignArn, 'what' | 'allowed'>[] {
  const partition = partitionOf(region);
  if (parts.partition !== partition) return [{ what: 'partition', allowed: [partition] }];
  const regions = place.regions?.(region);
  const elsewhere = regions && !regions.includes(parts.region);
  return [
    ...(elsewhere ? [{ what: 'region', allowed: regions } as const] : []),
    ...(place.account === 'pool' && parts.account !== account
      ? [{ what: 'account', allowed: [account] } as const]
      : []),
  ];
}
