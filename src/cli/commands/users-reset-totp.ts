import { EXIT } from '../exit.js';
import { type LiveOptions, liveArgs, type ReportOptions, withLive, withSpec } from '../options.js';
import { specArgs } from '../spec-args.js';
import type { Subcommand } from '../subcommand.js';
import { reason as reasonText, tell } from './users-suspend-mfa.js';

type Options = LiveOptions &
  Pick<ReportOptions, 'environment' | 'quiet'> & {
    readonly reason?: string;
    readonly keepSessions?: true;
    readonly journal?: string;
    readonly yes?: true;
  };

const ABOUT = `
It deletes the registration of the user's authenticator app (AdminDeleteSoftwareToken), which cannot be undone, and ends the
user's sessions. Whoever knows the password may register an app then: make sure who asks.
Exit codes: ${EXIT.clean} done, or a dry run; ${EXIT.findings} it would lock the user out and nothing was changed, or the sessions were not ended;
${EXIT.unusable} AWS, or something else, refused it; ${EXIT.unchecked} it was sent, and its result could not be read.`;

export const resetTotp: Subcommand<Options> = {
  name: 'reset-totp',
  summary: 'delete the authenticator app of one user who has lost it; a dry run without --yes',
  examples: [
    'poolward users reset-totp ada@example.com configs/customers.yaml',
    'poolward users reset-totp ada@example.com configs/customers.yaml --reason "ticket 4711" --yes',
  ],
  configure: (command) => {
    withLive(withSpec(command.argument('<user>', 'user name, sub, e-mail address or phone number')))
      .option('--reason <text>', 'why, for the journal', reasonText)
      .option('--keep-sessions', 'leave the sessions of the user open')
      .option('--yes', 'change the user')
      .option('--journal <file>', 'where it is noted (default: .poolward/totp-reset.<pool id>.jsonl)')
      .option('--quiet', 'only what is done, and what is to be done next')
      .addHelpText('after', ABOUT);
  },
  run: async (options, context) => {
    const [user = '', ...operands] = context.operands;
    const { reason, journal, keepSessions, yes } = options;
    const outcome = await context.engines.resetTotp({
      ...specArgs(options, { ...context, operands }),
      ...liveArgs(options),
      io: context.io,
      user,
      reason,
      journal,
      keepSessions: keepSessions === true,
      yes: yes === true,
    });
    return tell(outcome, options, context);
  },
};
