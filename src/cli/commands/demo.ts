import { EXIT } from '../exit.js';
import type { Subcommand } from '../subcommand.js';

export const demo: Subcommand<{ readonly color: boolean; readonly replay?: true }> = {
  name: 'demo',
  summary: 'the whole circle on a local Cognito: deploy, drift, audit, fix',
  examples: ['poolward demo'],
  configure: (command) => {
    command
      .option('--no-color', 'no colours (also: NO_COLOR)')
      .option('--replay', 'replay recorded deploys, also where Terraform is installed');
  },
  run: async ({ color, replay }, { io, engines }) => {
    io.heed();
    const { env, readPackageFile, signal } = io;
    const shown = { color: io.color && color, replay: replay === true };
    await engines.runDemo({ show: io.out, ...shown, env, readPackageFile, signal });
    return EXIT.clean;
  },
};
