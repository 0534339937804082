import type { JsonSchema } from './facet.js';
import { SEVERITIES, type Severity } from './finding.js';
import { RULE_SETS, type RuleSet } from './rule.js';

/** Which rules run, and how much their findings weigh. */
export interface RuleChoice {
  /** `recommended` is in `strict` too. */
  readonly sets: readonly RuleSet[];
  /** By rule id. A rule that is named here runs whatever set it is in, unless it is `off`. */
  readonly severity: Readonly<Record<string, Severity | 'off'>>;
}

export const RECOMMENDED: RuleChoice = { sets: ['recommended'], severity: {} };

/** As whom the pools of an account are looked at. */
export interface Access {
  readonly profile?: string;
  readonly roleArn?: string;
}

/** Options of the command line by their names in code, and such beneath the name of a command. */
export interface Defaults {
  readonly [name: string]: unknown;
}

/** What `poolward.yaml` says of every run in this folder. */
export interface Config {
  /** By account: twelve digits. */
  readonly accounts?: Readonly<Record<string, Access>>;
  readonly baseline?: string | readonly string[];
  readonly defaults?: Defaults;
  readonly rules?: { readonly sets?: readonly RuleSet[]; readonly severity?: RuleChoice['severity'] };
}

/** In the folder that the command runs in. */
export const CONFIG_FILE = 'poolward.yaml';

/** The rules that a configuration asks for. */
export function ruleChoice({ rules }: Config): RuleChoice {
  return { sets: rules?.sets ?? RECOMMENDED.sets, severity: rules?.severity ?? {} };
}

/** The schema of `poolward.yaml`: draft-07. `rules` are the ids that exist, `defaults` the schema of that key. */
export function configSchema(rules: readonly string[], defaults: JsonSchema): JsonSchema {
  const weights = ['off', ...SEVERITIES];
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Poolward configuration',
    description: 'poolward.yaml: what holds for every run of Poolward in this folder.',
    type: 'object',
    additionalProperties: false,
    properties: {
      accounts: {
        title: 'Accounts',
        description:
          'As whom the pools of each account are looked at, by its twelve digits in quotes; --profile and --role-arn go before.',
        type: 'object',
        propertyNames: { pattern: '^[0-9]{12}$', 'x-says': 'the twelve digits of an account, in quotes' },
        additionalProperties: {
          type: 'object',
          additionalProperties: false,
          minProperties: 1,
          properties: {
            profile: { type: 'string', minLength: 1, description: 'Profile of the AWS configuration.' },
            roleArn: {
              type: 'string',
              pattern: '^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$',
              'x-says': 'an ARN of an IAM role',
              description: 'Role to assume.',
            },
          },
        },
        examples: [{ '123456789012': { roleArn: 'arn:aws:iam::123456789012:role/poolward-audit' } }],
      },
      baseline: {
        title: 'Baseline',
        description:
          'A file, or files, with settings that every spec of this folder may strengthen and not weaken, by their paths from here.',
        type: ['string', 'array'],
        pattern: '\\.ya?ml$',
        items: { type: 'string', pattern: '\\.ya?ml$' },
        'x-says': 'the path of a *.yaml file',
        uniqueItems: true,
        examples: ['platform/baseline.yaml'],
      },
      defaults,
      rules: {
        title: 'Rules',
        description: 'Which rules run, and how much their findings weigh.',
        type: 'object',
        additionalProperties: false,
        properties: {
          sets: {
            description:
              'recommended: what hardly any pool has a reason for. strict: recommended, and what is good and has its price.',
            type: 'array',
            items: { type: 'string', enum: RULE_SETS },
            minItems: 1,
            uniqueItems: true,
            default: RECOMMENDED.sets,
          },
          severity: {
            description: 'Severity by rule, or off. A rule that is named runs whatever set it is in.',
            type: 'object',
            propertyNames: { enum: rules },
            additionalProperties: { type: 'string', enum: weights },
          },
        },
      },
    },
  };
}
