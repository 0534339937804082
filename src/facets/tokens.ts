import { whole } from '../model/merge.js';
import { defineFacet } from './kit/define.js';
import { unsupportedWithoutIssue } from './kit/unsupported.js';

type Texts = Readonly<Record<string, string>>;

const LEVELS = ['Level1', 'Level2', 'Level3', 'Level4'] as const;

/** What Cognito calls a level that nobody named: `urn:cognito:loa:1` to `urn:cognito:loa:4`. */
function named(levels: Texts): Texts {
  const given = Object.entries(levels).filter(
    ([level, name]) => name !== `urn:cognito:loa:${LEVELS.indexOf(level as 'Level1') + 1}`,
  );
  return Object.fromEntries(given);
}

export const tokens = defineFacet({
  id: 'tokens',
  title: 'Tokens',
  summary: 'Who the tokens of the pool say that they are from, and how they name the strength of a sign-in.',
  reads: ['pool'],
  resource: undefined,
  references: [
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_IssuerConfigurationType.html',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html',
  ],
  silence: 'recorded: ORIGINAL, and absent from older reads (cdk-real-drift)',
  fields: (f) => ({
    issuer: f.oneOf(
      { original: 'ORIGINAL', updated: 'UPDATED' },
      {
        doc: 'Issuer of the tokens: `https://cognito-idp.<Region>…`, or updated `https://issuer-cognito-idp.<Region>…`, which replicas share. Whoever verifies tokens must know which.',
        default: 'original',
        covers: ['CreateUserPool.IssuerConfiguration.Type'],
        readable: 'whenSet',
        live: ({ pool }) => pool.IssuerConfiguration?.Type,
        terraform: unsupportedWithoutIssue('aws_cognito_user_pool has no issuer configuration', 'cognito_user_pool'),
        write: (type) => ({
          operation: 'UpdateUserPool',
          partial: { IssuerConfiguration: { Type: (type ?? 'ORIGINAL') as 'ORIGINAL' } },
        }),
        severity: 'error',
      },
    ),
    assuranceLevels: f.map({
      doc: 'Names of the levels of assurance in the `acr` claim; a level that is left out is urn:cognito:loa:1 to 4. Needs tier essentials or plus.',
      keys: { pattern: '^Level[1-4]$', says: 'Level1, Level2, Level3 or Level4' },
      values: { length: [1, 2048] },
      default: {},
      example: { Level2: 'urn:acme:two-factors' },
      covers: ['CreateUserPool.AcrConfiguration.*.AcrValue'],
      readable: 'whenSet',
      desired: named,
      live: ({ pool }) =>
        named(
          Object.fromEntries(
            Object.entries(pool.AcrConfiguration ?? {}).map(([level, config]) => [level, config.AcrValue ?? '']),
          ),
        ),
      terraform: unsupportedWithoutIssue(
        'aws_cognito_user_pool has no names of assurance levels, and a change of the pool by Terraform may reset them: run fix after it',
        'cognito_user_pool',
      ),
      write: (levels = {}) => ({
        operation: 'UpdateUserPool',
        partial: {
          AcrConfiguration: whole(
            Object.fromEntries(Object.entries(levels).map(([level, AcrValue]) => [level, { AcrValue }])),
          ),
        },
      }),
      severity: 'error',
    }),
  }),
});
