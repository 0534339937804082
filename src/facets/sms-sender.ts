import type {
  ChangeContext,
  PoolIdentity,
  Raw,
  TerraformArguments,
  TerraformContext,
  TerraformResource,
  Write,
  WriteInputs,
} from '../model/facet.js';
import { ARN_LENGTH, ARN_PATTERN, arn, iamArn, parseArn, REGION_PATTERN } from './kit/arn.js';
import { ORIGINATION, PASSED_ROLE } from './kit/arn-places.js';
import { defineFacet } from './kit/define.js';
import type { Kit } from './kit/fields.js';
import { reference } from './kit/reference.js';

const CREATE = 'create';
const ROLE = 'sms_sender';

/** Deterministic, so that the desired ARN and ExternalId are known before anything is deployed. IAM allows 64 characters. */
export function smsRoleName(identity: Pick<PoolIdentity, 'id'>): string {
  return `poolward-${identity.id}`.slice(0, 60) + '-sms';
}

function smsExternalId(identity: Pick<PoolIdentity, 'id'>): string {
  return `poolward-${identity.id}`;
}

/** The role of the spec is ours when its ARN is the one that we would create. */
function isCreated({ identity, desired }: TerraformContext): boolean {
  return desired('smsSender.role') === iamArn(identity, `role/${smsRoleName(identity)}`);
}

/** Present on one side only: then this row follows from the sender as a whole. */
function presenceDiffers(context: ChangeContext): boolean {
  return (context.desiredAt('smsSender.role') === undefined) !== (context.liveAt('smsSender.role') === undefined);
}

function partOfSender(context: ChangeContext): string | undefined {
  if (presenceDiffers(context)) return 'smsSender.role';
  return context.liveAt('smsSender.role') === undefined && context.changed('mfa.sms') ? 'mfa.sms' : undefined;
}

/** Without SnsRegion Cognito sends from the pool's own Region. */
function liveRegion({ pool }: Raw<'pool'>): string | undefined {
  const { SnsRegion, SnsCallerArn } = pool.SmsConfiguration ?? {};
  return SnsRegion ?? (SnsCallerArn === undefined ? undefined : regionOf(pool));
}

function regionOf({ Arn = '' }: Raw<'pool'>['pool']): string | undefined {
  return parseArn(Arn)?.region;
}

/**
 * The role that Cognito assumes to send SMS. It outlives the spec that asked for it: while the pool may still use it,
 * destroying it would break sign-in instead of turning SMS off.
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-sms-settings.html
 */
function smsRole(identity: PoolIdentity, externalId: unknown): TerraformResource[] {
  const trust = statement({
    Principal: { Service: 'cognito-idp.amazonaws.com' },
    Action: 'sts:AssumeRole',
    Condition: {
      StringEquals: { 'aws:SourceAccount': identity.account, 'sts:ExternalId': externalId },
      // The id of the pool is not known yet: Cognito makes the pool only when it may assume the role.
      ArnLike: { 'aws:SourceArn': arn(identity, 'cognito-idp', 'userpool/*') },
    },
  });
  const name = smsRoleName(identity);
  const description = `Sends SMS for the Cognito user pool ${identity.id}`;
  return [
    { type: 'aws_iam_role', name: ROLE, importId: name, arguments: { name, description, assumeRolePolicy: trust } },
    {
      type: 'aws_iam_role_policy',
      name: ROLE,
      importId: `${name}:publish-sms`,
      arguments: {
        name: 'publish-sms',
        role: reference('aws_iam_role', ROLE, 'name'),
        policy: statement({ Action: 'sns:Publish', Resource: '*' }),
      },
    },
  ];
}

/** A policy document of one statement that allows something. */
function statement(what: object): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...what }] });
}

type Eums = NonNullable<NonNullable<WriteInputs['UpdateUserPool']['SmsConfiguration']>['EumsSms']>;
type SmsKit = Kit<Raw<'pool'>, TerraformArguments['aws_cognito_user_pool']>;

const NO_EUMS = {
  unsupported: 'sms_configuration sends through SNS only',
  issue: 'https://github.com/hashicorp/terraform-provider-aws/issues/50066',
};

/** The settings of the sender, and AWS's names for them. */
const EUMS = {
  eumsExternalId: 'ExternalId',
  eumsOrigin: 'OriginationIdentity',
  eumsConfigurationSet: 'ConfigurationSetName',
  eumsIndiaEntity: 'InEntityId',
  eumsIndiaTemplate: 'InTemplateId',
} as const;

const eumsCovers = (member: keyof Eums): string[] => [
  `CreateUserPool.SmsConfiguration.EumsSms.${member}`,
  `SetUserPoolMfaConfig.SmsMfaConfiguration.SmsConfiguration.EumsSms.${member}`,
];

