import { EXIT } from '../exit.js';
import type { Subcommand } from '../subcommand.js';

interface Options {
  readonly color: boolean;
}

export const explain: Subcommand<Options> = {
  name: 'explain',
  summary: 'what is known of a rule, a finding or a setting, without network',
  examples: [
    'poolward explain',
    'poolward explain mfa.sms',
    'poolward explain clients.web.callbackUrls',
    'poolward explain drift/changed',
  ],
  configure: (command) => {
    command
      .argument('[name]', 'a rule, a finding, a section or a setting; without it, all of them are listed')
      .option('--no-color', 'no colours (also: NO_COLOR)');
  },
  run: async ({ color }, { io, engines, operands: [name] }) => {
    io.out(await engines.explainName({ name, color: io.color && color }));
    return EXIT.clean;
  },
};
