import type { DeepPartial, TerraformArguments, TerraformContext, WriteInputs } from '../model/facet.js';
import { defineFacet } from './kit/define.js';
import { INVITATION_MAIL, INVITATION_SMS, SUBJECT } from './kit/message.js';
import { off } from './kit/stronger.js';

type Invitation = NonNullable<
  NonNullable<DeepPartial<WriteInputs['UpdateUserPool']>['AdminCreateUserConfig']>['InviteMessageTemplate']
>;

function invitation(InviteMessageTemplate: Invitation) {
  return { operation: 'UpdateUserPool', partial: { AdminCreateUserConfig: { InviteMessageTemplate } } } as const;
}

/**
 * Cognito's own texts, which it sends where none is set. The provider sends all three members of the block, empty where
 * the code is silent, and AWS refuses an empty one; so as soon as the spec sets one text, the others are written out too.
 * Source: https://github.com/hashicorp/terraform-provider-aws/issues/13060 and https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-customizations.html
 */
const COGNITO_SUBJECT = 'Your temporary password';
const COGNITO_TEXT = 'Your username is {username} and temporary password is {####}.';

const TEXTS = {
  emailSubject: 'invitationEmailSubject',
  emailMessage: 'invitationEmailMessage',
  smsMessage: 'invitationSmsMessage',
} as const;

/** Not in the rows, because none of the three may be left out beside another (`terraform.leaveOut`). */
function allTexts(
  values: Readonly<Record<string, unknown>>,
  { declared }: TerraformContext,
): TerraformArguments['aws_cognito_user_pool'] {
  const texts = Object.entries(TEXTS).flatMap(([argument, name]) =>
    typeof values[name] === 'string' ? [[argument, values[name]]] : [],
  );
  if (!Object.values(TEXTS).some((name) => declared(`signUp.${name}`))) return {};
  return { adminCreateUserConfig: { inviteMessageTemplate: Object.fromEntries(texts) } };
}

export const signUp = defineFacet({
  id: 'signUp',
  title: 'Sign-up and invitations',
  summary: 'Whether people may register themselves, and what those invited by an administrator receive.',
  reads: ['pool'],
  resource: 'aws_cognito_user_pool',
  references: [
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUserConfigType.html',
  ],
  silence:
    'documented: AdminCreateUserConfigType, and the texts of the developer guide’s page on message customizations',
  fields: (f) => ({
    selfSignUp: f.boolean({
      doc: 'Whether anybody may register. Cognito’s default is yes; a workforce wants no.',
      default: true,
      covers: ['CreateUserPool.AdminCreateUserConfig.AllowAdminCreateUserOnly'],
      live: ({ pool }) => {
        const adminOnly = pool.AdminCreateUserConfig?.AllowAdminCreateUserOnly;
        return adminOnly === undefined ? undefined : !adminOnly;
      },
      terraform: (open) => ({ adminCreateUserConfig: { allowAdminCreateUserOnly: !open } }),
      write: (open) => ({
        operation: 'UpdateUserPool',
        partial: { AdminCreateUserConfig: { AllowAdminCreateUserOnly: open === false } },
      }),
      computed: true,
      severity: 'error',
      stronger: off,
    }),
    invitationEmailSubject: f.text({
      doc: 'Subject of the invitation mail.',
      ...SUBJECT,
      example: 'Welcome to Acme',
      covers: ['CreateUserPool.AdminCreateUserConfig.InviteMessageTemplate.EmailSubject'],
      default: COGNITO_SUBJECT,
      readable: 'whenSet',
      live: ({ pool }) => pool.AdminCreateUserConfig?.InviteMessageTemplate?.EmailSubject,
      terraform: (emailSubject, { declared }) =>
        declared('signUp.invitationEmailSubject')
          ? { adminCreateUserConfig: { inviteMessageTemplate: { emailSubject } } }
          : {},
      write: (EmailSubject) => invitation({ EmailSubject }),
    }),
    invitationEmailMessage: f.text({
      doc: 'Body of the invitation mail; {username} and {####} stand for the user name and the temporary password.',
      ...INVITATION_MAIL,
      example: 'Your user name is {username}, your temporary password {####}',
      covers: ['CreateUserPool.AdminCreateUserConfig.InviteMessageTemplate.EmailMessage'],
      default: COGNITO_TEXT,
      readable: 'whenSet',
      live: ({ pool }) => pool.AdminCreateUserConfig?.InviteMessageTemplate?.EmailMessage,
      terraform: (emailMessage, { declared }) =>
        declared('signUp.invitationEmailMessage')
          ? { adminCreateUserConfig: { inviteMessageTemplate: { emailMessage } } }
          : {},
      write: (EmailMessage) => invitation({ EmailMessage }),
    }),
    invitationSmsMessage: f.text({
      doc: 'Text of the invitation SMS; {username} and {####} stand for the user name and the temporary password.',
      ...INVITATION_SMS,
      example: 'User name {username}, temporary password {####}',
      covers: ['CreateUserPool.AdminCreateUserConfig.InviteMessageTemplate.SMSMessage'],
      default: COGNITO_TEXT,
      readable: 'whenSet',
      live: ({ pool }) => pool.AdminCreateUserConfig?.InviteMessageTemplate?.SMSMessage,
      terraform: (smsMessage, { declared }) =>
        declared('signUp.invitationSmsMessage')
          ? { adminCreateUserConfig: { inviteMessageTemplate: { smsMessage } } }
          : {},
      write: (SMSMessage) => invitation({ SMSMessage }),
    }),
  }),
  assemble: allTexts,
});
