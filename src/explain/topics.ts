import { FACETS, facetOf } from '../facets/index.js';
import type { Facet } from '../model/facet.js';
import { SPEC_KEYS } from '../model/spec-keys.js';
import { RULES } from '../rules/index.js';
import { suggest } from '../spec/suggest.js';
import { findingPage } from './finding-page.js';
import { FINDINGS } from './findings/index.js';
import { keyPage } from './key-page.js';
import type { Page } from './page.js';
import { nameOf, ROWS, rowAt } from './rows.js';
import { rulePage } from './rule-page.js';
import { sectionPage } from './section-page.js';
import { settingPage } from './setting-page.js';

/** The page of a rule, a finding, a setting, a section or a key of a spec; undefined where there is none of this name. */
export function pageOf(name: string): Page | undefined {
  const rule = RULES.find(({ id }) => id === name);
  if (rule) return rulePage(rule);
  const finding = FINDINGS.find(({ id }) => id === name);
  if (finding) return findingPage(finding);
  const row = rowAt(name);
  if (row) return settingPage(row);
  const [key = ''] = name.split('.');
  if (Object.hasOwn(SPEC_KEYS, key)) return keyPage(key);
  const facet = facetOf(key);
  return facet && isSection(facet, name) ? sectionPage(facet) : undefined;
}

/** A section, or one of its objects; a misspelt setting is none. */
function isSection(facet: Facet, name: string): boolean {
  if (name === facet.id) return true;
  const key = name.slice(facet.id.length + 1);
  return (
    facet.kind === 'keyed' &&
    new RegExp(facet.key.pattern, 'u').test(key) &&
    suggest(key, Object.keys(facet.fields)) === undefined
  );
}

const NEAR = 5;

/** Names that a misspelt one may mean, the likeliest first. */
export function nearNames(name: string): readonly string[] {
  const all = allNames();
  const [section = '', ...steps] = name.split('.');
  const facet =
    facetOf(section) ??
    facetOf(
      suggest(
        section,
        FACETS.map(({ id }) => id),
      ) ?? '',
    );
  const own = ROWS.filter((row) => row.facet === facet);
  const meant =
    suggest(
      steps.at(-1) ?? '',
      own.map((row) => row.name),
    ) ?? steps.at(-1);
  const settings = own.filter((row) => row.name === meant).map(nameOf);
  const nearest = suggest(name, all);
  const parts = all.filter((one) => name.length > 2 && bare(one).includes(bare(name)));
  return [...new Set([...settings, ...(nearest === undefined ? [] : [nearest]), ...parts])].slice(0, NEAR);
}

const bare = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** Everything that can be explained. */
export function allNames(): readonly string[] {
  return [
    ...RULES.map(({ id }) => id),
    ...FINDINGS.map(({ id }) => id),
    ...FACETS.map(({ id }) => id),
    ...Object.keys(SPEC_KEYS),
    ...ROWS.map(nameOf),
  ];
}
