import { type Check, type PreflightInput, type Problem, textAt } from '../check.js';
import type { Key } from '../cloud.js';
import { regionOf } from '../kit.js';

export const kmsKey: Check = {
  id: 'kms-key',
  summary: 'The KMS keys of the pool exist, are enabled and of the right kind.',
  actions: ['kms:DescribeKey'],
  findings: {
    'key-missing': { severity: ['error'], summary: 'KMS has no such key.' },
    'key-not-enabled': { severity: ['error'], summary: 'The KMS key is not enabled.' },
    'key-unfit': { severity: ['error'], summary: 'The KMS key is not of the kind that Cognito needs.' },
  },
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-sender-triggers.html',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_KeyConfigurationType.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html',
  ],
  needs: (input) =>
    USES.flatMap(({ section, unfit }) => {
      const arn = textAt(input, `${section}.kmsKey`);
      if (arn === undefined) return [];
      return [
        {
          path: [section, 'kmsKey'],
          look: async (cloud) => {
            const key = await cloud.key(regionOf(arn, input), arn);
            if (key === undefined) return [missing(arn)];
            return [...notEnabled(arn, key), ...unfit(arn, key, input)];
          },
        },
      ];
    }),
};

interface Use {
  readonly section: string;
  unfit(arn: string, key: Key, input: PreflightInput): Problem[];
}

const USES: readonly Use[] = [
  {
    section: 'triggers',
    unfit: (arn, { symmetric }) =>
      symmetric
        ? []
        : [
            {
              finding: 'key-unfit',
              severity: 'error',
              message: `The key ${arn} is not a symmetric key that encrypts, as Cognito needs for what it hands to a custom sender.`,
              help: 'Make a symmetric key (SYMMETRIC_DEFAULT, ENCRYPT_DECRYPT) and name it.',
            },
          ],
  },
  {
    section: 'encryption',
    unfit: (arn, { multiRegion }, { state }) =>
      multiRegion || ![...state.entries.values()].some(({ facet }) => facet === 'replicas')
        ? []
        : [
            {
              finding: 'key-unfit',
              severity: 'error',
              message: `The key ${arn} is of one Region, and the pool is to have replicas; Cognito replicates only with a multi-Region key.`,
              help: 'Make a multi-Region key and name it, or do without replicas.',
            },
          ],
  },
];

function missing(arn: string): Problem {
  return {
    finding: 'key-missing',
    severity: 'error',
    message: `KMS has no key ${arn}.`,
    help: 'Make the key, or correct the ARN.',
  };
}

function notEnabled(arn: string, { state }: Key): Problem[] {
  if (state === 'Enabled') return [];
  return [
    {
      finding: 'key-not-enabled',
      severity: 'error',
      message: `The key ${arn} is ${state}, not Enabled; Cognito cannot encrypt with it.`,
      help:
        state === 'PendingDeletion'
          ? 'Cancel its deletion and enable it, or name another.'
          : 'Enable it, or name another.',
    },
  ];
}
