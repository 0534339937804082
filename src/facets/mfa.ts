import type { Advice, ChangeContext, DeepPartial, PlanWarning, Raw, WriteInputs } from '../model/facet.js';
import { defineFacet } from './kit/define.js';
import { CODE_MAIL, CODE_SMS, SUBJECT } from './kit/message.js';
import { ordered } from './kit/stronger.js';

const GUIDE = 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html';

/** SetUserPoolMfaConfig replaces the whole MFA picture; the engine lays this piece over what is live. */
function mfaWrite(partial: DeepPartial<WriteInputs['SetUserPoolMfaConfig']>) {
  return { operation: 'SetUserPoolMfaConfig', partial } as const;
}

/** "Invalid MFA configuration given, can't turn off MFA and configure an MFA together." */
const NO_FACTORS = {
  SmsMfaConfiguration: undefined,
  SoftwareTokenMfaConfiguration: undefined,
  EmailMfaConfiguration: undefined,
};

/**
 * SMS MFA is offered when MFA is not off and the pool has an SMS configuration. GetUserPoolMfaConfig alone does not
 * tell: it returns the same block for "SMS and TOTP" and "TOTP only" (measured, cdk-real-drift), and the developer
 * guide says that an active SMS configuration makes SMS messages an available method.
 */
function smsOffered({ pool, mfa }: Raw<'pool' | 'mfa'>): boolean {
  return modeOf({ mfa }) !== 'OFF' && pool.SmsConfiguration !== undefined;
}

function modeOf({ mfa }: Raw<'mfa'>): string {
  return mfa.MfaConfiguration ?? 'OFF';
}

/** With MFA off on one side no factor can be on there, so a factor's difference follows from the mode's. */
function followsMode(context: ChangeContext): string | undefined {
  const off = context.liveAt('mfa.mode') === 'off' || context.desiredAt('mfa.mode') === 'off';
  return context.changed('mfa.mode') && off ? 'mfa.mode' : undefined;
}

/** The SMS factor follows the mode only while the SMS sender itself is as wanted; else SMS is the cause. */
function smsFollows(context: ChangeContext): string | undefined {
  // Terraform cannot bring the End User Messaging sender back, and with it SMS: that is the sender's change, not this one's.
  if (context.changed('smsSender.eumsRole') && context.desiredAt('smsSender.eumsRole')) return 'smsSender.eumsRole';
  return context.changed('smsSender.role') ? undefined : followsMode(context);
}

const isTrue = (observed: ChangeContext['live']): boolean => observed.kind === 'value' && observed.value === true;

function adviseSms(context: ChangeContext): Advice {
  if (!isTrue(context.live)) return { deploy: 'restores the SMS configuration' };
  return {
    message: 'SMS MFA is on in the live pool, but the spec turns it off.',
    convergedBy: 'fix',
    cause:
      'MFA is on and the pool still has an SMS configuration, and Cognito offers SMS MFA whenever both hold. ' +
      'Terraform keeps sms_configuration when it is removed from code: the argument is Optional and Computed, ' +
      'so the plan says "No changes".',
    deploy: 'changes nothing: Terraform plans no change, and sends the old SMS role again with any other change of MFA',
    confidence: 'documented',
    docs: GUIDE,
  };
}

function adviseEmail(context: ChangeContext): Advice {
  if (!isTrue(context.live)) {
    return {
      cause: 'Provider versions before 6.11 never send an email_mfa_configuration block without texts.',
      docs: 'https://github.com/hashicorp/terraform-provider-aws/issues/43917',
    };
  }
  return {
    message: 'E-mail MFA is on in the live pool, but the spec turns it off.',
    convergedBy: 'fix',
    cause: 'Terraform suppresses the difference when the email_mfa_configuration block is missing from code.',
    deploy: 'does not turn it off',
    confidence: 'documented',
    docs: 'https://github.com/hashicorp/terraform-provider-aws/issues/46801',
  };
}

/** Turning MFA off cannot be taken back: the users' own settings are gone. */
function planMode({ desired }: ChangeContext): PlanWarning[] {
  // A row is asked about its own change: MFA is not off already.
  if (desired.kind !== 'value' || desired.value !== 'off') return [];
  return [
    {
      rule: 'mfa-off',
      severity: 'warning',
      message:
        'Turning MFA off makes Cognito forget the MFA settings of every user; turning it on again does not bring them back.',
      help: 'Keep mfa.mode: optional where users may want their factors again.',
      docs: GUIDE,
    },
  ];
}

/**
 * The provider calls SetUserPoolMfaConfig before UpdateUserPool, so e-mail MFA is asked for while its sender, tier and
 * recovery are still the old ones.
 */
