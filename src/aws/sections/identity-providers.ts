import {
  DescribeIdentityProviderCommand,
  type IdentityProviderType,
  ListIdentityProvidersCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { attempt, inParallel, listAll, PAGE, type ReadContext, type SectionReader } from './context.js';

export const identityProviders: SectionReader<'identityProviders'> = async (context) => {
  const { client, UserPoolId } = context;
  const listed = await listAll(
    (NextToken) => client.send(new ListIdentityProvidersCommand({ UserPoolId, MaxResults: PAGE, NextToken })),
    (page) => page.Providers,
    (provider) => provider.ProviderName,
  );
  const names = listed.map(({ ProviderName }) => ProviderName ?? '');
  return inParallel(names, async (name) => ({ name, item: await attempt(() => describe(context, name)) }));
};

async function describe({ client, UserPoolId }: ReadContext, ProviderName: string): Promise<IdentityProviderType> {
  const command = new DescribeIdentityProviderCommand({ UserPoolId, ProviderName });
  const { IdentityProvider } = await client.send(command);
  if (!IdentityProvider) throw new Error('DescribeIdentityProvider answered without a provider');
  return withoutSecrets(IdentityProvider);
}

const SECRETS = ['client_secret', 'private_key'];

/** AWS answers the client secret in clear text. Whether there is one is a setting; what it is must not travel any further. */
function withoutSecrets(provider: IdentityProviderType): IdentityProviderType {
  const details = Object.entries(provider.ProviderDetails ?? {});
  const ProviderDetails = details.map(([key, value]) => [key, SECRETS.includes(key) ? '<redacted>' : value]);
  return { ...provider, ProviderDetails: Object.fromEntries(ProviderDetails) };
}
