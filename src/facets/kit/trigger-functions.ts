import type { TerraformContext, TerraformResource } from '../../model/facet.js';
import { logicalName } from '../../text/terraform.js';
import { parseArn } from './arn.js';
import { MADE, type MadeTrigger, madeArn, madeTriggers, terraformName } from './made-functions.js';
import { reference } from './reference.js';

/** The settings that hold a function, in the order of the YAML; `kmsKey` is none. */
export const FUNCTIONS = [
  'preSignUp',
  'customMessage',
  'postConfirmation',
  'preAuthentication',
  'postAuthentication',
  'defineAuthChallenge',
  'createAuthChallenge',
  'verifyAuthChallengeResponse',
  'preTokenGeneration',
  'userMigration',
  'customSmsSender',
  'customEmailSender',
  'inboundFederation',
] as const;
interface Permitted {
  /** Without version or alias. */
  readonly functionName: string;
  readonly qualifier: string | undefined;
  readonly name: string;
}

/** A function that the stack makes is referred to, so that it is there before the pool names it. */
export function functionReference(setting: string, arn: string, context: TerraformContext): string {
  const made = madeTriggers(context).find(
    (trigger) => trigger === setting && arn === madeArn(context.identity, trigger),
  );
  return made ? reference('aws_lambda_function', terraformName(made), 'arn') : arn;
}

function permitted(arn: string): Permitted {
  const [name = '', qualifier] = arn.split(':function:')[1]?.split(':') ?? [];
  const functionName = qualifier === undefined ? arn : arn.slice(0, -qualifier.length - 1);
  return { functionName, qualifier, name: qualifier === undefined ? name : `${name}:${qualifier}` };
}

/**
 * Lets Cognito call the functions, each once: without it a deploy succeeds and sign-up fails at run time
 * (hashicorp/terraform-provider-aws#8373). A function of another account is permitted there, by its owner.
 */
export function permissions(values: Readonly<Record<string, unknown>>, context: TerraformContext): TerraformResource[] {
  const { identity } = context;
  const made = new Map(madeTriggers(context).map((trigger) => [madeArn(identity, trigger), trigger]));
  const arns = FUNCTIONS.flatMap((setting) => (typeof values[setting] === 'string' ? [values[setting]] : []));
  // What the stack makes it permits too: nobody else could.
  const wanted = (arn: string) => made.has(arn) || values['permissions'] !== false;
  const own = [...new Set(arns)].filter((arn) => parseArn(arn)?.account === identity.account && wanted(arn)).sort();
  return own.map((arn) => permission(permitted(arn), made.get(arn), identity.id));
}

function permission(
  { functionName, qualifier, name }: Permitted,
  made: MadeTrigger | undefined,
  id: string,
): TerraformResource {
  return {
    type: 'aws_lambda_permission',
    name: logicalName(`trigger_${made ? MADE[made] : name}`),
    arguments: {
      statementId: `poolward-${id}`,
      action: 'lambda:InvokeFunction',
      functionName: made ? reference('aws_lambda_function', terraformName(made), 'arn') : functionName,
      ...(qualifier !== undefined && { qualifier }),
      principal: 'cognito-idp.amazonaws.com',
      sourceArn: reference('aws_cognito_user_pool', 'pool', 'arn'),
    },
  };
}