function planEmail({ desired, liveAt }: ChangeContext): PlanWarning[] {
  if (!isTrue(desired)) return [];
  const recovery = liveAt('accountRecovery.mechanisms');
  const first = [
    liveAt('emailSender.service') !== 'ses' && 'emailSender',
    liveAt('pool.tier') === 'lite' && 'pool.tier',
    Array.isArray(recovery) && recovery.every((way) => way === 'email') && 'accountRecovery',
  ].filter((name): name is string => name !== false);
  if (first.length === 0) return [];
  return [
    {
      rule: 'two-steps',
      severity: 'error',
      message: `E-mail MFA and ${first.join(', ')} cannot change in one deploy: the provider turns the factor on before it updates the pool, and AWS refuses it.`,
      help: `Deploy twice: first with mfa.email: false and the new ${first.join(', ')}; then with mfa.email: true.`,
      docs: 'https://github.com/hashicorp/terraform-provider-aws/issues/41049',
    },
  ];
}

export const mfa = defineFacet({
  id: 'mfa',
  title: 'Multi-factor authentication',
  summary: 'Whether users are asked for a second factor, which factors there are, and the texts they receive.',
  reads: ['pool', 'mfa'],
  resource: 'aws_cognito_user_pool',
  references: [
    GUIDE,
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolMfaConfig.html',
  ],
  silence:
    'recorded: a plain pool reads MFA OFF; GetUserPoolMfaConfig leaves out the factors that are off (cdk-real-drift)',
  fields: (f) => ({
    mode: f.oneOf(
      { off: 'OFF', optional: 'OPTIONAL', required: 'ON' },
      {
        doc: 'Whether a second factor is asked of nobody, of users who set one up, or of everybody. Turning it off makes Cognito forget the MFA settings of every user.',
        default: 'off',
        covers: ['CreateUserPool.MfaConfiguration', 'SetUserPoolMfaConfig.MfaConfiguration'],
        live: modeOf,
        terraform: (mfaConfiguration) => ({ mfaConfiguration }),
        plan: planMode,
        write: (mode) =>
          mfaWrite({ MfaConfiguration: (mode ?? 'OFF') as 'OFF', ...((mode ?? 'OFF') === 'OFF' && NO_FACTORS) }),
        severity: 'error',
        stronger: ordered(['off', 'optional', 'required']),
      },
    ),
    sms: f.boolean({
      doc: 'Whether users may receive the second factor by SMS. Cognito offers it whenever MFA is not off and the pool has an SMS sender.',
      default: false,
      covers: ['SetUserPoolMfaConfig.SmsMfaConfiguration'],
      live: smsOffered,
      terraform: { via: 'smsSender.role' },
      write: (on) => (on ? [] : mfaWrite({ SmsMfaConfiguration: undefined })),
      // "After you enable `SMS_MFA`, you can only disable it by setting `MfaConfiguration` to `OFF`" (CloudFormation, EnabledMfas).
      furtherFix: '--restart-mfa',
      derivedFrom: smsFollows,
      remark: (on) => (on ? 'Offered, because MFA is on and the pool has an SMS sender.' : undefined),
      advise: adviseSms,
      severity: 'error',
    }),
    smsMessage: f.text({
      doc: 'Text of the SMS with the code; {####} stands for the code. Without it Cognito sends its own.',
      ...CODE_SMS,
      example: 'Your Acme code is {####}.',
      covers: [
        'CreateUserPool.SmsAuthenticationMessage',
        'SetUserPoolMfaConfig.SmsMfaConfiguration.SmsAuthenticationMessage',
      ],
      readable: 'whenSet',
      live: ({ pool, mfa }) => pool.SmsAuthenticationMessage ?? mfa.SmsMfaConfiguration?.SmsAuthenticationMessage,
      terraform: (smsAuthenticationMessage) => ({ smsAuthenticationMessage }),
      write: (SmsAuthenticationMessage) => [
        { operation: 'UpdateUserPool', partial: { SmsAuthenticationMessage } },
        mfaWrite({ SmsMfaConfiguration: { SmsAuthenticationMessage } }),
      ],
    }),
    totp: f.boolean({
      doc: 'Whether users may use an authenticator app (time-based one-time passwords).',
      default: false,
      covers: ['SetUserPoolMfaConfig.SoftwareTokenMfaConfiguration.Enabled'],
      live: ({ mfa }) => mfa.SoftwareTokenMfaConfiguration?.Enabled,
      terraform: (enabled) => (enabled ? { softwareTokenMfaConfiguration: { enabled } } : {}),
      write: (Enabled) => mfaWrite({ SoftwareTokenMfaConfiguration: Enabled ? { Enabled } : undefined }),
      derivedFrom: followsMode,
      severity: 'error',
    }),
    email: f.boolean({
      doc: 'Whether users may receive the second factor by e-mail. Needs an SES sender, tier essentials or plus, and a recovery other than e-mail alone.',
      default: false,
      covers: ['SetUserPoolMfaConfig.EmailMfaConfiguration'],
      live: ({ mfa }) => mfa.EmailMfaConfiguration !== undefined,
      terraform: (on) => (on ? { emailMfaConfiguration: {} } : {}),
      write: (on) => mfaWrite({ EmailMfaConfiguration: on ? {} : undefined }),
      derivedFrom: followsMode,
      advise: adviseEmail,
      plan: planEmail,
      severity: 'error',
    }),
    emailSubject: f.text({
      doc: 'Subject of the mail with the code.',
      ...SUBJECT,
      example: 'Your sign-in code',
      covers: ['SetUserPoolMfaConfig.EmailMfaConfiguration.Subject'],
      readable: 'whenSet',
      live: ({ mfa }) => mfa.EmailMfaConfiguration?.Subject,
      terraform: (subject) => ({ emailMfaConfiguration: { subject } }),
      write: (Subject) => mfaWrite({ EmailMfaConfiguration: { Subject } }),
      derivedFrom: (context) => (context.changed('mfa.email') ? 'mfa.email' : undefined),
    }),
    emailMessage: f.text({
      doc: 'Body of the mail with the code; {####} stands for the code.',
      ...CODE_MAIL,
      example: 'Your sign-in code is {####}.',
      covers: ['SetUserPoolMfaConfig.EmailMfaConfiguration.Message'],
      readable: 'whenSet',
      live: ({ mfa }) => mfa.EmailMfaConfiguration?.Message,
      terraform: (message) => ({ emailMfaConfiguration: { message } }),
      write: (Message) => mfaWrite({ EmailMfaConfiguration: { Message } }),
      derivedFrom: (context) => (context.changed('mfa.email') ? 'mfa.email' : undefined),
    }),
    passkeys: f.boolean({
      doc: 'Whether signing in with a passkey and user verification counts as multi-factor.',
      default: false,
      covers: ['SetUserPoolMfaConfig.WebAuthnConfiguration.FactorConfiguration'],
      readable: 'whenSet',
      live: ({ mfa }) => mfa.WebAuthnConfiguration?.FactorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION',
      terraform: {
        unsupported: 'web_authn_configuration has no factor configuration',
        issue: 'https://github.com/hashicorp/terraform-provider-aws/issues/50110',
      },
      write: (on) =>
        mfaWrite({
          WebAuthnConfiguration: {
            FactorConfiguration: on ? 'MULTI_FACTOR_WITH_USER_VERIFICATION' : 'SINGLE_FACTOR',
          },
        }),
      severity: 'error',
    }),
    passkeyRelyingParty: f.text({
      doc: 'Domain that passkeys are bound to: the domain users sign in on. With a custom domain it must be that domain.',
      length: [1, 127],
      pattern: '^[A-Za-z0-9.-]+$',
      says: 'a domain name, without https:// and path',
      answers: { pattern: 'RelyingPartyId contains invalid characters' },
      example: 'auth.example.com',
      covers: ['SetUserPoolMfaConfig.WebAuthnConfiguration.RelyingPartyId'],
      readable: 'whenSet',
      live: ({ mfa }) => mfa.WebAuthnConfiguration?.RelyingPartyId,
      terraform: (relyingPartyId) => ({ webAuthnConfiguration: { relyingPartyId } }),
      write: (RelyingPartyId) => mfaWrite({ WebAuthnConfiguration: { RelyingPartyId } }),
      severity: 'error',
    }),
    passkeyUserVerification: f.oneOf(
      { preferred: 'preferred', required: 'required' },
      {
        doc: 'Whether a passkey must verify the user (fingerprint, PIN), or only should.',
        default: 'preferred',
        silence: 'inferred: AWS names no default; preferred is the weaker of the two',
        covers: ['SetUserPoolMfaConfig.WebAuthnConfiguration.UserVerification'],
        readable: 'whenSet',
        live: ({ mfa }) => mfa.WebAuthnConfiguration?.UserVerification,
        // Written only beside a declared passkey setting: the block alone makes the provider call SetUserPoolMfaConfig.
        terraform: (userVerification, context) =>
          context.declared('mfa.passkeyUserVerification') || context.declared('mfa.passkeyRelyingParty')
            ? { webAuthnConfiguration: { userVerification } }
            : {},
        write: (UserVerification) =>
          mfaWrite({ WebAuthnConfiguration: { UserVerification: (UserVerification ?? 'preferred') as 'preferred' } }),
        severity: 'error',
        stronger: ordered(['preferred', 'required']),
      },
    ),
  }),
});
