// The generated pages about coverage: what each writable member of the API is in a spec, and what Terraform sees of it.
import { ROWS, type Row } from '../test/harness/registry.js';
import { argumentsOf, rowOf } from './blindness/known.js';
import { EXCEPTIONS, UNVERIFIABLE, WITHOUT_MEMBER } from './coverage/exceptions.js';
import { counted, MEASURED, type Sight } from './coverage/measured.js';
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
  const written = argumentsOf(row).map(code).join(', ') || 'none';
  const { providerSince } = row.facet;
  return providerSince ? `${written} (since ${providerSince.slice(0, 2).join('.')})` : written;
}

const yes = (sight: Sight | undefined, what: keyof Sight): string =>
  sight === undefined ? '–' : sight[what] ? 'yes' : '**no**';

/** Where everything is written out, and with the least code. */
function seenOf(member: string): string {
  const measured = MEASURED.members[member];
  return measured ? `${yes(measured.written, 'plan')} / ${yes(measured.minimal, 'plan')}` : '–';
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

\`plan sees it\`: whether \`terraform plan\` shows a change made outside the code, first with the code that Poolward writes, then
with the least code (see [what Terraform does not see](terraform-blindness.md)); – where the provider has no argument, or such a
pool does not let the member change. \`a change\`: \`replace\` where AWS or Terraform can only make a new object.

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

/** docs/terraform-blindness.md */
export function blindnessPage(): string {
  const { provider, members } = MEASURED;
  const [written, minimal] = [counted('written'), counted('minimal')];
  const known = Object.keys(members);
  return `${GENERATED}

# What Terraform does not see

Each writable member that provider ${provider} has an argument for is changed outside the code, on a pool that Terraform has just
deployed, and Terraform is asked. The provider and Terraform are the real ones; Cognito is the [sandbox](sandbox.md). Everything
here is found by \`poolward audit\`: the law in \`test/detection\` makes the same changes.

| the code | members changed | \`terraform plan\` shows | \`plan -refresh-only\` shows |
| --- | --- | --- | --- |
| as Poolward writes it: every setting with its value | ${written.changed} | ${written.plan} | ${written.refreshOnly} |
| the least that a resource needs | ${minimal.changed} | ${minimal.plan} | ${minimal.refreshOnly} |

Beside these ${known.length} the API has ${MEMBERS.size - known.length} members that this version knows no argument for, or that are names: see
[coverage](coverage.md).

- The least code is a pool with a name (and MFA by an authenticator app, where a factor is what changes), and each other resource
  with its required arguments only. A member that such a pool does not let change is not counted.
- A date of change alone does not count as shown: it says that something was written, not what.
- \`-refresh-only\` shows what the provider read back, in the code or not. What neither shows the provider does not read.
- Measured by \`npx tsx scripts/blindness.ts\` (Terraform, the provider and moto must be there; some minutes).

## Members that a plan of the whole code does not show

${table(
  ['member', 'in a spec', '`plan`', '`-refresh-only`'],
  known
    .filter((member) => members[member]?.written?.plan === false)
    .map((member) => [
      code(member),
      pathsOf(member),
      yes(members[member]?.written, 'plan'),
      yes(members[member]?.written, 'refreshOnly'),
    ]),
)}

## All members

${table(
  ['member', 'in a spec', '`plan`', '`-refresh-only`', '`plan`, least code', '`-refresh-only`, least code'],
  known.map((member) => {
    const { written: whole, minimal: least } = members[member] ?? {};
    const sights = [whole, least].flatMap((sight) => [yes(sight, 'plan'), yes(sight, 'refreshOnly')]);
    return [code(member), pathsOf(member), ...sights];
  }),
)}
`;
}

const pathsOf = (member: string): string =>
  ROWS.filter(({ field }) => field.covers.includes(member))
    .map((row) => code(specPath(row)))
    .join(', ');
