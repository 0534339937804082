import type { JsonSchema } from '../model/facet.js';
import { plainText, quote } from './quote.js';
import { keysOf } from './schema-causes.js';
import type { Said, Scene } from './schema-problem.js';
import { suggest } from './suggest.js';
import { either, exampleOf, listWords, saysOf, yamlWords } from './words.js';

/** A key that the schema does not know. */
export function sayUnknownKey({ error, path, subject }: Scene): Said {
  const key = String(error.params['additionalProperty']);
  const at = { path: [...path, key], part: 'key' } as const;
  const message = `${subject} has no setting ${quote(key)}.`;
  return { rule: 'schema/unknown-key', message, help: unknownKeyHelp(key, error.schema), at };
}

function unknownKeyHelp(key: string, schema: JsonSchema): string {
  const allowed = keysOf(schema);
  const near = suggest(key, allowed);
  const section = near === undefined ? sectionWith(key, schema) : undefined;
  if (section !== undefined) return `It belongs under ${section}: check the indentation.`;
  const list = allowed.length === 0 ? 'No keys are allowed here.' : `Allowed here: ${listWords(allowed)}.`;
  return near === undefined ? list : `Did you mean ${near}? ${list}`;
}

/** The only section of the same mapping that knows a key; wrong indentation moves keys out of it. */
function sectionWith(key: string, schema: JsonSchema): string | undefined {
  const sections = Object.entries((schema['properties'] as Record<string, JsonSchema> | undefined) ?? {});
  const found = sections.filter(([, section]) => keysOf(section).includes(key));
  return found.length === 1 ? found[0]?.[0] : undefined;
}

/** A key that must be there. */
export function sayMissingKey({ error, path, subject }: Scene): Said {
  const key = String(error.params['missingProperty']);
  const choice = error.params['oneOf'];
  const names = Array.isArray(choice) ? either(choice.map(String)) : key;
  const because = error.params['property'] === undefined ? '' : ` because it has ${String(error.params['property'])}`;
  const message = `${subject} needs ${names}${because}.`;
  const help = `Add ${key}${examplePart(key, error.schema)}${path.length === 0 ? '' : ` under ${subject}`}.`;
  return { rule: 'schema/missing-key', message, help, at: { path, part: 'key' }, setting: [...path, key] };
}

function examplePart(key: string, schema: JsonSchema): string {
  const properties = schema['properties'] as Record<string, JsonSchema> | undefined;
  const property = properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined;
  const example = property && exampleOf(property);
  if (example !== undefined) return `: ${yamlWords(example)}`;
  const says = property && saysOf(property);
  return says === undefined ? '' : ` (${says})`;
}

/** A key whose spelling is not allowed. */
export function sayBadKey({ error, path, subject }: Scene): Said {
  const key = error.key ?? '';
  if (Array.isArray(error.schema['enum']))
    return sayKeyNotAllowed(key, error.schema['enum'].map(String), path, subject);
  const says = saysOf(error.schema) ?? `a name that ${plainText(error.text)}`;
  const at = { path: [...path, key], part: 'key' } as const;
  return {
    rule: 'schema/bad-key',
    message: `${subject} has the key ${quote(key)}; expected ${says}.`,
    help: `Write ${says}.`,
    at,
  };
}

/** A key that is none of a closed list. */
function sayKeyNotAllowed(key: string, allowed: readonly string[], path: Scene['path'], subject: string): Said {
  const near = suggest(key, allowed);
  return {
    rule: 'schema/bad-key',
    message: `${subject} has the key ${quote(key)}, which is none of the ${allowed.length} allowed ones.`,
    help: near === undefined ? `Allowed here: ${listWords(allowed)}.` : `Did you mean ${near}?`,
    at: { path: [...path, key], part: 'key' },
  };
}