const withoutSender = { operation: 'SetUserPoolMfaConfig', partial: { SmsMfaConfiguration: undefined } } as const;

/** "Provide either the Amazon SNS configuration or this configuration, but not both." Without a Region it is that of the pool. */
function eumsWrite(CallerArn: string, { own }: TerraformContext): Write {
  const rest = Object.entries(EUMS).map(([setting, member]) => [member, own(setting)]);
  const EumsSms: Eums = { CallerArn, ...Object.fromEntries(rest) };
  const instead = { SnsCallerArn: undefined, ExternalId: undefined, SnsRegion: undefined };
  return { operation: 'UpdateUserPool', partial: { SmsConfiguration: { ...instead, EumsSms } } };
}

/** The same the other way round. What the spec leaves open stays as it is. */
function snsWrite(SnsCallerArn: string, { own }: TerraformContext): Write {
  const [ExternalId, SnsRegion] = [own('externalId'), own('region')] as (string | undefined)[];
  const parts = { ...(ExternalId !== undefined && { ExternalId }), ...(SnsRegion !== undefined && { SnsRegion }) };
  return { operation: 'UpdateUserPool', partial: { SmsConfiguration: { SnsCallerArn, ...parts, EumsSms: undefined } } };
}

/** What is written where the spec wants no role for End User Messaging. */
function withoutEums(context: TerraformContext): Write {
  const sns = context.own('role');
  return typeof sns === 'string' ? snsWrite(sns, context) : withoutSender;
}

/** What is written where the spec wants no role for SNS. */
function withoutSns(context: TerraformContext): Write {
  const eums = context.own('eumsRole');
  return typeof eums === 'string' ? eumsWrite(eums, context) : withoutSender;
}

const differsInPresence = (context: ChangeContext, name: string): boolean =>
  (context.desiredAt(name) === undefined) !== (context.liveAt(name) === undefined);

/** One sender instead of the other is one change; no sender at all follows from SMS MFA where that is gone too. */
function eumsFollows(context: ChangeContext): string | undefined {
  if (!differsInPresence(context, 'smsSender.eumsRole')) return undefined;
  if (presenceDiffers(context)) return 'smsSender.role';
  return context.desired.kind === 'absent' && context.changed('mfa.sms') ? 'mfa.sms' : undefined;
}

function roleFollows(context: ChangeContext): string | undefined {
  const replaced = context.desiredAt('smsSender.eumsRole') !== undefined;
  return presenceDiffers(context) && context.changed('mfa.sms') && !replaced ? 'mfa.sms' : undefined;
}

const partOfEums = (context: ChangeContext): string | undefined =>
  differsInPresence(context, 'smsSender.eumsRole') ? 'smsSender.eumsRole' : undefined;

const eumsPiece = (EumsSms: Partial<Eums>): Write => ({
  operation: 'UpdateUserPool',
  partial: { SmsConfiguration: { EumsSms } },
});

/** A part of the End User Messaging sender. */
function eumsPart(f: SmsKit, setting: keyof typeof EUMS, doc: string, example: string) {
  const member = EUMS[setting];
  return f.text({
    doc,
    length: [1, 2048],
    example,
    ...(setting === 'eumsOrigin' && { arns: ORIGINATION }),
    covers: eumsCovers(member),
    readable: 'whenSet',
    live: ({ pool }) => pool.SmsConfiguration?.EumsSms?.[member],
    terraform: NO_EUMS,
    write: (value) => eumsPiece({ [member]: value }),
    derivedFrom: partOfEums,
    severity: 'error',
  });
}

