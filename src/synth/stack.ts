// The only file that imports cdktf and the provider's bindings as values. Moving to the maintained fork (cdktn) is a
// change of the import lines below.
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import * as cdktf from 'cdktf';
import { filesIn } from '../facets/kit/reference.js';
import { PoolwardError } from '../model/errors.js';
import { Expression } from '../model/expression.js';
import type { PoolIdentity, TerraformResource, TerraformType } from '../model/facet.js';
import { terraformLiteral } from '../text/terraform.js';

type Construct = new (scope: cdktf.TerraformStack, id: string, config: any) => cdktf.TerraformResource;

/** By deep path: the package as a whole costs 1.5 s and 500 MB to load, one resource 75 ms. */
const CONSTRUCTS: { readonly [T in TerraformType]: () => Promise<Construct> } = {
  aws_cognito_user_pool: async () =>
    (await import('@cdktf/provider-aws/lib/cognito-user-pool/index.js')).CognitoUserPool,
  aws_cognito_user_pool_client: async () =>
    (await import('@cdktf/provider-aws/lib/cognito-user-pool-client/index.js')).CognitoUserPoolClient,
  aws_cognito_user_pool_domain: async () =>
    (await import('@cdktf/provider-aws/lib/cognito-user-pool-domain/index.js')).CognitoUserPoolDomain,
  aws_cognito_identity_provider: async () =>
    (await import('@cdktf/provider-aws/lib/cognito-identity-provider/index.js')).CognitoIdentityProvider,
  aws_cognito_resource_server: async () =>
    (await import('@cdktf/provider-aws/lib/cognito-resource-server/index.js')).CognitoResourceServer,
  aws_cognito_user_group: async () =>
    (await import('@cdktf/provider-aws/lib/cognito-user-group/index.js')).CognitoUserGroup,
  aws_cloudwatch_log_group: async () =>
    (await import('@cdktf/provider-aws/lib/cloudwatch-log-group/index.js')).CloudwatchLogGroup,
  aws_lambda_function: async () => (await import('@cdktf/provider-aws/lib/lambda-function/index.js')).LambdaFunction,
  aws_lambda_permission: async () =>
    (await import('@cdktf/provider-aws/lib/lambda-permission/index.js')).LambdaPermission,
  aws_cognito_risk_configuration: async () =>
    (await import('@cdktf/provider-aws/lib/cognito-risk-configuration/index.js')).CognitoRiskConfiguration,
  aws_cognito_user_pool_ui_customization: async () =>
    (await import('@cdktf/provider-aws/lib/cognito-user-pool-ui-customization/index.js'))
      .CognitoUserPoolUiCustomization,
  aws_cognito_managed_login_branding: async () =>
    (await import('@cdktf/provider-aws/lib/cognito-managed-login-branding/index.js')).CognitoManagedLoginBranding,
  aws_cognito_log_delivery_configuration: async () =>
    (await import('@cdktf/provider-aws/lib/cognito-log-delivery-configuration/index.js'))
      .CognitoLogDeliveryConfiguration,
  aws_cognito_user: async () => (await import('@cdktf/provider-aws/lib/cognito-user/index.js')).CognitoUser,
  aws_iam_role: async () => (await import('@cdktf/provider-aws/lib/iam-role/index.js')).IamRole,
  aws_iam_role_policy: async () => (await import('@cdktf/provider-aws/lib/iam-role-policy/index.js')).IamRolePolicy,
  aws_sesv2_email_identity: async () =>
    (await import('@cdktf/provider-aws/lib/sesv2-email-identity/index.js')).Sesv2EmailIdentity,
};

/** One stack: a pool and what belongs to it. */
export interface StackPlan {
  readonly identity: PoolIdentity;
  readonly resources: readonly TerraformResource[];
  /** Addresses that Terraform forgets without destroying. */
  readonly forgotten: readonly string[];
  readonly outputs: Readonly<
    Record<string, { readonly value: unknown; readonly sensitive?: boolean; readonly description: string }>
  >;
  /** Names of input variables, all of them secrets: `TF_VAR_<name>`. */
  readonly variables: readonly string[];
  /** Version constraint of hashicorp/aws. */
  readonly providerVersion: string;
  /** Kind and arguments of the backend block. */
  readonly backend: readonly [kind: string, settings: Readonly<Record<string, unknown>>];
}

