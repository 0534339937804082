import { EXIT } from '../exit.js';
import type { Subcommand } from '../subcommand.js';

export const schema: Subcommand<object> = {
  name: 'schema',
  summary: 'print the JSON Schema of specs',
  examples: ['poolward schema > pool.schema.json'],
  configure: () => undefined,
  run: async (_options, { io }) => {
    io.out(io.readPackageFile('schema/pool.schema.json'));
    return EXIT.clean;
  },
};