export const smsSender = defineFacet({
  id: 'smsSender',
  title: 'SMS sender',
  summary: 'The IAM role with which Cognito sends SMS through SNS. A pool that has one and has MFA on offers SMS MFA.',
  reads: ['pool'],
  resource: 'aws_cognito_user_pool',
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-sms-settings.html',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SmsConfigurationType.html',
  ],
  resources: (_values, context) =>
    isCreated(context) ? smsRole(context.identity, context.desired('smsSender.externalId')) : [],
  outliving: [`aws_iam_role.${ROLE}`, `aws_iam_role_policy.${ROLE}`],
  fields: (f) => ({
    role: f.text({
      doc: 'ARN of the role that Cognito assumes to send SMS, or `create` to have one made with the right trust policy.',
      pattern: `^(create|(?=.{20,2048}$)${ARN_PATTERN('iam').slice(1, -1)})$`,
      says: 'the word create, or the ARN of an IAM role',
      example: 'create',
      arns: PASSED_ROLE,
      covers: [
        'CreateUserPool.SmsConfiguration.SnsCallerArn',
        'SetUserPoolMfaConfig.SmsMfaConfiguration.SmsConfiguration.SnsCallerArn',
      ],
      readable: 'always',
      desired: (role, identity) => (role === CREATE ? iamArn(identity, `role/${smsRoleName(identity)}`) : role),
      live: ({ pool }) => pool.SmsConfiguration?.SnsCallerArn,
      terraform: (role, context) => ({
        smsConfiguration: { snsCallerArn: isCreated(context) ? reference('aws_iam_role', ROLE, 'arn') : role },
      }),
      write: (SnsCallerArn, context) =>
        SnsCallerArn === undefined ? withoutSns(context) : snsWrite(SnsCallerArn, context),
      computed: true,
      derivedFrom: roleFollows,
      severity: 'error',
    }),
    externalId: f.text({
      doc: 'External id that Cognito presents when it assumes the role; the trust policy of the role must ask for the same. For a created role it is made from the pool id.',
      length: [1, 131072],
      example: 'acme-sms',
      covers: [
        'CreateUserPool.SmsConfiguration.ExternalId',
        'SetUserPoolMfaConfig.SmsMfaConfiguration.SmsConfiguration.ExternalId',
      ],
      implied: (values, identity) => (values['role'] === CREATE ? smsExternalId(identity) : undefined),
      live: ({ pool }) => pool.SmsConfiguration?.ExternalId,
      terraform: (externalId) => ({ smsConfiguration: { externalId } }),
      write: (ExternalId) => ({ operation: 'UpdateUserPool', partial: { SmsConfiguration: { ExternalId } } }),
      computed: true,
      derivedFrom: partOfSender,
      severity: 'error',
    }),
    region: f.text({
      doc: 'Region whose SNS sends the messages; the Region of the pool unless AWS demands another.',
      pattern: REGION_PATTERN,
      says: 'an AWS Region such as eu-west-1',
      example: 'eu-west-1',
      covers: [
        'CreateUserPool.SmsConfiguration.SnsRegion',
        'SetUserPoolMfaConfig.SmsMfaConfiguration.SmsConfiguration.SnsRegion',
      ],
      readable: 'whenSet',
      implied: (values, identity) => (values['role'] === undefined ? undefined : identity.region),
      live: liveRegion,
      terraform: (snsRegion) => ({ smsConfiguration: { snsRegion } }),
      write: (SnsRegion) => ({ operation: 'UpdateUserPool', partial: { SmsConfiguration: { SnsRegion } } }),
      computed: true,
      derivedFrom: partOfSender,
    }),
    eumsRole: f.text({
      doc: 'Instead of role: ARN of the role with which Cognito sends through AWS End User Messaging SMS (sms-voice:SendTextMessage).',
      pattern: ARN_PATTERN('iam'),
      length: ARN_LENGTH,
      says: 'the ARN of an IAM role',
      example: 'arn:aws:iam::123456789012:role/cognito-eums',
      arns: PASSED_ROLE,
      covers: eumsCovers('CallerArn'),
      readable: 'whenSet',
      live: ({ pool }) => pool.SmsConfiguration?.EumsSms?.CallerArn,
      terraform: NO_EUMS,
      write: (role, context) => (role === undefined ? withoutEums(context) : eumsWrite(role, context)),
      derivedFrom: eumsFollows,
      severity: 'error',
    }),
    eumsExternalId: eumsPart(f, 'eumsExternalId', 'External id of the trust policy of eumsRole.', 'acme-sms'),
    eumsOrigin: eumsPart(
      f,
      'eumsOrigin',
      'Number, sender id or pool of numbers that the messages come from: a number in E.164, or an ARN as the role’s policy has it.',
      '+15555550100',
    ),
    eumsConfigurationSet: eumsPart(f, 'eumsConfigurationSet', 'Configuration set for logs and events.', 'acme'),
    eumsIndiaEntity: eumsPart(f, 'eumsIndiaEntity', 'Principal entity id that India’s rules (DLT) want.', '1101'),
    eumsIndiaTemplate: eumsPart(f, 'eumsIndiaTemplate', 'Template id that India’s rules (DLT) want.', '1107'),
    eumsRegion: f.text({
      doc: 'Region of End User Messaging: AWS takes only that of the pool, which is also what silence means.',
      pattern: REGION_PATTERN,
      says: 'an AWS Region such as eu-west-1',
      example: 'eu-west-1',
      covers: eumsCovers('Region'),
      readable: 'whenSet',
      implied: (values, identity) => (values['eumsRole'] === undefined ? undefined : identity.region),
      live: ({ pool }) => pool.SmsConfiguration?.EumsSms && (pool.SmsConfiguration.EumsSms.Region ?? regionOf(pool)),
      terraform: NO_EUMS,
      write: (Region) => eumsPiece({ Region }),
      derivedFrom: partOfEums,
      severity: 'error',
    }),
  }),
});
