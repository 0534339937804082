// Folder, registry and pages say the same; `npm run generate -- --check` tells whether the pages are fresh.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pages, stalePages } from '../../scripts/pages.js';
import { anchorOf } from '../../src/explain/markdown.js';
import { ROWS } from '../../src/explain/rows.js';
import { terminal } from '../../src/explain/terminal.js';
import { allNames, pageOf } from '../../src/explain/topics.js';
import { SPEC_KEYS } from '../../src/model/spec-keys.js';
import { RULES } from '../../src/rules/index.js';
import { ALL_FACETS } from '../harness/registry.js';

const PAGES = pages();
const namesIn = (folder: string) => readdirSync(folder).sort();
const markdownOf = (names: readonly string[]) => [...names.map((name) => `${name}.md`), 'README.md'].sort();

describe('the folders of pages', () => {
  it('have exactly the rules', () => {
    const files = ['refusals', 'posture'].flatMap((kind) => namesIn(`src/rules/${kind}`));
    const ids = files.filter((file) => file !== 'index.ts').map((file) => file.replace(/\.ts$/, ''));
    expect(RULES.map(({ id }) => id).sort()).toEqual(ids.sort());
    expect(namesIn('docs/rules')).toEqual(markdownOf(ids));
  });

  it('have exactly the sections and keys of a spec', () => {
    const sections = [...ALL_FACETS.map(({ id }) => id), ...Object.keys(SPEC_KEYS)];
    expect(namesIn('docs/settings')).toEqual(markdownOf(sections));
  });

  it('hold nothing else', () => expect(stalePages()).toEqual([]));
});

it('the pages are fresh', () => {
  const stale = Object.entries(PAGES).filter(
    ([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text,
  );
  expect(
    stale.map(([file]) => file),
    'run `npm run generate`',
  ).toEqual([]);
});

/** The anchors of a page, as GitHub makes them. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
}

const withoutCode = (text: string) => text.replaceAll(/```[\s\S]*?```/g, '');

it.each(Object.entries(PAGES))('the links of %s lead somewhere', (file, text) => {
  const links = [...withoutCode(text).matchAll(/\]\(([^)]+)\)/g)].map(([, to = '']) => to);
  const dead = links.filter((link) => {
    if (/^https:/.test(link)) return !URL.canParse(link);
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? file : posix.join(posix.dirname(file), path);
    const page = PAGES[target] ?? (existsSync(target) ? readFileSync(target, 'utf8') : undefined);
    return page === undefined || (anchor !== undefined && !anchorsOf(withoutCode(page)).includes(anchor));
  });
  expect(dead).toEqual([]);
});

it.each(Object.entries(PAGES))('%s has no anchor twice', (_file, text) => {
  const anchors = anchorsOf(withoutCode(text));
  expect(anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index)).toEqual([]);
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('the page of %s', (id, rule) => {
  const page = PAGES[`docs/rules/${id}.md`] ?? '';

  it('shows its examples, and what each bad one prints', () => {
    for (const example of [...rule.examples.valid, ...rule.examples.invalid]) expect(page).toContain(example.trimEnd());
    const printed = page.match(/^(error|warning|note) {2}pool\.yaml:\d+:\d+ {2}/gm) ?? [];
    expect(printed.length).toBeGreaterThanOrEqual(rule.examples.invalid.length);
  });

  it('links its references', () => {
    for (const reference of rule.references) expect(page).toContain(`<${reference}>`);
  });
});

it('every setting has a heading on the page of its section', () => {
  const missing = ROWS.filter(({ facet, name }) => !PAGES[`docs/settings/${facet.id}.md`]?.includes(`\n## ${name}\n`));
  expect(missing.map(({ path }) => path)).toEqual([]);
});

describe('in a terminal', () => {
  it.each(allNames())('%s has a page of its name, in plain text', (name) => {
    const page = pageOf(name);
    expect(page?.name).toBe(name);
    const text = page ? terminal(page, false) : '';
    expect(text.split('\n')[0]).toContain(name);
    expect(text).not.toMatch(/undefined|\[object|\x1b|^#|\]\(http/m);
    expect(text.endsWith('\n')).toBe(true);
  });

  it('no two things bear one name', () => {
    const names = allNames();
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
