import { InvalidArgumentError, Option } from 'commander';
import { expectedOf, SECOND } from '../../signin/expectation.js';
import { FIRST_FACTORS, FLOWS } from '../../signin/flows.js';
import type { SignInArgs } from '../engines.js';
import {
  type LiveOptions,
  liveArgs,
  type ReportOptions,
  type ThresholdOptions,
  withLive,
  withReport,
  withSpec,
  withThreshold,
} from '../options.js';
import { specArgs } from '../spec-args.js';
import type { Subcommand } from '../subcommand.js';

type Options = ReportOptions &
  ThresholdOptions &
  LiveOptions &
  Partial<Pick<SignInArgs, 'client' | 'flow' | 'firstFactor' | 'expect'>> & { readonly admin?: true };

const ABOUT = `
From the environment: POOLWARD_PASSWORD; POOLWARD_TOTP_SECRET, from which codes of an authenticator app are made;
POOLWARD_CLIENT_SECRET. What is not there is asked for at a terminal. Without one the sign-in stops at the challenge,
and what was asked for is compared all the same. No token, password or code is printed, and no session is left.`;

export const signin: Subcommand<Options> = {
  name: 'signin',
  summary: 'sign one test user in, and compare what Cognito asks for with the spec',
  examples: [
    'poolward signin canary@example.com configs/customers.yaml --client web',
    'poolward signin canary configs/customers.yaml --client web --expect SOFTWARE_TOKEN_MFA --state outputs.json',
    'poolward signin canary configs/customers.yaml --first-factor emailOtp',
  ],
  configure: (command) => {
    withLive(
      withThreshold(
        withReport(
          withSpec(
            command.argument('<user>', 'user name, e-mail address or phone number, as the client lets users sign in'),
          ),
        ),
      ),
    )
      .option('--client <key>', 'key of the client in the spec (default: the only one)')
      .addOption(
        new Option('--flow <flow>', 'how to begin (default: the first that the client allows)').choices([...FLOWS]),
      )
      .addOption(
        new Option('--first-factor <factor>', 'what is proven first, with --flow choice').choices(
          Object.keys(FIRST_FACTORS),
        ),
      )
      .option(
        '--expect <challenges>',
        'what is to be asked for, as AWS calls it, or none (default: by the spec)',
        names,
      )
      .option('--admin', 'by AdminInitiateAuth, which takes AWS credentials')
      .addHelpText('after', ABOUT);
  },
  run: async (options, context) => {
    const { deliver } = await import('../deliver.js');
    const [user = '', ...operands] = context.operands;
    const { client, flow, firstFactor, expect, severity, maxWarnings } = options;
    const own = { user, client, flow, firstFactor, expect, admin: options.admin === true, io: context.io };
    const args = { ...specArgs(options, { ...context, operands }), ...liveArgs(options), ...own };
    // What could not be compared is unchecked, and nothing else is.
    return deliver(
      await context.engines.signIn(args),
      options,
      { severity, maxWarnings, comparesLive: false },
      context,
    );
  },
};

function names(text: string): string {
  if (expectedOf(text) === undefined)
    throw new InvalidArgumentError(
      `It has to be none, or what follows the first factor, in order and with commas: ${SECOND.join(', ')}.`,
    );
  return text;
}
