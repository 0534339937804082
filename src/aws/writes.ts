import {
  type CognitoIdentityProviderClient,
  CreateTermsCommand,
  CreateUserPoolReplicaCommand,
  DeleteGroupCommand,
  DeleteIdentityProviderCommand,
  DeleteManagedLoginBrandingCommand,
  DeleteResourceServerCommand,
  DeleteTermsCommand,
  DeleteUserPoolClientCommand,
  DeleteUserPoolDomainCommand,
  DeleteUserPoolReplicaCommand,
  SetLogDeliveryConfigurationCommand,
  SetRiskConfigurationCommand,
  SetUICustomizationCommand,
  SetUserPoolClientSessionConfigurationCommand,
  SetUserPoolMfaConfigCommand,
  SetUserPoolSessionConfigurationCommand,
  UpdateGroupCommand,
  UpdateIdentityProviderCommand,
  UpdateManagedLoginBrandingCommand,
  UpdateResourceServerCommand,
  UpdateTermsCommand,
  UpdateUserPoolClientCommand,
  UpdateUserPoolCommand,
  UpdateUserPoolDomainCommand,
  UpdateUserPoolReplicaCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { PoolWriter } from '../audit/ports.js';

/** Every call that `fix` may send, and no other. */
const COMMANDS: Readonly<Record<string, new (input: any) => any>> = {
  UpdateUserPool: UpdateUserPoolCommand,
  SetUserPoolMfaConfig: SetUserPoolMfaConfigCommand,
  UpdateUserPoolClient: UpdateUserPoolClientCommand,
  UpdateUserPoolDomain: UpdateUserPoolDomainCommand,
  DeleteUserPoolClient: DeleteUserPoolClientCommand,
  DeleteUserPoolDomain: DeleteUserPoolDomainCommand,
  UpdateIdentityProvider: UpdateIdentityProviderCommand,
  DeleteIdentityProvider: DeleteIdentityProviderCommand,
  UpdateResourceServer: UpdateResourceServerCommand,
  DeleteResourceServer: DeleteResourceServerCommand,
  UpdateGroup: UpdateGroupCommand,
  DeleteGroup: DeleteGroupCommand,
  SetRiskConfiguration: SetRiskConfigurationCommand,
  SetUICustomization: SetUICustomizationCommand,
  UpdateManagedLoginBranding: UpdateManagedLoginBrandingCommand,
  DeleteManagedLoginBranding: DeleteManagedLoginBrandingCommand,
  SetLogDeliveryConfiguration: SetLogDeliveryConfigurationCommand,
  CreateTerms: CreateTermsCommand,
  UpdateTerms: UpdateTermsCommand,
  DeleteTerms: DeleteTermsCommand,
  SetUserPoolSessionConfiguration: SetUserPoolSessionConfigurationCommand,
  SetUserPoolClientSessionConfiguration: SetUserPoolClientSessionConfigurationCommand,
  CreateUserPoolReplica: CreateUserPoolReplicaCommand,
  UpdateUserPoolReplica: UpdateUserPoolReplicaCommand,
  DeleteUserPoolReplica: DeleteUserPoolReplicaCommand,
};

/** The real PoolWriter. */
export function poolWriter(client: CognitoIdentityProviderClient): PoolWriter {
  return {
    send: async ({ operation, input }) => {
      const Command = COMMANDS[operation];
      if (!Command) throw new Error(`fix does not send ${operation}`);
      await client.send(new Command(input));
    },
  };
}
