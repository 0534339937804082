/** Pieces that several refusals share. */

/** `a@b.c` or `Name <a@b.c>`. */
export const emailAddress = /^(?:[^\s@<>]+@[^\s@<>]+|.+<[^\s@<>]+@[^\s@<>]+>)$/u;

export function needsDisabled(tier: string, feature: string): string {
  return `The following features need to be disabled for the ${tier} pricing tier configured: ${feature}`;
}

export function notAvailable(tier: string, feature: string): string {
  return `The following feature is not available for the ${tier} pricing tier configured: ${feature}`;
}

export function arnPart(arn: string, part: 'region' | 'account'): string {
  return arn.split(':')[part === 'region' ? 3 : 4] ?? '';
}

/** Case does not matter, nor does the order. */
export function hasDuplicate(values: readonly unknown[]): boolean {
  return new Set(values).size < values.length;
}
