import type { Finding } from '../../model/finding.js';
import type { ReportContext, RuleDescription } from '../../model/report.js';
import { link } from './finding-item.js';
import { type Markup, markup } from './markup.js';

/** What the rules of the findings are about, each once, by id. */
export function rules(findings: readonly Finding[], { describe }: ReportContext): Markup | undefined {
  const ids = [...new Set(findings.map(({ rule }) => rule))].sort();
  const known = ids.flatMap((id): Known[] => {
    const about = describe?.(id);
    return about === undefined ? [] : [[id, about]];
  });
  if (known.length === 0) return undefined;
  return markup`<details class="fold" id="rules"><summary><h2>What the rules are about</h2> <span class="n">${
    known.length
  }</span></summary>
<dl class="rules">
${known.map(rule)}</dl></details>
`;
}

type Known = readonly [id: string, about: RuleDescription];

function rule([id, { summary, why, url }]: Known): Markup {
  return markup`<div id="rule-${id}"><dt><code>${id}</code></dt><dd><p>${summary}</p><p>${why}</p>${
    url !== undefined && markup`<p>${link(url)}</p>`
  }</dd></div>\n`;
}
