import type { Finding } from '../model/finding.js';
import { plainText } from './quote.js';

/** Shorter values are words and numbers, which other words are made of. */
const SHORTEST = 8;

/** Messages quote no more of a value. */
const CLIPPED = 200;

/**
 * Findings in which the value of a variable is replaced by its name, also where a message clipped it: the wrong variable
 * may hold a secret, and a message goes to logs.
 */
export function masked(findings: readonly Finding[], taken: ReadonlyMap<string, string>): readonly Finding[] {
  if (taken.size === 0) return findings;
  const mask = masker(taken);
  return findings.map(({ message, help, ...rest }) => ({
    ...rest,
    message: mask(message),
    ...named(rest, mask),
    ...(help !== undefined && { help: mask(help) }),
  }));
}

/** The name of an item of a list holds its value; the rest of a name, and the id before it, are no values. */
function named(
  { setting = '', fingerprint }: Pick<Finding, 'setting' | 'fingerprint'>,
  mask: (text: string) => string,
): Partial<Finding> {
  const at = setting.indexOf('[');
  if (at < 0 || !fingerprint.endsWith(setting)) return {};
  const shown = setting.slice(0, at) + mask(setting.slice(at));
  return { setting: shown, fingerprint: fingerprint.slice(0, -setting.length) + shown };
}

/** Replaces the values of variables by their names in a text, but for names of files (`kept`). */
export function masker(taken: ReadonlyMap<string, string>, kept: readonly string[] = []): (text: string) => string {
  const secrets = [...taken].flatMap(([name, value]) => spellings(value).map((text) => [name, text] as const));
  if (secrets.length === 0) return (text) => text;
  const mask = (text: string) => secrets.reduce((all, [name, secret]) => maskedIn(all, name, secret), text);
  if (kept.length === 0) return mask;
  const names = new RegExp(
    `(${[...kept]
      .sort((a, b) => b.length - a.length)
      .map(literal)
      .join('|')})`,
  );
  return (text) =>
    text
      .split(names)
      .map((part, index) => (index % 2 === 1 ? part : mask(part)))
      .join('');
}

const literal = (text: string) => text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');

function spellings(value: string): string[] {
  const all = [value, plainText(value).replace(/…$/, ''), JSON.stringify(value).slice(1, -1)];
  return [...new Set(all)].filter((text) => text.length >= SHORTEST).sort((a, b) => b.length - a.length);
}

function maskedIn(text: string, name: string, secret: string): string {
  const whole = text.replaceAll(secret, () => `\${${name}}`);
  if (!whole.includes('…')) return whole;
  const clipped = (length: number) => `${secret.slice(0, length)}…`;
  for (let length = Math.min(secret.length - 1, CLIPPED); length >= SHORTEST; length--)
    if (whole.includes(clipped(length))) return whole.replaceAll(clipped(length), () => `\${${name}}…`);
  return whole;
}
