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
import { NotKnown, type PoolWriter } from '../audit/ports.js';
import { awsReason } from './errors.js';

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
      const command = new Command(input);
      command.middlewareStack.addRelativeTo(once, ONCE);
      await client.send(command).catch(told);
    },
  };
}

/**
 * Inside of the SDK's retries: a call that may have arrived is not sent a second time, because what it repeats may have
 * changed by then. What AWS itself did not take (throttling) is. No `cause`: the SDK would retry for its sake.
 */
const once = (next: (args: unknown) => Promise<unknown>) => (args: unknown) => next(args).catch(told);

function told(error: unknown): never {
  throw error instanceof NotKnown || wasAnswered(error) ? error : new NotKnown(awsReason(error));
}

const ONCE = { relation: 'after', toMiddleware: 'retryMiddleware', name: 'poolwardOnce' } as const;

/** AWS says no with 4xx. With 5xx it failed over the call, and an answer that cannot be read says nothing. */
function wasAnswered(error: unknown): boolean {
  const { $metadata, $response } = error as Answered;
  const status = $metadata?.httpStatusCode ?? $response?.statusCode ?? 0;
  return status >= 400 && status < 500;
}

interface Answered {
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $response?: { readonly statusCode?: number };
}
