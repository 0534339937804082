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

/** What `poolward.yaml` says of every run in this folder. */
export interface Config {
  readonly baseline?: string | readonly string[];
  readonly rules?: { readonly sets?: readonly RuleSet[]; readonly severity?: RuleChoice['severity'] };
}

/** In the folder that the command runs in. */
export const CONFIG_FILE = 'poolward.yaml';

/** The rules that a configuration asks for. */
export function ruleChoice({ rules }: Config): RuleChoice {
  return { sets: rules?.sets ?? RECOMMENDED.sets, severity: rules?.severity ?? {} };
}

/** The schema of `poolward.yaml`: draft-07. `rules` are the ids that exist. */
export function configSchema(rules: readonly string[]): JsonSchema {
  const weights = ['off', ...SEVERITIES];
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Poolward configuration',
    description: 'poolward.yaml: what holds for every run of Poolward in this folder.',
    type: 'object',
    additionalProperties: false,
    properties: {
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
            additionalProperties: false,
            properties: Object.fromEntries(rules.map((id) => [id, { type: 'string', enum: weights }])),
          },
        },
      },
    },
  };
}
