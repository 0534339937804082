import { allowedValues, typesOf } from './schema-branches.js';
import type { Said, Scene } from './schema-problem.js';
import { either, exampleOf, listWords, saysOf, suggestValue, typeWords, yamlWords } from './words.js';

/** A value of the wrong type. */
export function sayWrongType(scene: Scene): Said {
  const types = typesOf(scene.error);
  if (types.includes('string') && isUnquoted(scene.error.data)) return sayUnquoted(scene);
  const expected = saysOf(scene.error.schema) ?? typeWords(types);
  const message = `${scene.subject} is ${scene.found}; expected ${expected}.`;
  return { rule: 'schema/wrong-type', message, help: wrongTypeHelp(scene, types, expected) };
}

const isUnquoted = (value: unknown) => typeof value === 'number' || typeof value === 'boolean';

/** Text that YAML took for a number or a boolean, above all an account id. */
function sayUnquoted({ error, subject, found, source }: Scene): Said {
  const lost = /^[-+]?0\d/.test(source) ? ` YAML reads ${String(error.data)}: leading zeros are lost.` : '';
  const warning = lost === '' && /^\d+$/.test(source) ? ' Without quotes leading zeros would be lost.' : lost;
  const expected = saysOf(error.schema) ?? 'text';
  const quoted = expected.includes('quotes') ? expected : `${expected}, in quotes`;
  const message = `${subject} is ${found}; expected ${quoted}.`;
  return { rule: 'schema/wrong-type', message, help: `Put it in quotes: "${source}".${warning}` };
}

function wrongTypeHelp({ error, source, found }: Scene, types: readonly string[], expected: string): string {
  const { data } = error;
  if (data === null) return `Write ${expected}, or delete the key.`;
  if (types.includes('boolean') && typeof data === 'string') return booleanHelp(data);
  if (types.some(isNumeric) && isNumberText(data)) return `Remove the quotes: ${data.trim()}.`;
  if (types.includes('array') && typeof data !== 'object') return `Write it as a list: [${source}].`;
  const example = exampleOf(error.schema);
  return `Write ${expected} instead of ${found}${example === undefined ? '' : `, for example ${yamlWords(example)}`}.`;
}

function booleanHelp(text: string): string {
  const meant = suggestValue(text, [true, false]);
  if (meant === undefined) return 'Write true or false, without quotes.';
  return `Write ${String(meant)} without quotes; only true and false are booleans in YAML 1.2.`;
}

const isNumeric = (type: string) => type === 'number' || type === 'integer';
const isNumberText = (data: unknown): data is string => typeof data === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(data);

/** A value that is not among the allowed ones. */
export function sayNotAllowed({ error, subject, found }: Scene): Said {
  const allowed = allowedValues(error);
  const types = (error.params['orTypes'] as string[] | undefined) ?? [];
  const words = [...allowed.map(yamlWords), ...types.map((type) => typeWords([type]))];
  const near = suggestValue(error.data, allowed);
  const help =
    near === undefined
      ? `Write ${words.length > 1 ? 'one of these' : either(words)}.`
      : `Did you mean ${yamlWords(near)}?`;
  return {
    rule: 'schema/not-allowed-value',
    message: `${subject} is ${found}; allowed: ${listWords(words, 'or')}.`,
    help,
  };
}

/** A value that fits none of several forms, or more than one. */
export function sayNoForm({ error, subject, found }: Scene): Said {
  if (Array.isArray(error.params['passingSchemas'])) {
    const message = `${subject} can be understood in more than one way.`;
    return { rule: 'schema/ambiguous', message, help: 'Keep the keys of one form only.' };
  }
  const says = saysOf(error.schema);
  const message =
    says === undefined
      ? `${subject} is ${found} in none of the allowed forms.`
      : `${subject} is ${found}; expected ${says}.`;
  return {
    rule: 'schema/no-form-fits',
    message,
    help: says === undefined ? describedHelp(error.schema) : `Write ${says}.`,
  };
}

/** A number outside its limits. */
export function sayOutOfRange({ error, subject, found }: Scene): Said {
  const { minimum, maximum, multipleOf } = error.schema;
  const range = rangeWords(minimum, maximum) ?? `a number ${error.text.replace(/^must be /, '')}`;
  const step =
    error.keyword === 'multipleOf' ? `a multiple of ${String(multipleOf ?? error.params['multipleOf'])}` : range;
  return { rule: 'schema/out-of-range', message: `${subject} is ${found}; expected ${step}.`, help: `Write ${step}.` };
}

function rangeWords(minimum: unknown, maximum: unknown): string | undefined {
  if (minimum !== undefined && maximum !== undefined) return `a number from ${String(minimum)} to ${String(maximum)}`;
  if (minimum !== undefined) return `a number of at least ${String(minimum)}`;
  return maximum === undefined ? undefined : `a number of at most ${String(maximum)}`;
}

/** Text that is too long or too short. */
export function sayLength({ error, subject }: Scene): Said {
  const limit = Number(error.params['limit']);
  const length = [...String(error.data)].length;
  const long = error.keyword === 'maxLength';
  const counted = length === 0 ? 'is empty' : `has ${characters(length)}`;
  const message = `${subject} ${counted}; at ${long ? 'most' : 'least'} ${characters(limit)} ${long ? 'are allowed' : 'must be there'}.`;
  const says = saysOf(error.schema);
  const help = long
    ? `Shorten it by ${characters(length - limit)}.`
    : `Write ${says ?? `at least ${characters(limit)}`}.`;
  return { rule: long ? 'schema/too-long' : 'schema/too-short', message, help };
}

const characters = (count: number) => `${count} character${count === 1 ? '' : 's'}`;

/** Text of the wrong form. */
export function sayPattern({ error, subject, found }: Scene): Said {
  const says = saysOf(error.schema);
  const rule = `schema/${error.keyword}`;
  if (says !== undefined) return { rule, message: `${subject} is ${found}; expected ${says}.`, help: `Write ${says}.` };
  const form =
    error.keyword === 'format'
      ? `the form ${String(error.params['format'])}`
      : `the form ${String(error.params['pattern'])}`;
  return { rule, message: `${subject} is ${found}, which does not have ${form}.`, help: describedHelp(error.schema) };
}

function describedHelp(schema: Readonly<Record<string, unknown>>): string {
  const example = exampleOf(schema);
  const description = typeof schema['description'] === 'string' ? schema['description'] : undefined;
  const parts = [description, example === undefined ? undefined : `For example: ${yamlWords(example)}.`];
  return parts.filter((part) => part !== undefined).join(' ') || 'See the page of this setting for its allowed forms.';
}
