import type { ErrorObject } from 'ajv';
import type { JsonSchema } from '../model/facet.js';
import type { Path } from '../model/source.js';

/** An error of ajv as far as findings need it. */
export interface SchemaError {
  readonly keyword: string;
  readonly schemaPath: string;
  /** JSON pointer to the value. */
  readonly pointer: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly data: unknown;
  /** The schema that has the keyword; empty when the validator was made without `verbose`. */
  readonly schema: JsonSchema;
  /** The key that the error is about, inside `propertyNames`. */
  readonly key?: string;
  readonly text: string;
}

/** Reads what ajv left; `verbose` validators also give value and schema. */
export function schemaError(error: ErrorObject): SchemaError {
  const { keyword, schemaPath, params, data, parentSchema, propertyName } = error;
  const shared = { keyword, schemaPath, params, data, schema: parentSchema ?? {}, text: error.message ?? keyword };
  const pointer = error.instancePath;
  return propertyName === undefined ? { ...shared, pointer } : { ...shared, pointer, key: propertyName };
}

/** The path that a JSON pointer means in a value; a number is an index only where the value is a list. */
export function pathOf(pointer: string, root: unknown): Path {
  let value = root;
  return pointer
    .split('/')
    .slice(1)
    .map((step) => {
      const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
      const place = Array.isArray(value) ? Number(key) : key;
      value = (value as Record<string | number, unknown> | undefined)?.[place];
      return place;
    });
}
