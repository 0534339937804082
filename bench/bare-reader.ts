// The yardstick of the audit: the same calls with the same concurrency by the plain SDK, and nothing compared. Prints
// how many calls it made.
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  GetUserPoolMfaConfigCommand,
  paginateListUserPoolClients,
  paginateListUserPools,
} from '@aws-sdk/client-cognito-identity-provider';

// As in src/cli/engine/live.ts and src/aws/sections/context.ts.
const POOLS_AT_ONCE = 4;
const CLIENTS_AT_ONCE = 8;
const PAGE = 60;

const [region = ''] = process.argv.slice(2);
const client = new CognitoIdentityProviderClient({ region });
let calls = 0;

async function poolIds(): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of paginateListUserPools({ client, pageSize: PAGE }, { MaxResults: PAGE })) {
    calls++;
    ids.push(...(page.UserPools ?? []).map(({ Id = '' }) => Id));
  }
  return ids;
}

async function readPool(UserPoolId: string): Promise<void> {
  calls += 2;
  await Promise.all([
    client.send(new DescribeUserPoolCommand({ UserPoolId })),
    client.send(new GetUserPoolMfaConfigCommand({ UserPoolId })),
    readClients(UserPoolId),
  ]);
}

async function readClients(UserPoolId: string): Promise<void> {
  const ids: string[] = [];
  for await (const page of paginateListUserPoolClients({ client, pageSize: PAGE }, { UserPoolId })) {
    calls++;
    ids.push(...(page.UserPoolClients ?? []).map(({ ClientId = '' }) => ClientId));
  }
  await eachOf(ids, CLIENTS_AT_ONCE, (ClientId) => readClient(UserPoolId, ClientId));
}

function readClient(UserPoolId: string, ClientId: string): Promise<unknown> {
  calls++;
  return client.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
}

async function eachOf(items: readonly string[], atOnce: number, work: (item: string) => Promise<unknown>) {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

await eachOf(await poolIds(), POOLS_AT_ONCE, readPool);
process.stdout.write(`${calls}\n`);
client.destroy();
