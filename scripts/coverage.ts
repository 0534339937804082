// The generated pages about coverage: what each writable member of the API is in a spec, and what Terraform sees of it.

import { terraformArguments } from '../src/explain/terraform-arguments.js';
import { ROWS, type Row } from '../test/harness/registry.js';
import { rowOf } from './blindness/known.js';
import { EXCEPTIONS, UNVERIFIABLE, WITHOUT_MEMBER } from './coverage/exceptions.js';
import { counted, MEASURED, type Sight, VARIANTS, type Variant } from './coverage/measured.js';
import { MEMBERS, operationOf } from './coverage/members.js';
import { OPERATIONS } from './coverage/operations.js';

const GENERATED = '<!-- Made by `npm run generate`; do not edit. -->';
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

/** `clients.<key>.name`; `pool.name`. */
function specPath({ facet, name }: Row): string {
  return facet.kind === 'single' ? `${facet.id}.${name}` : `${facet.id}.<key>.${name}`;
}

function terraformOf(row: Row): string {
  const { terraform } = row.field;
  if ('unsupported' in terraform) return `[unsupported](${terraform.issue})`;
  const written = terraformArguments(row).map(code).join(', ') || 'none';
  const { providerSince } = row.facet;
  return providerSince ? `${written} (since ${providerSince.slice(0, 2).join('.')})` : written;
}

const yes = (sight: Sight | undefined, what: keyof Sight): string =>
  sight === undefined ? '–' : sight[what] ? 'yes' : '**no**';

/** With each of the three kinds of code. */
function seenOf(member: string): string {
  const measured = MEASURED.members[member];
  return measured ? VARIANTS.map((variant) => yes(measured[variant], 'plan')).join(' / ') : '–';
}

function defaultOf({ field }: Row): string {
  return field.default === undefined ? 'none' : code(JSON.stringify(field.default));
}

const READABLE = { always: 'always', whenSet: 'when set', never: '**never**' } as const;

function memberRow(member: string): string[] {
  const name = code(member.split('.').slice(1).join('.'));
  const row = rowOf(member);
  const exception = EXCEPTIONS[member];
  if (exception) return [name, `${exception.kind}: ${exception.reason}`, '', '', '', '', ''];
  if (!row) return [name, '', '', '', '', '', ''];
  const paths = ROWS.filter(({ field }) => field.covers.includes(member)).map((one) => code(specPath(one)));
  return [
    name,
    paths.join(', '),
    terraformOf(row),
    seenOf(member),
    defaultOf(row),
    row.field.onChange,
    READABLE[row.field.readable],
  ];
}

const HEAD = ['member', 'in a spec', 'Terraform argument', 'plan sees it', 'default', 'a change', 'AWS shows it'];

/** docs/coverage.md */
export function coveragePage(): string {
  const members = [...MEMBERS.keys()];
  const operations = [...new Set(members.map(operationOf))];
  const covered = members.filter((member) => rowOf(member)).length;
  const kinds = [...new Set(Object.values(OPERATIONS).map(({ kind }) => kind))];
  return `${GENERATED}

# Coverage

Every writable member of Cognito's configuration, as the installed AWS SDK has it: ${members.length} members of ${operations.length} operations, of
which ${covered} are settings of a spec and ${members.length - covered} are not, by name and with the reason. Tests compare this with the SDK: a member or an
operation that a new version brings fails them by its name, and so does one that is gone.

\`plan sees it\`: whether \`terraform plan\` shows a change made outside the code: where the spec says every setting, where it says
little, and with the least Terraform code (see [what Terraform does not see](terraform-blindness.md)); – where the provider has
no argument, or such a pool does not let the member change. \`a change\`: \`replace\` where AWS or Terraform can only make a new object.

${operations.map((operation) => sectionOf(operation, members)).join('\n\n')}

## Rows of their own

Settings of a spec that are no member of a request:

${table(
  ['in a spec', 'stands for'],
  Object.entries(WITHOUT_MEMBER).map(([path, why]) => [code(path), why]),
)}

Settings that AWS takes and never shows:

${table(
  ['member', 'why'],
  Object.entries(UNVERIFIABLE).map(([member, why]) => [code(member), why]),
)}

## Operations

${table(
  ['kind', 'operations'],
  kinds.map((kind) => [kind, ofKind(kind).join(', ')]),
)}
`;
}

