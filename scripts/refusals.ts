// The generated page of all that is refused before a deploy: made by running what AWS refused, the examples of the rules, and
// values just outside each documented constraint.
import { stringify } from 'yaml';
import type { Finding } from '../src/model/finding.js';
import { REFUSALS } from '../src/rules/refusals/index.js';
import { CONSTRAINTS, outside, type Place, placesOf } from '../test/harness/constraints.js';
import { DOCUMENTED_REFUSALS, REFUSED_CALLS, type Refused, refused, there } from '../test/harness/refused.js';
import { ALL_FACETS } from '../test/harness/registry.js';

interface Refusal {
  readonly id: string;
  /** `clients.<key>.oauthScopes`. */
  readonly setting: string;
  readonly answers: ReadonlySet<string>;
  readonly measured: boolean;
}

/** `docs/refusals.md`. */
export function refusalsPage(): string {
  const found = merged([...recorded(), ...ofRules(), ...ofConstraints()]);
  const measured = found.filter((one) => one.measured).length;
  return `<!-- Made by \`npm run generate\`; do not edit. -->
# What is refused before a deploy

\`poolward validate\` refuses what AWS or a deploy would refuse, at its line. Each row is a refusal by its stable id: a rule
(with a page), or \`schema/…\` and \`yaml/…\` with the setting. AWS’s answer is quoted where one was recorded on a real deploy
or is quoted by its documentation or by people whom it refused; account ids are replaced, and \`[...]\` stands where it is cut.
*Measured*: refused on a real pool. *Documented*: AWS says so.

${found.length} refusals, ${measured} of them measured.

${table(['AWS’s answer', 'Id', 'Setting', 'How sure'], found.map(rowOf))}

## What no spec can be refused for

${table(['AWS’s answer', 'Why'], [...REFUSED_CALLS, ...DOCUMENTED_REFUSALS].flatMap(unsayableRow))}
`;
}

/** What AWS refused, and what it is documented to refuse. */
function recorded(): Refusal[] {
  const measured = REFUSED_CALLS.flatMap((one) => ofSpec(one, true));
  return [...measured, ...DOCUMENTED_REFUSALS.flatMap((one) => ofSpec(one, false))];
}

function ofSpec({ spec, answer }: Refused, measured: boolean): Refusal[] {
  if (spec === undefined) return [];
  return refused(there(spec)).map((finding) => ({
    id: finding.rule,
    setting: settingOf(finding),
    answers: new Set(answer === undefined ? quoted(finding) : [answer]),
    measured: measured || finding.confidence === 'measured',
  }));
}

function ofRules(): Refusal[] {
  return REFUSALS.flatMap(({ id, confidence, examples }) =>
    examples.invalid
      .flatMap((example) => refused(example).filter(({ rule }) => rule === id))
      .map((finding) => ({
        id,
        setting: settingOf(finding),
        answers: new Set(quoted(finding)),
        measured: confidence === 'measured',
      })),
  );
}

function ofConstraints(): Refusal[] {
  return [...CONSTRAINTS].flatMap(([member, constraint]) =>
    placesOf(member).flatMap((place) =>
      wrongValues(member, place, constraint)
        .flatMap((value) => refused(there(stringify(place.spec(value)))))
        .filter(({ rule, setting }) => rule.startsWith('schema/') && setting?.startsWith(place.setting))
        .map((finding) => ({
          id: finding.rule,
          setting: settingOf(finding),
          answers: new Set(quoted(finding)),
          measured: false,
        })),
    ),
  );
}

type Constraint = Parameters<typeof outside>[1];

/** Texts of this length are not made: it takes long, and nobody writes them by mistake. */
const ENDLESS = 131072;

function wrongValues(member: string, { example }: Place, { max, ...constraint }: Constraint): unknown[] {
  const wrap = (value: unknown) =>
    member.endsWith('[]')
      ? [value]
      : member.endsWith('.*')
        ? { [Object.keys(example ?? {})[0] ?? 'key']: value }
        : value;
  const [first] = typeof example === 'object' ? Object.values(example ?? {}) : [example];
  if (constraint.words) return [wrap('no-word-of-aws')];
  if (typeof first === 'number') return [max === undefined ? -1 : max + 1];
  const bounded = max === undefined || max >= ENDLESS ? constraint : { ...constraint, max };
  return typeof first === 'string' ? outside(first, bounded).map(wrap) : [];
}

/** The row of the registry that a finding is about, the key of its object left open. */
function settingOf({ setting = '' }: Finding): string {
  const [section = '', ...rest] = setting.split('.');
  const facet = ALL_FACETS.find(({ id }) => id === section);
  const names = Object.keys(facet?.fields ?? {});
  if (!facet || rest.length === 0) return setting;
  if (facet.kind === 'single') return `${section}.${rest[0]}`;
  // A key may have dots itself.
  const name = rest.slice(1).find((step) => names.includes(step));
  return name === undefined ? `${section}.<key>` : `${section}.<key>.${name}`;
}

function quoted({ message }: Finding): string[] {
  return [...message.matchAll(/AWS would answer[^"]*"(.+)"/g)].map(([, words = '']) => words);
}

/** One for each id and setting, by setting in the order of the sections. */
function merged(refusals: readonly Refusal[]): Refusal[] {
  const known = new Map<string, Refusal>();
  for (const one of refusals) {
    const key = `${one.setting}\0${one.id}`;
    const other = known.get(key);
    // Recorded answers come first; what messages quote repeats them.
    const answers = other && other.answers.size > 0 ? other.answers : one.answers;
    known.set(key, { ...one, answers, measured: one.measured || (other?.measured ?? false) });
  }
  const place = ({ setting }: Refusal) => ALL_FACETS.findIndex(({ id }) => id === setting.split('.')[0]);
  return [...known.values()].sort(
    (a, b) => place(a) - place(b) || compare(a.setting, b.setting) || compare(a.id, b.id),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function rowOf({ id, setting, answers, measured }: Refusal): string[] {
  const page = id.includes('/') ? `\`${id}\`` : `[${id}](rules/${id}.md)`;
  return [
    [...answers].map(cell).join('<br>') || '–',
    page,
    `[\`${setting}\`](${settingPage(setting)})`,
    measured ? 'measured' : 'documented',
  ];
}

function settingPage(setting: string): string {
  const [section = '', ...rest] = setting.split('.');
  const name = rest.filter((step) => step !== '<key>')[0];
  return `settings/${section}.md${name === undefined ? '' : `#${name.toLowerCase()}`}`;
}

function unsayableRow({ id, answer, unsayable }: Refused): string[][] {
  return unsayable === undefined ? [] : [[answer === undefined ? `(${id})` : cell(answer), unsayable]];
}

/** AWS's words as code, so that nothing in them means anything to Markdown. */
const cell = (words: string): string => `\`${words.replaceAll('|', '\\|')}\``;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
