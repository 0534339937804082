import { createHmac } from 'node:crypto';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import type { Sandbox } from '../../src/sandbox/index.js';

/** As a user resets a forgotten password at the sign-in page: asks for a code, reads the mail, and sets another. */
export async function resetPassword(
  sandbox: Sandbox,
  UserPoolId: string,
  { user, password }: { readonly user: string; readonly password: string },
): Promise<void> {
  const credentials = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' };
  const sdk = new CognitoIdentityProvider({
    endpoint: sandbox.url,
    region: UserPoolId.split('_')[0] ?? '',
    credentials,
  });
  const { UserPoolClients = [] } = await sdk.listUserPoolClients({ UserPoolId });
  const { UserPoolClient } = await sdk.describeUserPoolClient({ UserPoolId, ClientId: UserPoolClients[0]?.ClientId });
  const { ClientId = '', ClientSecret = '' } = UserPoolClient ?? {};
  const SecretHash = createHmac('sha256', ClientSecret).update(`${user}${ClientId}`).digest('base64');
  const who = { ClientId, Username: user, ...(ClientSecret && { SecretHash }) };
  await sdk.forgotPassword(who);
  const ConfirmationCode = sandbox.messages.at(-1)?.code;
  await sdk.confirmForgotPassword({ ...who, ConfirmationCode, Password: password });
  sdk.destroy();
}
