import type { Said, Scene } from './schema-problem.js';
import { foundWords } from './words.js';

/** A list or mapping with too few or too many entries. */
export function sayCount({ error, subject }: Scene): Said {
  const few = error.keyword.startsWith('min');
  const limit = Number(error.params['limit']);
  const count = Object.keys((error.data as object | undefined) ?? {}).length;
  const message = `${subject} has ${entries(count)}; expected at ${few ? 'least' : 'most'} ${limit}.`;
  const missing = Math.abs(limit - count);
  const help = few ? `Add ${entries(missing)}.` : `Remove ${entries(missing)}.`;
  return { rule: few ? 'schema/too-few' : 'schema/too-many', message, help };
}

const entries = (count: number) => `${count === 0 ? 'no' : count} entr${count === 1 ? 'y' : 'ies'}`;

/** Every entry that repeats an earlier one; ajv names one pair only. */
export function sayDuplicates({ error, path, subject }: Scene): Said[] {
  const items = Array.isArray(error.data) ? error.data : [];
  const seen = new Map<string, number>();
  const said: Said[] = [];
  items.forEach((item: unknown, index) => {
    const key = JSON.stringify(item);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else said.push(sayDuplicate(subject, [...path, index], foundWords(item, String(item)), first));
  });
  return said.length > 0
    ? said
    : [sayDuplicate(subject, [...path, Number(error.params['i'])], 'an entry', Number(error.params['j']))];
}

function sayDuplicate(subject: string, path: readonly (string | number)[], found: string, first: number): Said {
  const message = `${subject} has ${found} twice, as entries ${first + 1} and ${Number(path.at(-1)) + 1}.`;
  return { rule: 'schema/duplicate-item', message, help: 'Delete one of them.', at: { path, part: 'value' } };
}

/** Everything that has no words of its own. */
export function sayOther({ error, subject, found }: Scene): Said {
  if (error.keyword === 'false schema' || error.keyword === 'not') {
    const message = `${subject} is ${found}, which is not allowed here.`;
    const says = error.schema['x-says'] ?? error.schema['description'];
    return { rule: 'schema/not-allowed', message, help: typeof says === 'string' ? says : 'Delete it.' };
  }
  return {
    rule: 'schema/invalid',
    message: `${subject} ${error.text}.`,
    help: 'See the page of this setting for what it may be.',
  };
}
