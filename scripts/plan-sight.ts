import { MEASURED, VARIANTS } from './coverage/measured.js';

/** What `npx tsx scripts/blindness.ts` measured, for `poolward explain`: of each member, in the order of the variants. */
export function planSight(): string {
  const rows = Object.entries(MEASURED.members).map(([member, sights]) => {
    const seen = VARIANTS.map((variant) => sights[variant]?.plan ?? null);
    return `  ${JSON.stringify(member)}: ${JSON.stringify(seen)},`;
  });
  return `// Made by \`npm run generate\` from scripts/coverage/blindness.json; do not edit.

/** Version of the provider that was measured. */
export const PROVIDER = ${JSON.stringify(MEASURED.provider)};

/**
 * Whether \`terraform plan\` shows a change made outside the code, under code that says every setting, that Poolward writes
 * of a spec that says little, and that is the least; null where such a pool does not let the member change.
 */
export const PLAN_SIGHT: Readonly<Record<string, readonly (boolean | null)[]>> = {
${rows.join('\n')}
};
`;
}
