import { convergedWords, planWords, terraformText } from './deployed.js';
import { rulesAt } from './looked-at.js';
import { code, listed, type Page, ruleLink, type Text } from './page.js';
import { isLive, nameOf, type Row } from './rows.js';
import { valueText, valueWords } from './value-words.js';

type Facts = readonly (readonly [label: string, text: Text])[];

/** Everything that is known of one setting. */
export function settingPage(row: Row): Page {
  return {
    name: nameOf(row),
    what: `a setting of ${row.facet.id}: ${row.facet.title}`,
    blocks: [
      { kind: 'text', text: row.field.doc },
      { kind: 'facts', rows: [...valueFacts(row), ...deployFacts(row), ...ruleFacts(row)] },
    ],
  };
}

function valueFacts({ facet, field, ...row }: Row): Facts {
  const { default: fallback, example } = field;
  const read: Facts = isLive({ facet, field, ...row }) ? silenceFacts({ facet, field, ...row }) : [];
  return [
    ['value', valueWords(field.schema)],
    [
      'default',
      field.required ? 'none: it is required' : fallback === undefined ? 'none' : [code(valueText(fallback))],
    ],
    ...(example === undefined ? [] : [['example', [code(valueText(example))]] as const]),
    ...(field.required ? [] : [['where the spec is silent', silentSpec({ facet, field, ...row })] as const]),
    ...read,
    ...(field.sensitive ? [['secret', 'yes: never printed'] as const] : []),
    ...(field.opaque === undefined ? [] : [['compared', `by presence only: ${field.opaque}`] as const]),
    ...(field.stronger
      ? [['safer', 'of two values one may be safer; a live pool that is weaker is an error'] as const]
      : []),
  ];
}

function silentSpec(row: Row): Text {
  const { field } = row;
  const otherwise: Text = field.default === undefined ? 'nothing' : [code(valueText(field.default))];
  const fallback = typeof otherwise === 'string' ? [otherwise] : otherwise;
  if (field.implied) return ['what the key, or other settings, imply; else ', ...fallback];
  if (!isLive(row)) return field.default === undefined ? 'nothing is known of it' : ['it is taken for ', ...fallback];
  return field.default === undefined
    ? 'the live pool must not have it'
    : ['the live pool must be at ', ...fallback, ', Cognito’s default'];
}

/** What AWS's silence means, and who says so. */
function silenceFacts({ facet, field }: Row): Facts {
  const source = field.absentMeans === undefined ? undefined : (field.silence ?? facet.silence);
  return [
    ['where AWS is silent', silentAws(field)],
    ...(source === undefined ? [] : [['who says so', source] as const]),
  ];
}

function silentAws({ readable, absentMeans }: Row['field']): Text {
  if (readable === 'never') return 'always: AWS never returns it, so it is unverifiable';
  return absentMeans === undefined ? 'the live pool has none' : ['it is taken for ', code(valueText(absentMeans))];
}

function deployFacts(row: Row): Facts {
  if (!isLive(row)) return [['Terraform', terraformText(row)]];
  const { field } = row;
  return [
    ['Terraform', terraformText(row)],
    ['terraform plan', planWords(row)],
    ['a change', changeWords(row)],
    ['converged by', convergedWords(row)],
    ...(field.covers.length === 0 ? [] : [['API', listed(field.covers.map(code))] as const]),
  ];
}

function changeWords({ facet, field }: Row): string {
  if (field.onChange === 'update') return 'is made in place';
  if (facet.kind === 'keyed' && facet.fixed !== undefined) return `is not possible. ${facet.fixed}`;
  if (field.onChange === 'none') return 'touches nothing in AWS';
  if (field.fixedAtCreation !== undefined) return 'is not possible, and no deploy tries it';
  const what = facet.kind === 'keyed' ? `the ${facet.noun}` : 'the pool, with all its users';
  return `is not possible in place: a deploy would replace ${what}`;
}

function ruleFacts(row: Row): Facts {
  const rules = rulesAt(row.path);
  return rules.length === 0 ? [] : [['rules', listed(rules.map(({ id }) => ruleLink(id)))]];
}
