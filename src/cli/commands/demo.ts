import { EXIT } from '../exit.js';
import type { Subcommand } from '../subcommand.js';

export const demo: Subcommand<{ readonly color: boolean }> = {
  name: 'demo',
  summary: 'the whole circle on a local Cognito: deploy, drift, audit, fix',
  examples: ['poolward demo'],
  configure: (command) => void command.option('--no-color', 'no colours (also: NO_COLOR)'),
  run: async ({ color }, { io, engines }) => {
    await engines.runDemo({ show: io.out, color: io.color && color, now: io.now, signal: io.signal });
    return EXIT.clean;
  },
};
