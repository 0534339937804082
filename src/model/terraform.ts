import type { CloudwatchLogGroupConfig } from '@cdktf/provider-aws/lib/cloudwatch-log-group/index.js';
import type { CognitoIdentityProviderConfig } from '@cdktf/provider-aws/lib/cognito-identity-provider/index.js';
import type { CognitoLogDeliveryConfigurationConfig } from '@cdktf/provider-aws/lib/cognito-log-delivery-configuration/index.js';
import type { CognitoManagedLoginBrandingConfig } from '@cdktf/provider-aws/lib/cognito-managed-login-branding/index.js';
import type { CognitoResourceServerConfig } from '@cdktf/provider-aws/lib/cognito-resource-server/index.js';
import type { CognitoRiskConfigurationConfig } from '@cdktf/provider-aws/lib/cognito-risk-configuration/index.js';
import type { CognitoUserConfig } from '@cdktf/provider-aws/lib/cognito-user/index.js';
import type { CognitoUserGroupConfig } from '@cdktf/provider-aws/lib/cognito-user-group/index.js';
import type { CognitoUserPoolConfig } from '@cdktf/provider-aws/lib/cognito-user-pool/index.js';
import type { CognitoUserPoolClientConfig } from '@cdktf/provider-aws/lib/cognito-user-pool-client/index.js';
import type { CognitoUserPoolDomainConfig } from '@cdktf/provider-aws/lib/cognito-user-pool-domain/index.js';
import type { CognitoUserPoolUiCustomizationConfig } from '@cdktf/provider-aws/lib/cognito-user-pool-ui-customization/index.js';
import type { IamRoleConfig } from '@cdktf/provider-aws/lib/iam-role/index.js';
import type { IamRolePolicyConfig } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import type { LambdaFunctionConfig } from '@cdktf/provider-aws/lib/lambda-function/index.js';
import type { LambdaPermissionConfig } from '@cdktf/provider-aws/lib/lambda-permission/index.js';
import type { Sesv2EmailIdentityConfig } from '@cdktf/provider-aws/lib/sesv2-email-identity/index.js';
import type { IResolvable } from 'cdktf';

/** Plain form of the bindings' types: no tokens, everything optional. */
export type Plain<T> = T extends IResolvable
  ? never
  : T extends readonly (infer U)[]
    ? readonly Plain<U>[]
    : T extends (...args: never[]) => unknown
      ? never
      : T extends object
        ? { readonly [K in keyof T]?: Plain<T[K]> | undefined }
        : T;

/** Arguments of the Terraform resources that facets write, in the bindings' spelling. */
export interface TerraformArguments {
  readonly aws_cognito_user_pool: Plain<CognitoUserPoolConfig>;
  readonly aws_cognito_user_pool_client: Plain<CognitoUserPoolClientConfig>;
  readonly aws_cognito_user_pool_domain: Plain<CognitoUserPoolDomainConfig>;
  readonly aws_cognito_user: Plain<CognitoUserConfig>;
  readonly aws_cognito_user_group: Plain<CognitoUserGroupConfig>;
  readonly aws_cognito_identity_provider: Plain<CognitoIdentityProviderConfig>;
  readonly aws_cognito_resource_server: Plain<CognitoResourceServerConfig>;
  readonly aws_cognito_risk_configuration: Plain<CognitoRiskConfigurationConfig>;
  readonly aws_cognito_user_pool_ui_customization: Plain<CognitoUserPoolUiCustomizationConfig>;
  readonly aws_cognito_managed_login_branding: Plain<CognitoManagedLoginBrandingConfig>;
  readonly aws_cognito_log_delivery_configuration: Plain<CognitoLogDeliveryConfigurationConfig>;
  readonly aws_cloudwatch_log_group: Plain<CloudwatchLogGroupConfig>;
  readonly aws_iam_role: Plain<IamRoleConfig>;
  readonly aws_iam_role_policy: Plain<IamRolePolicyConfig>;
  readonly aws_lambda_function: Plain<LambdaFunctionConfig>;
  readonly aws_lambda_permission: Plain<LambdaPermissionConfig>;
  readonly aws_sesv2_email_identity: Plain<Sesv2EmailIdentityConfig>;
}
export type TerraformType = keyof TerraformArguments;

/** A resource as data. `synth/stack.ts` is the only place that makes cdktf constructs of it. */
export type TerraformResource = {
  readonly [T in TerraformType]: {
    readonly type: T;
    /** Logical name; unique per type, never changes for the same spec key. */
    readonly name: string;
    readonly arguments: TerraformArguments[T];
    readonly lifecycle?: {
      readonly preventDestroy?: boolean;
      readonly ignoreChanges?: readonly string[];
    };
    /** Addresses `type.name` that must exist first. */
    readonly dependsOn?: readonly string[];
    /** The id with which `terraform import` takes an existing one, where that is known before it is read. */
    readonly importId?: string;
  };
}[TerraformType];
