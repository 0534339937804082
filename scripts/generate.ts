// Writes what is made from the facet registry: the JSON Schema of a spec, its precompiled validator, and the pages about
// coverage.
// `--check` writes nothing and fails when a file is not what it should be; `--install` makes only what the repository does not keep.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FACETS } from '../src/facets/index.js';
import { schemaOf } from '../src/facets/kit/schema.js';
import { configSchema } from '../src/model/config.js';
import { specKeysWith } from '../src/model/spec-keys.js';
import { RULES } from '../src/rules/index.js';
import { generateValidator } from './generate-validator.js';

const rules = RULES.map(({ id }) => id).sort();
const schema = schemaOf(FACETS, specKeysWith(rules));
const config = configSchema(rules);
const generated: Readonly<Record<string, string>> = {
  'src/spec/validator.generated.ts': await generateValidator(schema),
  'src/spec/config-validator.generated.ts': await generateValidator(config),
  ...(process.argv.includes('--install') ? {} : await kept()),
};

/** What is kept in the repository; an install finds it there. */
async function kept(): Promise<Record<string, string>> {
  const { blindnessPage, coveragePage } = await import('./coverage.js');
  return {
    'schema/pool.schema.json': `${JSON.stringify(schema, null, 2)}\n`,
    'schema/config.schema.json': `${JSON.stringify(config, null, 2)}\n`,
    'docs/coverage.md': coveragePage(),
    'docs/terraform-blindness.md': blindnessPage(),
  };
}

const check = process.argv.includes('--check');
const stale = Object.entries(generated).filter(([file, text]) => current(file) !== text);
for (const [file, text] of stale) if (!check) writeFileSync(path(file), text);
if (stale.length > 0)
  process.stderr.write(`${check ? 'not fresh' : 'written'}: ${stale.map(([file]) => file).join(', ')}\n`);
if (check && stale.length > 0) {
  process.stderr.write('run `npm run generate` and commit the result\n');
  process.exitCode = 1;
}

function path(file: string): string {
  return fileURLToPath(new URL(`../${file}`, import.meta.url));
}

function current(file: string): string | undefined {
  try {
    return readFileSync(path(file), 'utf8');
  } catch {
    return undefined;
  }
}
