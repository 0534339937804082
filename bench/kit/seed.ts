import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DescribeUserPoolCommand,
  SetUserPoolMfaConfigCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { type BenchPool, REGION } from './specs.js';

/** A pool in the sandbox. */
export interface Seeded {
  readonly pool: BenchPool;
  readonly poolId: string;
  readonly clientIds: ReadonlyMap<string, string>;
  /** As Terraform's state has them. */
  readonly created: string;
  readonly modified: string;
}

/** Makes the pools as a deploy of their specs makes them, defaults written out, by plain SDK calls. */
export async function seed(endpoint: string, pools: readonly BenchPool[]): Promise<Seeded[]> {
  const sdk = new CognitoIdentityProviderClient({ endpoint, region: REGION, credentials: NOBODY });
  const seeded: Seeded[] = [];
  for (const pool of pools) seeded.push(await seedPool(sdk, pool));
  sdk.destroy();
  return seeded;
}

const NOBODY = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' };

async function seedPool(sdk: CognitoIdentityProviderClient, pool: BenchPool): Promise<Seeded> {
  const UserPoolId = await createPool(sdk, pool.id);
  await sdk.send(
    new SetUserPoolMfaConfigCommand({
      UserPoolId,
      MfaConfiguration: 'OPTIONAL',
      SoftwareTokenMfaConfiguration: { Enabled: true },
    }),
  );
  const ids = await Promise.all(pool.clients.map((name) => createClient(sdk, UserPoolId, name)));
  const { UserPool } = await sdk.send(new DescribeUserPoolCommand({ UserPoolId }));
  const [created, modified] = [seconds(UserPool?.CreationDate), seconds(UserPool?.LastModifiedDate)];
  return { pool, poolId: UserPoolId, clientIds: new Map(ids), created, modified };
}

function seconds(date: Date | undefined): string {
  return (date ?? new Date(0)).toISOString().replace(/\.\d+Z$/, 'Z');
}

async function createPool(sdk: CognitoIdentityProviderClient, id: string): Promise<string> {
  const { UserPool } = await sdk.send(
    new CreateUserPoolCommand({
      PoolName: id,
      UserPoolTier: 'ESSENTIALS',
      DeletionProtection: 'ACTIVE',
      UserPoolTags: { team: 'identity' },
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      Policies: {
        PasswordPolicy: {
          MinimumLength: 12,
          RequireLowercase: true,
          RequireUppercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          PasswordHistorySize: 5,
          TemporaryPasswordValidityDays: 3,
        },
      },
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Name: 'verified_email', Priority: 1 },
          { Name: 'verified_phone_number', Priority: 2 },
        ],
      },
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      AutoVerifiedAttributes: ['email'],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
      UserPoolAddOns: { AdvancedSecurityMode: 'OFF' },
    }),
  );
  return UserPool?.Id ?? '';
}

async function createClient(
  sdk: CognitoIdentityProviderClient,
  UserPoolId: string,
  ClientName: string,
): Promise<[string, string]> {
  const { UserPoolClient } = await sdk.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName,
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
      PreventUserExistenceErrors: 'ENABLED',
      AuthSessionValidity: 5,
      AccessTokenValidity: 30,
      IdTokenValidity: 1,
      RefreshTokenValidity: 30,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'hours', RefreshToken: 'days' },
    }),
  );
  return [ClientName, UserPoolClient?.ClientId ?? ''];
}
