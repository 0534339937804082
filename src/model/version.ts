type Version = readonly [major: number, minor: number, patch: number];

const BOUND = /^(>=|>|~>|=)?\s*v?([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?(?:-.*)?$/;

/**
 * Whether a Terraform version constraint lets a version below `wanted` in: none of its parts sets a lower bound that
 * reaches it. Parts that set no lower bound, or that cannot be read, are passed over.
 */
export function admitsBelow(constraint: string, wanted: Version): boolean {
  return !constraint.split(',').some((part) => {
    const match = BOUND.exec(part.trim());
    return (
      match !== null &&
      reaches(
        [match[2], match[3], match[4]].map((digits) => Number(digits ?? 0)),
        wanted,
      )
    );
  });
}

function reaches(bound: readonly number[], wanted: Version): boolean {
  const at = wanted.findIndex((number, index) => bound[index] !== number);
  return at < 0 || (bound[at] ?? 0) > (wanted[at] ?? 0);
}
