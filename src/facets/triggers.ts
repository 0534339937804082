import type { LambdaConfigType } from '@aws-sdk/client-cognito-identity-provider';
import type { Advice, ChangeContext, DeepPartial, Raw, TerraformArguments } from '../model/facet.js';
import { ARN_LENGTH, ARN_PATTERN } from './kit/arn.js';
import { FUNCTION, KEY } from './kit/arn-places.js';
import { defineFacet } from './kit/define.js';
import type { Kit } from './kit/fields.js';
import { FUNCTIONS, functionReference, permissions } from './kit/trigger-functions.js';

const GUIDE =
  'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html';

type Function = (typeof FUNCTIONS)[number];

/** The full call carries the other triggers: "LambdaConfig" is replaced as a whole. */
const update = (LambdaConfig: DeepPartial<LambdaConfigType>) =>
  ({ operation: 'UpdateUserPool', partial: { LambdaConfig } }) as const;

const lambda = (setting: Function) => ({
  pattern: ARN_PATTERN('lambda'),
  length: ARN_LENGTH,
  says: 'the ARN of a Lambda function',
  example: `arn:aws:lambda:us-east-1:123456789012:function:${setting}`,
  arns: FUNCTION,
});

/** A function was given or taken away: its version follows. */
const followsFunction =
  (setting: Function) =>
  (context: ChangeContext): string | undefined => {
    const name = context.sibling(setting);
    const [desired, live] = [context.desiredAt(name), context.liveAt(name)];
    return (desired === undefined) !== (live === undefined) ? name : undefined;
  };

const impliedBy =
  (setting: Function) =>
  (values: Readonly<Record<string, unknown>>): 'V1_0' | undefined =>
    values[setting] === undefined ? undefined : 'V1_0';

/** PreTokenGeneration is the old form of PreTokenGenerationConfig; a pool that has only the old one gets events of version 1. */
function preToken({ pool }: Raw<'pool'>): { readonly arn: string | undefined; readonly version: string | undefined } {
  const { PreTokenGenerationConfig: config, PreTokenGeneration: legacy } = pool.LambdaConfig ?? {};
  const arn = config?.LambdaArn ?? legacy;
  return { arn, version: arn && (config?.LambdaVersion ?? 'V1_0') };
}

/** lambda_config with no pre-token function in it keeps the live one; without any lambda_config Terraform removes it. */
function advisePreToken(context: ChangeContext): Advice {
  if (context.desired.kind !== 'absent') return {};
  const others = [...FUNCTIONS, 'kmsKey'].some((setting) => context.desiredAt(context.sibling(setting)) !== undefined);
  if (!others) return { convergedBy: 'terraform', deploy: 'removes it' };
  return {
    convergedBy: 'fix',
    cause:
      'Somebody lets a function rewrite the claims of tokens. The provider’s argument is Optional and Computed: beside other triggers Terraform keeps what it finds, and plans no change.',
    deploy: 'changes nothing, and sends the function again with any other change of the pool',
    docs: 'https://github.com/hashicorp/terraform-provider-aws/issues/38617',
  };
}

const NO_INBOUND = {
  unsupported:
    'lambda_config has no inbound_federation, and every change of the pool by Terraform drops a live one (issue 49707): run fix after such a deploy',
  issue: 'https://github.com/hashicorp/terraform-provider-aws/issues/46216',
};

type PoolKit = Kit<Raw<'pool'>, TerraformArguments['aws_cognito_user_pool']>;
type Plain = Exclude<Function, 'preTokenGeneration' | Versioned>;
type Versioned = 'customSmsSender' | 'customEmailSender' | 'inboundFederation';

/** A trigger that is nothing but its function; AWS spells it with a capital. */
function plain(f: PoolKit, setting: Plain, doc: string) {
  const member = `${setting[0]?.toUpperCase()}${setting.slice(1)}` as Capitalize<Plain>;
  return f.text({
    doc,
    ...lambda(setting),
    covers: [`CreateUserPool.LambdaConfig.${member}`],
    readable: 'whenSet',
    live: ({ pool }) => pool.LambdaConfig?.[member],
    terraform: (arn, context) => ({ lambdaConfig: { [setting]: functionReference(setting, arn, context) } }),
    write: (arn) => update({ [member]: arn }),
    severity: 'error',
  });
}

const MEMBERS = {
  customSmsSender: 'CustomSMSSender',
  customEmailSender: 'CustomEmailSender',
  inboundFederation: 'InboundFederation',
} as const;

/** The function of a trigger that has a version too. */
function versioned(f: PoolKit, setting: Versioned, doc: string) {
  const member = MEMBERS[setting];
  return f.text({
    doc,
    ...lambda(setting),
    covers: [`CreateUserPool.LambdaConfig.${member}.LambdaArn`],
    readable: 'whenSet',
    live: ({ pool }) => pool.LambdaConfig?.[member]?.LambdaArn,
    terraform:
      setting === 'inboundFederation' ? NO_INBOUND : (lambdaArn) => ({ lambdaConfig: { [setting]: { lambdaArn } } }),
    write: (LambdaArn) => update({ [member]: LambdaArn ? { LambdaArn, LambdaVersion: 'V1_0' } : undefined }),
    severity: 'error',
  });
}

/** "You must use a LambdaVersion of V1_0 with a custom sender function", and with inbound federation. */
function onlyVersion(f: PoolKit, setting: Versioned) {
  const member = MEMBERS[setting];
  return f.oneOf(
    { V1_0: 'V1_0' },
    {
      doc: 'Version of the events; there is one.',
      example: 'V1_0',
      covers: [`CreateUserPool.LambdaConfig.${member}.LambdaVersion`],
      readable: 'whenSet',
      implied: impliedBy(setting),
      live: ({ pool }) => pool.LambdaConfig?.[member]?.LambdaVersion,
      terraform:
        setting === 'inboundFederation'
          ? NO_INBOUND
          : (lambdaVersion) => ({ lambdaConfig: { [setting]: { lambdaVersion } } }),
      derivedFrom: followsFunction(setting),
      severity: 'error',
    },
  );
}

