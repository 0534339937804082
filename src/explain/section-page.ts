import type { Facet, KeyedFacet } from '../model/facet.js';
import { clip } from '../report/parts/literal.js';
import { rulesAt } from './looked-at.js';
import { type Block, listed, type Page, ruleLink, type Text, web } from './page.js';
import { ROWS, type Row } from './rows.js';
import { valueText } from './value-words.js';

/** What a section is about, and its settings; `before` the pages of the settings it lists none. */
export function sectionPage(facet: Facet, before = false): Page {
  const rows = ROWS.filter((row) => row.facet === facet);
  return {
    name: facet.id,
    what: facet.title,
    blocks: [
      { kind: 'text', text: facet.summary },
      ...(facet.kind === 'keyed' ? keyed(facet) : []),
      ...rules(facet),
      ...(before ? [] : overview(rows)),
      { kind: 'text', text: 'References:' },
      { kind: 'list', items: facet.references.map((url) => [web(url)]) },
    ],
  };
}

function keyed({ id, key, noun, closed, fixed, keyedBy }: KeyedFacet): Block[] {
  const undeclared = closed
    ? `A live ${noun} that the spec does not declare is a finding: drift/extra.`
    : `A live ${noun} that the spec does not declare is none of its business.`;
  const rows: [string, Text][] = [
    ['key', [key.doc, ' For example: ', { code: `${id}.${key.example}` }]],
    ...(keyedBy === undefined ? [] : ([['keys are', `those of ${keyedBy}`]] as [string, Text][])),
    ['undeclared', undeclared],
    ...(fixed === undefined ? [] : ([['fixed', fixed]] as [string, Text][])),
  ];
  return [{ kind: 'facts', rows }];
}

/** Those that point at an object or at the section as a whole. */
function rules({ id }: Facet): Block[] {
  const found = rulesAt(id);
  if (found.length === 0) return [];
  return [
    { kind: 'text', text: ['Rules about it as a whole: ', ...listed(found.map((rule) => ruleLink(rule.id))), '.'] },
  ];
}

function overview(rows: readonly Row[]): Block[] {
  return [
    { kind: 'heading', text: 'Settings' },
    { kind: 'facts', rows: rows.map(inOneLine) },
  ];
}

function inOneLine(row: Row): [string, Text] {
  const { doc, default: fallback, required } = row.field;
  const [first = doc] = /^.*?\.(?= [A-Z]|$)/.exec(doc) ?? [];
  const state = required
    ? 'required'
    : fallback === undefined
      ? 'no default'
      : `default ${clip(valueText(fallback), 40)}`;
  return [row.name, [`${first} (${state})`]];
}
