import { type Finding, SEVERITIES } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { count } from '../parts/count.js';
import { repositoryPath } from '../parts/repository-path.js';
import { KINDS, kind } from './kind.js';
import { type Markup, markup } from './markup.js';
import { STATUSES } from './statuses.js';

/** Narrows the findings. Only the script can use it, so only the script shows it; choices of one are not offered. */
export function filterForm({ findings, targets }: Report, cwd: string | undefined): Markup {
  const specs = [...new Set(targets.map(({ spec }) => spec))];
  return markup`<form class="bar" id="filter" role="search" aria-label="Findings" hidden>
<label class="find"><span class="off-screen">Search</span><input type="search" name="q" placeholder="Search" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"><kbd aria-hidden="true">/</kbd></label>
${severities(findings)}${choice('kind', 'Any kind', kinds(findings))}${choice('status', 'Any status', statuses(findings))}${choice(
  'spec',
  'All specs',
  specs.map((spec): Option => [spec, repositoryPath(spec, cwd)]),
)}<span class="end"><output id="count">${count(findings.length, 'finding')}</output><button type="reset" hidden>Reset</button><button type="button" id="expand">Expand all</button></span>
</form>
`;
}

type Option = readonly [value: string, label: string];

function severities(findings: readonly Finding[]): Markup | undefined {
  const shown = SEVERITIES.filter((one) => findings.some(({ severity }) => severity === one));
  if (shown.length < 2) return undefined;
  const chips = shown.map(
    (one) => markup`<label class="chip ${one}"><input type="checkbox" name="severity" value="${one}">${one}</label>`,
  );
  return markup`<fieldset><legend class="off-screen">Severity</legend>${chips}</fieldset>\n`;
}

function kinds(findings: readonly Finding[]): readonly Option[] {
  const known = new Set(findings.map(kind));
  return Object.entries(KINDS).filter(([name]) => (known as ReadonlySet<string>).has(name));
}

function statuses(findings: readonly Finding[]): readonly Option[] {
  const known = new Set<string>(findings.map(({ status }) => status ?? 'new'));
  return Object.entries(STATUSES).filter(([name]) => known.has(name));
}

function choice(name: string, all: string, options: readonly Option[]): Markup | undefined {
  if (options.length < 2) return undefined;
  const shown = options.map(([value, label]) => markup`<option value="${value}">${label}</option>`);
  return markup`<select name="${name}" aria-label="${name}"><option value="">${all}</option>${shown}</select>\n`;
}
