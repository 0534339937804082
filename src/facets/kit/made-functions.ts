import type { PoolIdentity, TerraformContext, TerraformResource } from '../../model/facet.js';
import { SETTINGS } from '../../model/trigger-settings.js';
import { arn } from './arn.js';
import { call, fileBeside, reference } from './reference.js';

/** The functions that a stack makes, by the trigger that they serve; each is a file of `src/triggers`. */
export const MADE = {
  defineAuthChallenge: 'define-auth-challenge',
  createAuthChallenge: 'create-auth-challenge',
  verifyAuthChallengeResponse: 'verify-auth-challenge',
  postConfirmation: 'restore-mfa',
} as const;

export type MadeTrigger = keyof typeof MADE;

/** Lambda and IAM allow 64 characters. */
const LONGEST = 64;

/**
 * What function and role are called: known before a deploy, so that the function's ARN is a desired value like any other.
 * An id that is too long for it is cut, and told from others that begin alike by its hash.
 */
export function madeName({ id }: Pick<PoolIdentity, 'id'>, trigger: MadeTrigger): string {
  const whole = `poolward-${id}-${MADE[trigger]}`;
  if (whole.length <= LONGEST) return whole;
  const hash = hashOf(id);
  return `poolward-${id.slice(0, id.length - (whole.length - LONGEST) - hash.length - 1)}-${hash}-${MADE[trigger]}`;
}

/** FNV-1a, 32 bits. Source: https://www.rfc-editor.org/rfc/rfc9923.html */
function hashOf(id: string): string {
  const hash = [...id].reduce((so, char) => Math.imul(so ^ char.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5);
  return hash.toString(16).padStart(8, '0');
}

export function madeArn(identity: PoolIdentity, trigger: MadeTrigger): string {
  return arn(identity, 'lambda', `function:${madeName(identity, trigger)}`);
}

/** Which triggers of a spec are functions that its stack makes. */
export function madeTriggers({
  identity,
  desired,
}: Pick<TerraformContext, 'identity' | 'desired'>): readonly MadeTrigger[] {
  const made: readonly MadeTrigger[] = [
    ...(desired('emailChallenge.from') === undefined ? [] : CHALLENGE),
    ...(desired('userMfa.restoreAfterReset') === true ? (['postConfirmation'] as const) : []),
  ];
  return made.filter((trigger) => desired(`triggers.${trigger}`) === madeArn(identity, trigger));
}

/** The triggers of a custom challenge. */
export const CHALLENGE = ['defineAuthChallenge', 'createAuthChallenge', 'verifyAuthChallengeResponse'] as const;

/** The Terraform name of a function, and of its role and log group. */
export function terraformName(trigger: MadeTrigger): string {
  return MADE[trigger].replaceAll('-', '_');
}

/** A statement that allows something. */
export type Allowed = Readonly<Record<string, unknown>>;

/** A policy document. */
export function policyDocument(...statements: readonly Allowed[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements.map((one) => ({ Effect: 'Allow', ...one })) });
}

/** A policy document that allows operations of Cognito on the pool of the stack, whose ARN a deploy gives. */
export function policyOnPool(operations: readonly string[]): string {
  const pool = '(pool)';
  const document = policyDocument({ Action: operations.map((one) => `cognito-idp:${one}`), Resource: pool });
  const encoded = document.replace(JSON.stringify(pool), 'aws_cognito_user_pool.pool.arn');
  return call('jsonencode', encoded);
}

/** What a function is beside its code. */
export interface Made {
  /** What it reads from its environment. */
  readonly settings?: object;
  /** What its role allows beside writing to its own logs. */
  readonly allowed?: readonly Allowed[];
  /** How long its logs are kept. */
  readonly logDays: number;
  readonly description: string;
}

/** "It must respond within 5 seconds." Source: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html */
const TIMEOUT_SECONDS = 5;

/** A function with a role and a log group of its own. It exists, and may do its work, before the pool names it. */
export function madeFunction(identity: PoolIdentity, trigger: MadeTrigger, made: Made): TerraformResource[] {
  const [name, called] = [terraformName(trigger), madeName(identity, trigger)];
  const { description, settings, allowed = [], logDays } = made;
  const code = fileBeside(`${MADE[trigger]}.zip`);
  const logGroup = `/aws/lambda/${called}`;
  return [
    { type: 'aws_cloudwatch_log_group', name, arguments: { name: logGroup, retentionInDays: logDays } },
    { type: 'aws_iam_role', name, arguments: { name: called, description, assumeRolePolicy: LAMBDA } },
    {
      type: 'aws_iam_role_policy',
      name,
      arguments: {
        name: 'function',
        role: reference('aws_iam_role', name, 'name'),
        policy: policyDocument(
          {
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            Resource: arn(identity, 'logs', `log-group:${logGroup}:*`),
          },
          ...allowed,
        ),
      },
    },
    {
      type: 'aws_lambda_function',
      name,
      arguments: {
        functionName: called,
        description,
        role: reference('aws_iam_role', name, 'arn'),
        runtime: 'nodejs22.x',
        architectures: ['arm64'],
        handler: 'index.handler',
        filename: code.path,
        sourceCodeHash: code.hash,
        timeout: TIMEOUT_SECONDS,
        memorySize: 256,
        ...(settings && { environment: { variables: { [SETTINGS]: JSON.stringify(settings) } } }),
      },
      dependsOn: [`aws_cloudwatch_log_group.${name}`, `aws_iam_role_policy.${name}`],
    },
  ];
}

const LAMBDA = policyDocument({ Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' });
