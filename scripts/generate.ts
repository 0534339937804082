// Writes what is made from the registries: the JSON Schema of a spec, its precompiled validator, and the pages about
// coverage, rules, findings and settings.
// `--check` writes nothing and fails when a file is not what it should be; `--install` makes only what the repository does not keep.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultsSchema } from '../src/cli/defaults.js';
import { grammar } from '../src/cli/program.js';
import { FACETS } from '../src/facets/index.js';
import { publishedSchema } from '../src/facets/kit/published-schema.js';
import { schemaOf } from '../src/facets/kit/schema.js';
import { configSchema } from '../src/model/config.js';
import { specKeysWith } from '../src/model/spec-keys.js';
import { CHECKS } from '../src/preflight/checks/index.js';
import { RULES } from '../src/rules/index.js';
import { generateValidator } from './generate-validator.js';
import { planSight } from './plan-sight.js';

const rules = RULES.map(({ id }) => id).sort();
/** What may be accepted in a spec besides: the checks of a preflight, but not that the account is another one. */
const checks = CHECKS.flatMap(({ findings }) => Object.keys(findings).map((name) => `preflight/${name}`)).sort();
const schema = schemaOf(FACETS, specKeysWith([...rules, ...new Set(checks)]));
const config = configSchema(rules, defaultsSchema(grammar()));
const check = process.argv.includes('--check');
const validators: Readonly<Record<string, string>> = {
  'src/spec/validator.generated.ts': await generateValidator(schema),
  'src/spec/config-validator.generated.ts': await generateValidator(config),
};
const install = process.argv.includes('--install');
// Before the pages: they are made by running these.
const stale = [
  ...refresh(validators),
  ...(install ? [] : refresh({ 'src/explain/plan-sight.generated.ts': planSight() })),
];
if (!install) stale.push(...refresh(await kept()));

/** What is kept in the repository; an install finds it there. */
async function kept(): Promise<Record<string, string>> {
  const { blindnessPage, coveragePage } = await import('./coverage.js');
  const { pages } = await import('./pages.js');
  const { refusalsPage } = await import('./refusals.js');
  return {
    'schema/pool.schema.json': `${JSON.stringify(publishedSchema(schema), null, 2)}\n`,
    'schema/config.schema.json': `${JSON.stringify(config, null, 2)}\n`,
    'docs/coverage.md': coveragePage(),
    'docs/refusals.md': refusalsPage(),
    'docs/terraform-blindness.md': blindnessPage(),
    ...pages(),
  };
}

/** Pages of what the registries no longer have. */
async function gone(): Promise<string[]> {
  const { stalePages } = await import('./pages.js');
  return stalePages();
}

const left = install ? [] : await gone();
for (const file of left) if (!check) rmSync(path(file));
if (stale.length > 0) process.stderr.write(`${check ? 'not fresh' : 'written'}: ${stale.join(', ')}\n`);
if (left.length > 0) process.stderr.write(`${check ? 'to be deleted' : 'deleted'}: ${left.join(', ')}\n`);
if (check && stale.length + left.length > 0) {
  process.stderr.write('run `npm run generate` and commit the result\n');
  process.exitCode = 1;
}

/** Writes what is not as it should be, unless it is only to be checked; answers which files these are. */
function refresh(files: Readonly<Record<string, string>>): string[] {
  const stale = Object.entries(files).filter(([file, text]) => current(file) !== text);
  for (const [file, text] of stale) if (!check) write(path(file), text);
  return stale.map(([file]) => file);
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
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