export const triggers = defineFacet({
  id: 'triggers',
  title: 'Lambda triggers',
  summary: 'Functions that Cognito calls on the way: they can let users in, change messages and rewrite tokens.',
  reads: ['pool'],
  resource: 'aws_cognito_user_pool',
  references: [
    GUIDE,
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LambdaConfigType.html',
  ],
  resources: permissions,
  fields: (f) => ({
    preSignUp: plain(f, 'preSignUp', 'Called before a user signs up; may refuse, confirm or link the user.'),
    customMessage: plain(f, 'customMessage', 'Called before a message is sent; may reword it.'),
    postConfirmation: plain(f, 'postConfirmation', 'Called when a user has been confirmed.'),
    preAuthentication: plain(f, 'preAuthentication', 'Called before a sign-in; may refuse it.'),
    postAuthentication: plain(f, 'postAuthentication', 'Called after a sign-in.'),
    defineAuthChallenge: plain(
      f,
      'defineAuthChallenge',
      'Custom challenges: decides which one comes next, and when the user is in.',
    ),
    createAuthChallenge: plain(f, 'createAuthChallenge', 'Custom challenges: makes one.'),
    verifyAuthChallengeResponse: plain(f, 'verifyAuthChallengeResponse', 'Custom challenges: judges the answer.'),
    preTokenGeneration: f.text({
      doc: 'Called before tokens are made; may rewrite their claims.',
      ...lambda('preTokenGeneration'),
      covers: [
        'CreateUserPool.LambdaConfig.PreTokenGeneration',
        'CreateUserPool.LambdaConfig.PreTokenGenerationConfig.LambdaArn',
      ],
      readable: 'whenSet',
      live: (raw) => preToken(raw).arn,
      // Both forms: the provider would send the old function beside the new one, and AWS refuses two that differ.
      terraform: (lambdaArn) => ({
        lambdaConfig: { preTokenGeneration: lambdaArn, preTokenGenerationConfig: { lambdaArn } },
      }),
      write: (LambdaArn, { own }) =>
        update({
          PreTokenGeneration: LambdaArn,
          PreTokenGenerationConfig: LambdaArn
            ? { LambdaArn, LambdaVersion: (own('preTokenGenerationVersion') ?? 'V1_0') as 'V1_0' }
            : undefined,
        }),
      computed: true,
      advise: advisePreToken,
      severity: 'error',
    }),
    preTokenGenerationVersion: f.oneOf(
      { V1_0: 'V1_0', V2_0: 'V2_0', V3_0: 'V3_0' },
      {
        doc: 'Version of the events: V1_0 for ID tokens; V2_0 also for access tokens; V3_0 also for those of machines. V1_0 where it is left out.',
        example: 'V2_0',
        covers: ['CreateUserPool.LambdaConfig.PreTokenGenerationConfig.LambdaVersion'],
        readable: 'whenSet',
        implied: impliedBy('preTokenGeneration'),
        live: (raw) => preToken(raw).version,
        terraform: (lambdaVersion) => ({ lambdaConfig: { preTokenGenerationConfig: { lambdaVersion } } }),
        write: (version) =>
          update({ PreTokenGenerationConfig: version ? { LambdaVersion: version as 'V1_0' } : undefined }),
        computed: true,
        derivedFrom: followsFunction('preTokenGeneration'),
        severity: 'error',
      },
    ),
    userMigration: plain(
      f,
      'userMigration',
      'Called when an unknown user signs in or forgot a password; may bring the user in from elsewhere. It sees the password.',
    ),
    customSmsSender: versioned(
      f,
      'customSmsSender',
      'Sends SMS instead of Cognito; receives the codes, encrypted with kmsKey.',
    ),
    customSmsSenderVersion: onlyVersion(f, 'customSmsSender'),
    customEmailSender: versioned(
      f,
      'customEmailSender',
      'Sends mail instead of Cognito; receives the codes, encrypted with kmsKey.',
    ),
    customEmailSenderVersion: onlyVersion(f, 'customEmailSender'),
    kmsKey: f.text({
      doc: 'KMS key that encrypts codes and temporary passwords for the custom senders.',
      pattern: ARN_PATTERN('kms'),
      length: ARN_LENGTH,
      says: 'the ARN of a KMS key',
      example: 'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555',
      arns: KEY,
      covers: ['CreateUserPool.LambdaConfig.KMSKeyID'],
      readable: 'whenSet',
      live: ({ pool }) => pool.LambdaConfig?.KMSKeyID,
      terraform: (kmsKeyId) => ({ lambdaConfig: { kmsKeyId } }),
      write: (KMSKeyID) => update({ KMSKeyID }),
      severity: 'error',
    }),
    inboundFederation: versioned(
      f,
      'inboundFederation',
      'Called when a user comes from an identity provider; may change the attributes.',
    ),
    inboundFederationVersion: onlyVersion(f, 'inboundFederation'),
    permissions: f.boolean({
      doc: 'Whether the stack permits Cognito to call these functions (aws_lambda_permission, for functions of the pool’s account). False where the functions’ own code does that. The permission belongs to Lambda and is not audited.',
      default: true,
      // Whoever gave the pool its functions permitted them too, under names that only Lambda knows.
      pulled: () => false,
      covers: [],
    }),
  }),
});
