import type { ChangeContext, PoolIdentity, Raw, TerraformContext, TerraformResource } from '../model/facet.js';
import { ARN_PATTERN, iamArn, parseArn } from './kit/arn.js';
import { defineFacet } from './kit/define.js';
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
  return presenceDiffers(context) ? 'smsSender.role' : undefined;
}

/** Without SnsRegion Cognito sends from the pool's own Region. */
function liveRegion({ pool }: Raw<'pool'>): string | undefined {
  return pool.SmsConfiguration && (pool.SmsConfiguration.SnsRegion ?? parseArn(pool.Arn ?? '')?.region);
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
    Condition: { StringEquals: { 'aws:SourceAccount': identity.account, 'sts:ExternalId': externalId } },
  });
  const name = smsRoleName(identity);
  const description = `Sends SMS for the Cognito user pool ${identity.id}`;
  return [
    { type: 'aws_iam_role', name: ROLE, arguments: { name, description, assumeRolePolicy: trust } },
    {
      type: 'aws_iam_role_policy',
      name: ROLE,
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
      pattern: `^(create|${ARN_PATTERN('iam').slice(1, -1)})$`,
      says: 'the word create, or the ARN of an IAM role',
      example: 'create',
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
      write: (SnsCallerArn) =>
        SnsCallerArn === undefined
          ? { operation: 'SetUserPoolMfaConfig', partial: { SmsMfaConfiguration: undefined } }
          : { operation: 'UpdateUserPool', partial: { SmsConfiguration: { SnsCallerArn } } },
      computed: true,
      derivedFrom: (context) => (presenceDiffers(context) && context.changed('mfa.sms') ? 'mfa.sms' : undefined),
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
      pattern: '^[a-z]{2,4}(-[a-z]+)+-[0-9]$',
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
  }),
});
