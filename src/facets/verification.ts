import type { DeepPartial, WriteInputs } from '../model/facet.js';
import { defineFacet } from './kit/define.js';
import { CODE_MAIL, CODE_SMS, LINK_MAIL, SUBJECT } from './kit/message.js';
import { wider } from './kit/stronger.js';

type Template = NonNullable<DeepPartial<WriteInputs['UpdateUserPool']>['VerificationMessageTemplate']>;

/** Writes the template and clears the legacy twin of the same text: AWS refuses a pair that disagrees. */
function template(VerificationMessageTemplate: Template, legacy: DeepPartial<WriteInputs['UpdateUserPool']> = {}) {
  return { operation: 'UpdateUserPool', partial: { VerificationMessageTemplate, ...legacy } } as const;
}

// Cognito keeps three texts twice: a legacy field of the pool and a member of the template, mirrored. The rows write the
// template only (provider arguments of both together are refused) and read whichever is there.
export const verification = defineFacet({
  id: 'verification',
  title: 'Verification',
  summary: 'Which attributes Cognito verifies by a code or a link, and the texts it sends.',
  reads: ['pool'],
  resource: 'aws_cognito_user_pool',
  references: [
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerificationMessageTemplateType.html',
  ],
  silence: 'recorded: a plain pool verifies nothing, and reads CONFIRM_WITH_CODE (cdk-real-drift)',
  fields: (f) => ({
    autoVerify: f.set({
      doc: 'Attributes that Cognito verifies when a user signs up. `phone` needs an SMS sender.',
      words: { email: 'email', phone: 'phone_number' },
      default: [],
      covers: ['CreateUserPool.AutoVerifiedAttributes[]'],
      live: ({ pool }) => pool.AutoVerifiedAttributes,
      terraform: (names) => (names.length > 0 ? { autoVerifiedAttributes: [...names].sort() } : {}),
      write: (names) => ({
        operation: 'UpdateUserPool',
        partial: { AutoVerifiedAttributes: (names ?? []) as 'email'[] },
      }),
      severity: 'error',
      stronger: wider,
    }),
    beforeUpdate: f.set({
      doc: 'Attributes whose new value counts only once the user has confirmed it; they must be in autoVerify too.',
      words: { email: 'email', phone: 'phone_number' },
      default: [],
      covers: ['CreateUserPool.UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate[]'],
      live: ({ pool }) => pool.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate,
      terraform: (names) =>
        names.length > 0
          ? { userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdate: [...names].sort() } }
          : {},
      write: (names) => ({
        operation: 'UpdateUserPool',
        partial: {
          UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: (names ?? []) as 'email'[] },
        },
      }),
      severity: 'error',
      stronger: wider,
    }),
    emailStyle: f.oneOf(
      { code: 'CONFIRM_WITH_CODE', link: 'CONFIRM_WITH_LINK' },
      {
        doc: 'Whether the mail holds a code to type or a link to click.',
        default: 'code',
        covers: ['CreateUserPool.VerificationMessageTemplate.DefaultEmailOption'],
        live: ({ pool }) => pool.VerificationMessageTemplate?.DefaultEmailOption,
        terraform: (defaultEmailOption) => ({ verificationMessageTemplate: { defaultEmailOption } }),
        write: (style) => template({ DefaultEmailOption: (style ?? 'CONFIRM_WITH_CODE') as 'CONFIRM_WITH_CODE' }),
        computed: true,
      },
    ),
    emailSubject: f.text({
      doc: 'Subject of the mail with a code.',
      ...SUBJECT,
      example: 'Verify your address',
      covers: ['CreateUserPool.EmailVerificationSubject', 'CreateUserPool.VerificationMessageTemplate.EmailSubject'],
      readable: 'whenSet',
      live: ({ pool }) => pool.VerificationMessageTemplate?.EmailSubject ?? pool.EmailVerificationSubject,
      terraform: (emailSubject) => ({ verificationMessageTemplate: { emailSubject } }),
      write: (EmailSubject) => template({ EmailSubject }, { EmailVerificationSubject: undefined }),
      computed: true,
    }),
    emailMessage: f.text({
      doc: 'Body of the mail with a code; {####} stands for the code.',
      ...CODE_MAIL,
      example: 'Your code is {####}.',
      covers: ['CreateUserPool.EmailVerificationMessage', 'CreateUserPool.VerificationMessageTemplate.EmailMessage'],
      readable: 'whenSet',
      live: ({ pool }) => pool.VerificationMessageTemplate?.EmailMessage ?? pool.EmailVerificationMessage,
      terraform: (emailMessage) => ({ verificationMessageTemplate: { emailMessage } }),
      write: (EmailMessage) => template({ EmailMessage }, { EmailVerificationMessage: undefined }),
      computed: true,
    }),
    linkEmailSubject: f.text({
      doc: 'Subject of the mail with a link.',
      ...SUBJECT,
      example: 'Verify your address',
      covers: ['CreateUserPool.VerificationMessageTemplate.EmailSubjectByLink'],
      readable: 'whenSet',
      live: ({ pool }) => pool.VerificationMessageTemplate?.EmailSubjectByLink,
      terraform: (emailSubjectByLink) => ({ verificationMessageTemplate: { emailSubjectByLink } }),
      write: (EmailSubjectByLink) => template({ EmailSubjectByLink }),
      computed: true,
    }),
    linkEmailMessage: f.text({
      doc: 'Body of the mail with a link; {##click here##} becomes the link.',
      ...LINK_MAIL,
      example: 'Please {##click here##} to verify.',
      covers: ['CreateUserPool.VerificationMessageTemplate.EmailMessageByLink'],
      readable: 'whenSet',
      live: ({ pool }) => pool.VerificationMessageTemplate?.EmailMessageByLink,
      terraform: (emailMessageByLink) => ({ verificationMessageTemplate: { emailMessageByLink } }),
      write: (EmailMessageByLink) => template({ EmailMessageByLink }),
      computed: true,
    }),
    smsMessage: f.text({
      doc: 'Text of the verification SMS; {####} stands for the code.',
      ...CODE_SMS,
      example: 'Your code is {####}.',
      covers: ['CreateUserPool.SmsVerificationMessage', 'CreateUserPool.VerificationMessageTemplate.SmsMessage'],
      readable: 'whenSet',
      live: ({ pool }) => pool.VerificationMessageTemplate?.SmsMessage ?? pool.SmsVerificationMessage,
      terraform: (smsMessage) => ({ verificationMessageTemplate: { smsMessage } }),
      write: (SmsMessage) => template({ SmsMessage }, { SmsVerificationMessage: undefined }),
      computed: true,
    }),
  }),
});
