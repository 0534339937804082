import type { Advice, ChangeContext } from '../model/facet.js';
import { defineFacet } from './kit/define.js';

/** A pool that was made without the setting: AWS documents what that means, and shows it in no read. */
function adviseCase({ live }: ChangeContext): Advice {
  if (live.kind !== 'absent') return {};
  return {
    message:
      'signIn.caseSensitive is not set in the live pool: AWS documents that Ada@example.com and ada@example.com are then different users, and shows no value.',
    help: 'Nothing changes this in a pool that exists: write names in lower case before they are sent to Cognito and accept this finding, or make a new pool and move its users.',
    confidence: 'documented',
    docs: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UsernameConfigurationType.html',
  };
}

export const signIn = defineFacet({
  id: 'signIn',
  title: 'Sign-in',
  summary:
    'What users type to sign in, and which first factors they may use. Names are fixed when the pool is created.',
  reads: ['pool'],
  resource: 'aws_cognito_user_pool',
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html',
  ],
  silence: 'recorded: a plain pool has no such lists, and reads PASSWORD as its first factor (cdk-real-drift)',
  fields: (f) => ({
    usernameAttributes: f.set({
      doc: 'Attributes that are the user name: users sign up with them instead of a name. Fixed at creation; not together with aliasAttributes.',
      words: { email: 'email', phone: 'phone_number' },
      default: [],
      covers: ['CreateUserPool.UsernameAttributes[]'],
      live: ({ pool }) => pool.UsernameAttributes,
      terraform: (usernameAttributes) => ({ usernameAttributes }),
      onChange: 'replace',
      severity: 'error',
    }),
    aliasAttributes: f.set({
      doc: 'Attributes that users may sign in with beside their user name. Fixed at creation; not together with usernameAttributes.',
      words: { email: 'email', phone: 'phone_number', preferredUsername: 'preferred_username' },
      default: [],
      covers: ['CreateUserPool.AliasAttributes[]'],
      live: ({ pool }) => pool.AliasAttributes,
      terraform: (aliasAttributes) => ({ aliasAttributes }),
      onChange: 'replace',
      severity: 'error',
    }),
    caseSensitive: f.boolean({
      doc: 'Whether upper and lower case make different user names. Fixed at creation: a new pool is made with it, whether the spec says it or not, because AWS’s own default is true.',
      default: false,
      // "true … This is the default value": documentation of UsernameConfigurationType in the SDK. Reports of plain pools agree
      // (hashicorp/terraform-provider-aws issue 35401), one does not (aws/aws-cdk issue 23524); so it is taken for neither.
      absentMeans: undefined,
      covers: ['CreateUserPool.UsernameConfiguration.CaseSensitive'],
      readable: 'whenSet',
      live: ({ pool }) => pool.UsernameConfiguration?.CaseSensitive,
      terraform: (caseSensitive) => ({ usernameConfiguration: { caseSensitive } }),
      onChange: 'replace',
      fixedAtCreation: 'username_configuration',
      advise: adviseCase,
      computed: true,
    }),
    firstFactors: f.set({
      doc: 'What users may prove first. Password always stays in; the one-time codes sign in without a password.',
      words: { password: 'PASSWORD', emailOtp: 'EMAIL_OTP', smsOtp: 'SMS_OTP', passkey: 'WEB_AUTHN' },
      count: [1, 4],
      default: ['password'],
      covers: ['CreateUserPool.Policies.SignInPolicy.AllowedFirstAuthFactors[]'],
      live: ({ pool }) => pool.Policies?.SignInPolicy?.AllowedFirstAuthFactors,
      terraform: (allowedFirstAuthFactors) => ({
        signInPolicy: { allowedFirstAuthFactors: [...allowedFirstAuthFactors] },
      }),
      write: (factors) => ({
        operation: 'UpdateUserPool',
        partial: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: (factors ?? ['PASSWORD']) as 'PASSWORD'[] } } },
      }),
      computed: true,
      severity: 'error',
    }),
  }),
});
