import { generateValidator } from '../../scripts/generate-validator.js';
import type { Validator } from '../../src/spec/validate.js';

/** Generates and loads a validator. From a data: URL nothing can be imported, so loading shows that it needs nothing. */
export async function loadValidator(schema: object): Promise<Validator> {
  const code = await generateValidator(schema);
  return (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)).default;
}