function ofKind(kind: string): string[] {
  return Object.entries(OPERATIONS).flatMap(([name, one]) => (one.kind === kind ? [name] : []));
}

function sectionOf(operation: string, members: readonly string[]): string {
  const own = members.filter((member) => operationOf(member) === operation);
  return `## ${operation}\n\n${table(HEAD, own.map(memberRow))}`;
}

const CODE: Readonly<Record<Variant, string>> = {
  written: 'as Poolward writes it, of a spec that says every setting',
  silent: 'as Poolward writes it, of a spec that says little: defaults are written out',
  minimal: 'the least that a resource needs',
};

/** docs/terraform-blindness.md */
export function blindnessPage(): string {
  const { provider, members } = MEASURED;
  const known = Object.keys(members);
  const settings = [...MEMBERS.keys()].filter((member) => rowOf(member));
  const summary = VARIANTS.map((variant) => {
    const { changed, plan, refreshOnly } = counted(variant);
    return [`**${variant}**: ${CODE[variant]}`, String(changed), String(plan), String(refreshOnly)];
  });
  return `${GENERATED}

# What Terraform does not see

Each writable member that provider ${provider} has an argument for is changed outside the code, on a pool that Terraform has just
deployed, and Terraform is asked. The provider and Terraform are the real ones; Cognito is the [sandbox](sandbox.md). Everything
here is found by \`poolward audit\`: the law in \`test/detection\` makes the same changes.

${table(['the code', 'members changed', '`terraform plan` shows', '`plan -refresh-only` shows'], summary)}

Of the ${settings.length} members that are settings of a spec, this version of the provider has an argument for ${known.length}; the other
${settings.length - known.length} no Terraform command can show: see [coverage](coverage.md). Nor does any command show an object that the code does not have (a
client, an identity provider, a group, a domain …): Terraform reads what is in its state.

- A spec that says little, and the least code, are of a pool with one object of each kind, and of a pool with MFA by an
  authenticator app. A member that such a pool does not let change is not counted.
- A date of change alone does not count as shown: it says that something was written, not what.
- \`-refresh-only\` shows what the provider reads back, in the code or not; it proposes nothing, and no deploy acts on it.
- Measured by \`npx tsx scripts/blindness.ts\` (Terraform, the provider and moto must be there; some minutes).

## Members that a plan does not show

${table(
  ['member', 'in a spec', ...VARIANTS.map((variant) => `${variant}: \`plan\`, \`-refresh-only\``)],
  known.filter((member) => VARIANTS.some((variant) => members[member]?.[variant]?.plan === false)).map(sightRow),
)}

## Members that every plan shows

${table(
  ['member', 'in a spec', ...VARIANTS.map((variant) => `${variant}: \`plan\`, \`-refresh-only\``)],
  known.filter((member) => VARIANTS.every((variant) => members[member]?.[variant]?.plan !== false)).map(sightRow),
)}
`;
}

function sightRow(member: string): string[] {
  const sights = VARIANTS.map((variant) => MEASURED.members[member]?.[variant]);
  return [
    code(member),
    pathsOf(member),
    ...sights.map((sight) => (sight ? `${yes(sight, 'plan')}, ${yes(sight, 'refreshOnly')}` : '–')),
  ];
}

const pathsOf = (member: string): string =>
  ROWS.filter(({ field }) => field.covers.includes(member))
    .map((row) => code(specPath(row)))
    .join(', ');
