// What `npx tsx scripts/blindness.ts` measured last.
import { readFileSync } from 'node:fs';

/** What Terraform shows of a change that was made outside the code. */
export interface Sight {
  /** `terraform plan` proposes something. */
  readonly plan: boolean;
  /** `terraform plan -refresh-only` reports something, other than a date. */
  readonly refreshOnly: boolean;
}

/** Code that says every setting; code that Poolward writes of a spec that says little; the least code. */
export const VARIANTS = ['written', 'silent', 'minimal'] as const;
export type Variant = (typeof VARIANTS)[number];

/** Of each member that the provider knows; absent where such a pool does not let it change. */
export interface Measured {
  /** Version of the provider. */
  readonly provider: string;
  readonly members: Readonly<Record<string, { readonly [V in Variant]?: Sight }>>;
}

export const MEASURED: Measured = JSON.parse(readFileSync(new URL('./blindness.json', import.meta.url), 'utf8'));

/** How many were changed, and how many of them Terraform shows. */
export function counted(variant: Variant): { changed: number; plan: number; refreshOnly: number } {
  const sights = Object.values(MEASURED.members).flatMap((one) => one[variant] ?? []);
  return {
    changed: sights.length,
    plan: sights.filter(({ plan }) => plan).length,
    refreshOnly: sights.filter(({ refreshOnly }) => refreshOnly).length,
  };
}
