import type { Finding } from '../../model/finding.js';
import type { ReportContext } from '../../model/report.js';
import type { Limits } from '../parts/contrast.js';
import { count } from '../parts/count.js';
import { remarks, remedy } from '../parts/details.js';
import { repositoryPath } from '../parts/repository-path.js';
import { excerpt } from './excerpt.js';
import { kind } from './kind.js';
import { type Grouped, grouped } from './labels.js';
import { type Markup, markup } from './markup.js';
import { sides } from './sides.js';
import { STATUSES } from './statuses.js';

/** What an item needs to know beside its finding. */
export interface ItemContext {
  /** Fragment that leads to it; unique in the page. */
  readonly id: string;
  /** Shown from the start. */
  readonly open: boolean;
  /** The same in other specs, told here. */
  readonly also: readonly { readonly finding: Finding; readonly id: string }[];
  readonly cwd: ReportContext['cwd'];
  /** The live pool of a spec. */
  readonly poolOf: (spec: string) => string | undefined;
  /** Lines of a file. */
  readonly lines: (file: string) => readonly string[] | undefined;
  /** Where the page says more about a rule. */
  readonly describes: (rule: string) => boolean;
}

/** More than a terminal gets, and still no room for a whole mail template. */
const LIMITS: Limits = { room: 1000, items: 100 };

/** One finding: a line that says it, and all the rest folded beneath. */
export function findingItem(finding: Finding, context: ItemContext): Markup {
  const { severity, status } = finding;
  const marks = markup` data-severity="${severity}" data-status="${status ?? 'new'}" data-kind="${kind(finding)}"`;
  return markup`<li class="f" id="${context.id}"${marks}><details${context.open && markup` open`}>${head(finding, context)}
<div class="body">${sides(finding.change, source(finding, context), LIMITS)}${facts(finding, context)}</div></details></li>
`;
}

function head(finding: Finding, { cwd, also }: ItemContext): Markup {
  const { severity, status, message, setting, rule } = finding;
  const place = also.length > 0 ? count(also.length + 1, 'spec') : placed(finding, cwd);
  return markup`<summary><span class="sev ${severity}">${severity}</span><h4>${message}</h4>${
    status !== undefined && markup`<span class="status">${STATUSES[status]}</span>`
  }<span class="at">${setting && markup`<code>${setting}</code> `}${place && markup`<span>${place}</span> `}${markup`<span>${rule}</span>`}</span></summary>`;
}

/** In the form that editors make a link of. */
function placed({ at, target }: Finding, cwd: ReportContext['cwd']): string {
  if (at !== undefined) return `${repositoryPath(at.file, cwd)}:${at.start.line}:${at.start.column}`;
  return target === undefined ? '' : repositoryPath(target, cwd);
}

function source({ at }: Finding, { lines }: ItemContext): Markup | undefined {
  const text = at && lines(at.file);
  return at && text && excerpt(text, at);
}

function facts(finding: Finding, context: ItemContext): Markup {
  const { rule, acceptedBy } = finding;
  // What many specs share has a command for each of them.
  const said = grouped(remarks(finding, LIMITS)).filter(
    ([label, [text = '']]) => label !== 'fix' || context.also.length === 0 || commandOf(text) === '',
  );
  const more = context.describes(rule) ? markup`<a href="#rule-${rule}">${rule}</a>` : markup`<code>${rule}</code>`;
  return markup`<dl>${places(finding, context)}${acceptedBy && row('Accepted', [acceptance(acceptedBy)])}${said.map(fact)}${row('Rule', [markup`${more} <a class="self" href="#${context.id}">link to this finding</a>`])}</dl>`;
}

/** Every spec that a shared finding is in, with what is to be done there. */
function places(finding: Finding, { also, id, cwd, poolOf }: ItemContext): Markup | undefined {
  if (also.length === 0) return undefined;
  const all = [{ finding, id: `${id}-here` }, ...also];
  const texts = all.map(({ finding: one, id: at }) => {
    const command = commandOf(remedy(one) ?? '');
    const spec = markup`<span id="${at}" data-spec="${one.target ?? ''}">${placed(one, cwd)}</span>`;
    return markup`${spec} <span class="pool">${poolOf(one.target ?? '')}</span>${command !== '' && markup` <code class="cmd">${command}</code>`}`;
  });
  return row('Found in', texts);
}

function acceptance({ owner, reason, expires }: NonNullable<Finding['acceptedBy']>): Markup {
  return markup`by ${owner}${expires && markup` until ${expires}`}: ${reason}`;
}

const LABELS: Readonly<Record<string, string>> = {
  why: 'Why',
  known: 'Known',
  since: 'Changed',
  by: 'Changed by',
  deploy: 'Next deploy',
  sure: 'How sure',
  fix: 'What to do',
  docs: 'Docs',
  follows: 'Follows from it',
};

function fact([label, texts]: Grouped): Markup {
  const shown = label === 'follows' ? texts.map((text) => markup`<code>${text}</code>`) : texts.map(linked);
  return row(LABELS[label] ?? label, shown);
}

function row(label: string, texts: readonly Markup[]): Markup {
  return markup`<div><dt>${label}</dt>${texts.map((text) => markup`<dd>${text}</dd>`)}</div>`;
}

/** A command at the front of a text, up to where the sentence goes on. */
const COMMAND = /^(?:npx|cdktf|poolward|terraform|aws) \S.*?(?=, or |$)/;

function commandOf(text: string): string {
  return COMMAND.exec(text)?.[0] ?? '';
}

const ADDRESS = /^https?:\/\/\S+$/;

function linked(text: string): Markup {
  if (ADDRESS.test(text)) return link(text);
  const command = commandOf(text);
  return command === '' ? markup`${text}` : markup`<code class="cmd">${command}</code>${text.slice(command.length)}`;
}

/** A link to the web. The page that it leads to is not told where it was. */
export function link(url: string): Markup {
  return ADDRESS.test(url) ? markup`<a href="${url}" rel="noreferrer">${url}</a>` : markup`${url}`;
}
