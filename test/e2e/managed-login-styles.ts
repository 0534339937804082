import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';

/** Does what the spec leaves to somebody else: makes Cognito's own style for each client whose style is unmanaged. */
export async function makeStyles(endpoint: string, spec: string): Promise<void> {
  const keys = [...spec.matchAll(/path: branding\.(\w+)/g)].map(([, key]) => key);
  if (keys.length === 0) return;
  const region = /region: (\S+)/.exec(spec)?.[1] ?? '';
  const sdk = new CognitoIdentityProvider({
    endpoint,
    region,
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  const name = /name: (\S+)/.exec(spec)?.[1];
  const { UserPools = [] } = await sdk.listUserPools({ MaxResults: 60 });
  const UserPoolId = UserPools.find((pool) => pool.Name === name)?.Id;
  const { UserPoolClients = [] } = await sdk.listUserPoolClients({ UserPoolId });
  for (const { ClientName, ClientId } of UserPoolClients)
    if (keys.includes(ClientName ?? ''))
      await sdk.createManagedLoginBranding({ UserPoolId, ClientId, UseCognitoProvidedValues: true });
  sdk.destroy();
}
