import {
  DescribeUserPoolClientCommand,
  ListUserPoolClientsCommand,
  type UserPoolClientType,
} from '@aws-sdk/client-cognito-identity-provider';
import { clientParts } from './client-parts.js';
import { attempt, inParallel, listAll, PAGE, type ReadContext, type SectionReader } from './context.js';

export const clients: SectionReader<'clients'> = async (context) => {
  const { client, UserPoolId } = context;
  const listed = await listAll(
    (NextToken) => client.send(new ListUserPoolClientsCommand({ UserPoolId, MaxResults: PAGE, NextToken })),
    (page) => page.UserPoolClients,
    (one) => one.ClientId,
  );
  return inParallel(listed, async ({ ClientId, ClientName }) => ({
    name: ClientName ?? '',
    ...(ClientId && { id: ClientId }),
    item: await attempt(async () => {
      const [described, parts] = await Promise.all([describe(context, ClientId), clientParts(context, ClientId)]);
      return { ...described, ...parts };
    }),
  }));
};

async function describe(
  { client, UserPoolId }: ReadContext,
  ClientId: string | undefined,
): Promise<UserPoolClientType> {
  const { UserPoolClient } = await client.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
  if (!UserPoolClient) throw new Error('DescribeUserPoolClient answered without a client');
  return withoutSecret(UserPoolClient);
}

/** Whether there is a secret is a setting; what it is must not travel any further. */
function withoutSecret(client: UserPoolClientType): UserPoolClientType {
  return client.ClientSecret === undefined ? client : { ...client, ClientSecret: '<redacted>' };
}
