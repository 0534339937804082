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
  const secrets = [...taken].flatMap(([name, value]) => spellings(value).map((text) => [name, text] as const));
  if (secrets.length === 0) return findings;
  const mask = (text: string) => secrets.reduce((all, [name, secret]) => maskedIn(all, name, secret), text);
  return findings.map(({ message, help, ...rest }) => ({
    ...rest,
    message: mask(message),
    ...(help !== undefined && { help: mask(help) }),
  }));
}

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
