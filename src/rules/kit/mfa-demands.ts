import type { UserMfaOverride } from '../../facets/user-mfa.js';
import type { Path } from '../../model/source.js';
import type { PoolInput } from './pool-rule.js';

type Factor = UserMfaOverride['factors'][number];

/** What a policy demands of some users, and where it stands. */
export interface DemandAt {
  readonly factors: readonly Factor[];
  readonly preferred: Factor | undefined;
  readonly path: Path;
  /** As people write it: `userMfa`, `userMfa.overrides[0]`. */
  readonly name: string;
}

/** What a spec demands of its users: of most, then of each override. A live pool has no say in it. */
export function mfaDemands(input: PoolInput): DemandAt[] {
  const { userMfa } = input.spec;
  if (!userMfa) return [];
  const { factors = [], preferred } = userMfa;
  const most = { factors: factors as readonly Factor[], preferred, path: ['userMfa'], name: 'userMfa' };
  return [most, ...mfaOverrides(input).map(({ override, ...at }) => ({ ...at, ...demandOf(override) }))];
}

function demandOf({ factors, preferred }: UserMfaOverride): Pick<DemandAt, 'factors' | 'preferred'> {
  return { factors, preferred };
}

/** The overrides of a spec, and where they stand. */
export function mfaOverrides({ spec }: PoolInput): {
  readonly override: UserMfaOverride;
  readonly path: Path;
  readonly name: string;
}[] {
  return (spec.userMfa?.overrides ?? []).map((override, index) => ({
    override,
    path: ['userMfa', 'overrides', index],
    name: `userMfa.overrides[${index}]`,
  }));
}