/** Writes the Terraform JSON of all stacks into a folder, as `cdktf synth` expects it of its app. */
export async function writeStacks(plans: readonly StackPlan[], outdir: string): Promise<void> {
  const app = new cdktf.App({ outdir, skipValidation: false });
  for (const plan of plans) await addStack(app, plan);
  app.synth();
  for (const plan of plans) copyArchives(plan, join(outdir, 'stacks', plan.identity.id));
}

/** The code of functions, beside the Terraform JSON that names it. */
function copyArchives({ resources }: StackPlan, folder: string): void {
  for (const name of filesIn(resources)) copyFileSync(archive(name), join(folder, name));
}

/** This file is somewhere in the package, as a source or in a bundle; the archives are in `dist/triggers`. */
function archive(name: string): string {
  for (let folder = new URL('.', import.meta.url); ; folder = new URL('..', folder)) {
    const file = fileURLToPath(new URL(`dist/triggers/${name}`, folder));
    if (existsSync(file)) return file;
    if (folder.pathname === new URL('..', folder).pathname) throw archiveMissing(name);
  }
}

function archiveMissing(name: string): PoolwardError {
  return new PoolwardError(
    'function-missing',
    `The code of a function, dist/triggers/${name}, is not in this installation.`,
    {
      fault: 'environment',
      help: 'Install poolward again; in its own repository, npm run build.',
    },
  );
}

async function addStack(app: cdktf.App, plan: StackPlan): Promise<void> {
  const stack = new cdktf.TerraformStack(app, plan.identity.id);
  // The provider refuses to act in another account: credentials of the wrong one fail before anything is planned.
  new AwsProvider(stack, 'aws', { region: plan.identity.region, allowedAccountIds: [plan.identity.account] });
  stack.addOverride('terraform.required_providers.aws', { source: 'hashicorp/aws', version: plan.providerVersion });
  // `removed` blocks. Source: https://developer.hashicorp.com/terraform/language/block/removed
  stack.addOverride('terraform.required_version', '>= 1.7.0');
  // Not escaped: Terraform evaluates nothing here, and the schema lets no expression in.
  const [kind, settings] = plan.backend;
  stack.addOverride('terraform.backend', { [kind]: settings });
  for (const resource of plan.resources) await addResource(stack, resource);
  if (plan.forgotten.length > 0)
    stack.addOverride(
      'removed',
      plan.forgotten.map((from) => ({ from, lifecycle: { destroy: false } })),
    );
  for (const name of plan.variables) stack.addOverride(`variable.${name}`, { type: 'string', sensitive: true });
  for (const [name, output] of Object.entries(plan.outputs)) addOutput(stack, name, output);
}

async function addResource(stack: cdktf.TerraformStack, resource: TerraformResource): Promise<void> {
  const Resource = await CONSTRUCTS[resource.type]();
  const { lifecycle } = resource;
  const made = new Resource(stack, `${resource.type}.${resource.name}`, {
    ...(expressed(resource.arguments) as object),
    ...(lifecycle && {
      lifecycle: { preventDestroy: lifecycle.preventDestroy, ignoreChanges: lifecycle.ignoreChanges },
    }),
  });
  made.overrideLogicalId(resource.name);
  if (resource.dependsOn) made.addOverride('depends_on', resource.dependsOn);
}

function addOutput(
  stack: cdktf.TerraformStack,
  name: string,
  { value, sensitive, description }: StackPlan['outputs'][string],
): void {
  const output = new cdktf.TerraformOutput(stack, `output.${name}`, {
    value: expressed(value),
    description,
    ...(sensitive && { sensitive }),
  });
  output.overrideLogicalId(name);
}

/** Only our own expressions are written as such; a text never becomes one, whatever it holds. */
function expressed(value: unknown): unknown {
  if (value instanceof Expression) return `\${${value.terraform}}`;
  if (typeof value === 'string') return terraformLiteral(value);
  if (Array.isArray(value)) return value.map(expressed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [terraformLiteral(key), expressed(member)]));
}
