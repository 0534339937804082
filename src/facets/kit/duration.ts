import type { JsonSchema } from '../../model/facet.js';

const SECONDS = { s: 1, m: 60, h: 3600, d: 86400 } as const;
/** Spec units and AWS's words for them. */
const UNITS = { s: 'seconds', m: 'minutes', h: 'hours', d: 'days' } as const;
type Unit = keyof typeof UNITS;

export const DURATION_SCHEMA: JsonSchema = {
  type: 'string',
  pattern: '^[1-9][0-9]*[smhd]$',
  'x-says': 'a number and a unit: 30s, 5m, 12h or 30d',
};

/** A duration of the spec in AWS's two members; undefined when the text is none. */
export function parseDuration(text: string): { amount: number; unit: string; seconds: number } | undefined {
  const match = /^([0-9]+)([smhd])$/.exec(text);
  if (!match) return undefined;
  const amount = Number(match[1]);
  const unit = match[2] as Unit;
  return { amount, unit: UNITS[unit], seconds: amount * SECONDS[unit] };
}

/** AWS's number and unit as the spec writes it. An unknown unit stays visible. */
export function formatDuration(amount: number, unit: string): string {
  const letter = (Object.keys(UNITS) as Unit[]).find((key) => UNITS[key] === unit);
  return letter ? `${amount}${letter}` : `${amount} ${unit}`;
}

/** `60m` and `1h` are the same time. */
export function sameDuration(a: string, b: string): boolean {
  const [left, right] = [parseDuration(a), parseDuration(b)];
  return left && right ? left.seconds === right.seconds : a === b;
}
