import type { DeepPartial, WriteInputs } from '../model/facet.js';
import { defineFacet } from './kit/define.js';
import { more, on } from './kit/stronger.js';

type Policy = NonNullable<NonNullable<DeepPartial<WriteInputs['UpdateUserPool']>['Policies']>['PasswordPolicy']>;

/** Every row writes one member of the same block. */
function policy(PasswordPolicy: Policy) {
  return { operation: 'UpdateUserPool', partial: { Policies: { PasswordPolicy } } } as const;
}

// All rows are always written out: Cognito takes a Require* that is missing from a given policy for false
// (measured, cdk-real-drift), so a partial policy would weaken the pool.
export const passwordPolicy = defineFacet({
  id: 'passwordPolicy',
  title: 'Password policy',
  summary: 'What a password must look like, and how long a temporary one lives.',
  reads: ['pool'],
  resource: 'aws_cognito_user_pool',
  references: [
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html',
  ],
  silence: 'recorded: a pool without a policy reads 8 characters of all four kinds, and 7 days (cdk-real-drift)',
  fields: (f) => ({
    minimumLength: f.integer({
      doc: 'Fewest characters of a password.',
      range: [6, 99],
      answers: { minimum: 'Member must have value greater than or equal to 6' },
      default: 8,
      covers: ['CreateUserPool.Policies.PasswordPolicy.MinimumLength'],
      live: ({ pool }) => pool.Policies?.PasswordPolicy?.MinimumLength,
      terraform: (minimumLength) => ({ passwordPolicy: { minimumLength } }),
      write: (MinimumLength) => policy({ MinimumLength }),
      computed: true,
      stronger: more,
    }),
    requireUppercase: f.boolean({
      doc: 'Whether a password needs an upper-case letter.',
      default: true,
      covers: ['CreateUserPool.Policies.PasswordPolicy.RequireUppercase'],
      live: ({ pool }) => pool.Policies?.PasswordPolicy?.RequireUppercase,
      terraform: (requireUppercase) => ({ passwordPolicy: { requireUppercase } }),
      write: (RequireUppercase) => policy({ RequireUppercase }),
      computed: true,
      stronger: on,
    }),
    requireLowercase: f.boolean({
      doc: 'Whether a password needs a lower-case letter.',
      default: true,
      covers: ['CreateUserPool.Policies.PasswordPolicy.RequireLowercase'],
      live: ({ pool }) => pool.Policies?.PasswordPolicy?.RequireLowercase,
      terraform: (requireLowercase) => ({ passwordPolicy: { requireLowercase } }),
      write: (RequireLowercase) => policy({ RequireLowercase }),
      computed: true,
      stronger: on,
    }),
    requireNumbers: f.boolean({
      doc: 'Whether a password needs a digit.',
      default: true,
      covers: ['CreateUserPool.Policies.PasswordPolicy.RequireNumbers'],
      live: ({ pool }) => pool.Policies?.PasswordPolicy?.RequireNumbers,
      terraform: (requireNumbers) => ({ passwordPolicy: { requireNumbers } }),
      write: (RequireNumbers) => policy({ RequireNumbers }),
      computed: true,
      stronger: on,
    }),
    requireSymbols: f.boolean({
      doc: 'Whether a password needs a symbol.',
      default: true,
      covers: ['CreateUserPool.Policies.PasswordPolicy.RequireSymbols'],
      live: ({ pool }) => pool.Policies?.PasswordPolicy?.RequireSymbols,
      terraform: (requireSymbols) => ({ passwordPolicy: { requireSymbols } }),
      write: (RequireSymbols) => policy({ RequireSymbols }),
      computed: true,
      stronger: on,
    }),
    historySize: f.integer({
      doc: 'How many former passwords may not come back; 0 allows all of them.',
      range: [0, 24],
      answers: { maximum: 'Member must have value less than or equal to 24' },
      default: 0,
      silence: 'inferred: nothing is remembered that nobody asked for',
      covers: ['CreateUserPool.Policies.PasswordPolicy.PasswordHistorySize'],
      // Terraform sends 0, and AWS then answers it; a policy without it means the same.
      live: ({ pool }) => pool.Policies?.PasswordPolicy && (pool.Policies.PasswordPolicy.PasswordHistorySize ?? 0),
      terraform: (passwordHistorySize) => ({ passwordPolicy: { passwordHistorySize } }),
      write: (PasswordHistorySize) => policy({ PasswordHistorySize }),
      computed: true,
      stronger: more,
    }),
    temporaryPasswordDays: f.integer({
      doc: 'Days until a temporary password ends. 0 behaves as 7.',
      range: [0, 365],
      answers: { maximum: 'Member must have value less than or equal to 365' },
      default: 7,
      // UnusedAccountValidityDays is the deprecated twin: AWS mirrors this value there and refuses both together.
      silence: 'documented: PasswordPolicyType, "Defaults to 7"',
      covers: [
        'CreateUserPool.Policies.PasswordPolicy.TemporaryPasswordValidityDays',
        'CreateUserPool.AdminCreateUserConfig.UnusedAccountValidityDays',
      ],
      live: ({ pool }) =>
        pool.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays ??
        pool.AdminCreateUserConfig?.UnusedAccountValidityDays,
      equal: (desired, live) => (desired || 7) === (live || 7),
      terraform: (temporaryPasswordValidityDays) => ({ passwordPolicy: { temporaryPasswordValidityDays } }),
      write: (TemporaryPasswordValidityDays) => policy({ TemporaryPasswordValidityDays }),
      computed: true,
      stronger: (a, b) => (b || 7) - (a || 7),
    }),
  }),
});
