import { RULES } from '../rules/index.js';
import type { PoolRule } from '../rules/kit/pool-rule.js';
import { judgedExample } from './examples.js';
import { rowAt } from './rows.js';

/**
 * The settings that a rule points at, found by running its bad examples: `mfa.sms`, `clients.callbackUrls`, or a section
 * where it is about an object or about what is missing.
 */
export function settingsOf(rule: PoolRule): readonly string[] {
  const known = cache.get(rule.id);
  if (known) return known;
  const paths = rule.examples.invalid.flatMap((example) =>
    (judgedExample(rule, example)?.findings ?? []).map(
      ({ setting = '' }) => rowAt(setting)?.path ?? sectionOf(setting),
    ),
  );
  const settings = [...new Set(paths)].sort();
  cache.set(rule.id, settings);
  return settings;
}

const cache = new Map<string, readonly string[]>();

const sectionOf = (path: string): string => path.split('.')[0] ?? path;

/** The rules that point at a setting (`clients.callbackUrls`), or at a section as a whole. */
export function rulesAt(path: string): readonly PoolRule[] {
  return RULES.filter((rule) => settingsOf(rule).includes(path));
}
