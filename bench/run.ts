// Measures the built command line beside yardsticks and prints a table; see README.md. It asserts nothing.
import { existsSync } from 'node:fs';
import { audit } from './audit.js';
import { growth } from './growth.js';
import { BINARY } from './kit/paths.js';
import { type Row, table } from './kit/print.js';
import { manySpecs } from './many-specs.js';
import { type Options, readOptions } from './options.js';
import { startUp } from './start-up.js';

const MEASURES: Readonly<Record<string, (options: Options) => Promise<Row[]>>> = {
  'start-up': startUp,
  'many specs': manySpecs,
  audit,
  growth,
};

const options = readOptions(process.argv.slice(2));
if (options !== undefined) await measureAll(options);

async function measureAll(options: Options): Promise<void> {
  if (!existsSync(BINARY)) throw new Error('there is no dist/: run `npm run build` first');
  const rows: Row[] = [];
  for (const [name, measureIt] of Object.entries(MEASURES)) {
    process.stderr.write(`${name} …\n`);
    rows.push(...(await measureIt(options)));
  }
  process.stdout.write(table(rows));
}
