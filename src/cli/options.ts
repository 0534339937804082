import { type Command, InvalidArgumentError } from 'commander';
import { SEVERITIES, type Severity } from '../model/finding.js';
import { FORMAT_NAMES, type FormatName } from '../report/index.js';
import type { LiveArgs } from './engines.js';
import { LastingOption } from './lasting-option.js';
import { checked, pattern, percent, url, wholeNumber } from './values.js';

/** A report that goes to a file. */
export interface Destination {
  readonly format: FormatName;
  readonly file: string;
}

/** The options of every command that prints a report. */
export interface ReportOptions {
  readonly format: FormatName;
  readonly report: readonly Destination[];
  readonly environment?: string;
  readonly color: boolean;
  readonly quiet?: true;
  readonly verbose?: true;
}

/** The options of a command whose exit code depends on findings. */
export interface ThresholdOptions {
  readonly severity: Severity;
  readonly maxWarnings?: number;
}

/** The options of a command that talks to AWS. */
export type ConnectionOptions = { readonly [Key in 'endpointUrl' | 'region' | 'profile' | 'roleArn']?: string } & {
  readonly quotaShare?: number;
};
export type LiveOptions = ConnectionOptions & { readonly state?: string };

export function withSpecs(command: Command): Command {
  return command
    .argument('[spec...]', 'spec files, folders or globs (default: configs/)')
    .addOption(environment('all'));
}

/** The one spec of a command about a user, after its other arguments. */
export function withSpec(command: Command): Command {
  return command
    .argument('[spec]', 'the spec of the pool (default: the only one in configs/)')
    .addOption(environment());
}

function environment(otherwise?: string): LastingOption {
  const variables = ['POOLWARD_ENVIRONMENT'];
  return new LastingOption('--environment <name>', 'only this overlay of each spec (also: POOLWARD_ENVIRONMENT)', {
    variables,
    ...(otherwise && { otherwise }),
  });
}

/** Percent that may change at once without being told so. */
const MAX_CHANGE = 25;

/** The guard of what changes many things. */
export function withMaxChange(command: Command): Command {
  const what =
    'percent of the users looked at, or of the clients, groups, providers or callback URLs, that may change at once';
  const check = wholeNumber(100);
  return command.addOption(new LastingOption('--max-change <percent>', what, { check }).default(MAX_CHANGE));
}

export function withReport(command: Command): Command {
  return command
    .addOption(new LastingOption('--format <format>', 'what goes to stdout').choices([...FORMAT_NAMES]).default('text'))
    .addOption(
      new LastingOption('--report <format=file>', 'also write a report to a file (repeatable)', {
        check: destination,
      }).default([], 'none'),
    )
    .option('--no-color', 'no colours (also: NO_COLOR)')
    .addOption(new LastingOption('--quiet', 'only the findings and the summary line'))
    .addOption(new LastingOption('--verbose', 'nothing shortened, and what was done'));
}

export function withThreshold(command: Command): Command {
  return command
    .addOption(
      new LastingOption('--severity <severity>', 'lowest severity for exit code 1')
        .choices([...SEVERITIES])
        .default('warning'),
    )
    .addOption(new LastingOption('--max-warnings <number>', 'warnings that are tolerated', { check: wholeNumber() }));
}

export function withLive(command: Command): Command {
  return withState(withConnection(command, 'the Region to look in, where it is not to be the one of the spec'));
}

export function withState(command: Command): Command {
  return command.option(
    '--state <file>',
    'outputs of the last deploy: a Terraform state, or the file of cdktf deploy --outputs-file',
  );
}

/** Where Cognito is and as whom to look at it; `region` says what the Region is for. */
export function withConnection(command: Command, region: string): Command {
  return withAccess(command, 'another Cognito, such as the sandbox (also: AWS_ENDPOINT_URL)')
    .option('--region <region>', region, pattern(REGION, 'a region such as eu-west-1'))
    .addOption(
      new LastingOption('--quota-share <percent>', 'part of AWS’s request quotas to use at most', {
        check: percent,
        otherwise: '50',
      }),
    );
}

/** Where AWS is and as whom to look at it; `endpoint` says what may be elsewhere. */
export function withAccess(command: Command, endpoint: string): Command {
  return command
    .option('--endpoint-url <url>', endpoint, url)
    .option('--profile <profile>', 'profile of the AWS configuration')
    .option(
      '--role-arn <arn>',
      'role to assume first',
      pattern(ROLE, 'an ARN such as arn:aws:iam::123456789012:role/audit'),
    );
}

/** The shape of a region's name; which ones exist is for AWS to say. */
export const REGION = /^[a-z]{2,3}(-[a-z]+)+-\d{1,2}$/;

const ROLE = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;

/** The part of an engine's arguments that comes from `withLive`. */
export function liveArgs(
  options: LiveOptions,
): Pick<LiveArgs, 'endpointUrl' | 'region' | 'profile' | 'roleArn' | 'state' | 'quotaShare'> {
  return {
    // AWS_ENDPOINT_URL and its form for one service are the SDK's to read: the narrower one wins there.
    endpointUrl: options.endpointUrl,
    region: options.region,
    profile: options.profile,
    roleArn: options.roleArn,
    state: options.state,
    quotaShare: options.quotaShare,
  };
}

const TO_FILE = `(${FORMAT_NAMES.join('|')})=.+`;
const files = { type: 'string', pattern: `^${TO_FILE}$`, 'x-says': 'FORMAT=FILE, with one of the formats' };

const destination = checked(
  { ...files, type: ['string', 'array'], items: files },
  (text: string, previous: readonly Destination[]): readonly Destination[] => {
    const [name, ...rest] = text.split('=');
    const format = FORMAT_NAMES.find((known) => known === name);
    const file = rest.join('=');
    if (format === undefined || file === '') {
      throw new InvalidArgumentError(`It has to be FORMAT=FILE, with one of the formats ${FORMAT_NAMES.join(', ')}.`);
    }
    return [...previous, { format, file }];
  },
);
