// Measures the built command line beside yardsticks and prints a table; see README.md. It asserts nothing.
import { existsSync } from 'node:fs';
import { audit } from './audit.js';
import { growth } from './growth.js';
import { BINARY } from './kit/paths.js';
import { type Row, table } from './kit/print.js';
import { manySpecs } from './many-specs.js';
import { type Options, readOptions } from './options.js';
import { startUp } from './start-up.js';
import { users } from './users.js';

const MEASURES: Readonly<Record<string, (options: Options) => Promise<Row[]>>> = {
  'start-up': startUp,
  'many-specs': manySpecs,
  audit,
  growth,
  users,
};

const options = readOptions(process.argv.slice(2));
if (options !== undefined) await measureAll(options);

async function measureAll(options: Options): Promise<void> {
  if (!existsSync(BINARY)) throw new Error('there is no dist/: run `npm run build` first');
  const rows: Row[] = [];
  const unknown = options.only.find((name) => !Object.hasOwn(MEASURES, name));
  if (unknown !== undefined) throw new Error(`there is no measure ${unknown}: ${Object.keys(MEASURES).join(', ')}`);
  for (const [name, measureIt] of Object.entries(MEASURES)) {
    if (options.only.length > 0 && !options.only.includes(name)) continue;
    process.stderr.write(`${name} …\n`);
    rows.push(...(await measureIt(options)));
  }
  process.stdout.write(table(rows));
}
