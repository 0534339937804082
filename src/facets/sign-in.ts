import { defineFacet } from './kit/define.js';

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
      doc: 'Whether upper and lower case make different user names. Fixed at creation.',
      default: false,
      covers: ['CreateUserPool.UsernameConfiguration.CaseSensitive'],
      readable: 'whenSet',
      live: ({ pool }) => pool.UsernameConfiguration?.CaseSensitive,
      terraform: (caseSensitive) => ({ usernameConfiguration: { caseSensitive } }),
      onChange: 'replace',
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
