import {
  type CognitoIdentityProviderClient,
  DeleteUserPoolClientCommand,
  DeleteUserPoolDomainCommand,
  SetUserPoolMfaConfigCommand,
  UpdateUserPoolClientCommand,
  UpdateUserPoolCommand,
  UpdateUserPoolDomainCommand,
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
