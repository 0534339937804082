// The yardstick of the audit: the same calls with the same concurrency by the plain SDK, and nothing compared. Prints
// how many calls it made.
import * as sdk from '@aws-sdk/client-cognito-identity-provider';

// As in src/cli/engine/live.ts and src/aws/sections/context.ts.
const POOLS_AT_ONCE = 4;
const CLIENTS_AT_ONCE = 8;
const PAGE = 60;

const [region = ''] = process.argv.slice(2);
const client = new sdk.CognitoIdentityProviderClient({ region });
client.config.cacheMiddleware = true;
let calls = 0;

/** One call; what AWS refuses because there is none is an answer, too. */
async function call(command: any): Promise<any> {
  calls++;
  return client.send(command).catch((error: Error): any => {
    if (['ResourceNotFoundException', 'UserPoolAddOnNotEnabledException'].includes(error.name)) return {};
    throw error;
  });
}

async function poolIds(): Promise<string[]> {
  const ids: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = await call(new sdk.ListUserPoolsCommand({ MaxResults: PAGE, NextToken }));
    ids.push(...page.UserPools.map(({ Id = '' }) => Id));
    NextToken = page.NextToken;
  } while (NextToken);
  return ids;
}

async function readPool(UserPoolId: string): Promise<void> {
  const MaxResults = PAGE;
  await Promise.all([
    call(new sdk.DescribeUserPoolCommand({ UserPoolId })),
    call(new sdk.GetUserPoolMfaConfigCommand({ UserPoolId })),
    call(new sdk.ListIdentityProvidersCommand({ UserPoolId, MaxResults })),
    call(new sdk.ListResourceServersCommand({ UserPoolId, MaxResults: 50 })),
    call(new sdk.ListGroupsCommand({ UserPoolId, Limit: PAGE })),
    call(new sdk.GetUICustomizationCommand({ UserPoolId })),
    call(new sdk.GetLogDeliveryConfigurationCommand({ UserPoolId })),
    call(new sdk.ListTermsCommand({ UserPoolId, MaxResults })),
    call(new sdk.GetUserPoolSessionConfigurationCommand({ UserPoolId })),
    call(new sdk.ListUserPoolReplicasCommand({ UserPoolId })),
    readClients(UserPoolId),
  ]);
}

async function readClients(UserPoolId: string): Promise<void> {
  const { UserPoolClients } = await call(new sdk.ListUserPoolClientsCommand({ UserPoolId, MaxResults: PAGE }));
  const ids: string[] = UserPoolClients.map(({ ClientId = '' }) => ClientId);
  await eachOf(ids, CLIENTS_AT_ONCE, (ClientId) =>
    Promise.all([
      call(new sdk.DescribeUserPoolClientCommand({ UserPoolId, ClientId })),
      call(new sdk.GetUserPoolClientSessionConfigurationCommand({ UserPoolId, ClientId })),
      call(new sdk.ListUserPoolClientSecretsCommand({ UserPoolId, ClientId })),
    ]),
  );
  const { RiskConfiguration } = await call(new sdk.DescribeRiskConfigurationCommand({ UserPoolId }));
  // A pool without threat protection has none, for no client either.
  const rated = RiskConfiguration === undefined ? [] : ids;
  await Promise.all([
    eachOf(rated, CLIENTS_AT_ONCE, (ClientId) =>
      call(new sdk.DescribeRiskConfigurationCommand({ UserPoolId, ClientId })),
    ),
    eachOf(ids, CLIENTS_AT_ONCE, (ClientId) => call(new sdk.GetUICustomizationCommand({ UserPoolId, ClientId }))),
    eachOf(ids, CLIENTS_AT_ONCE, (ClientId) =>
      call(new sdk.DescribeManagedLoginBrandingByClientCommand({ UserPoolId, ClientId, ReturnMergedResources: false })),
    ),
  ]);
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
