import {
  type CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  DescribeUserPoolDomainCommand,
  type DomainDescriptionType,
  GetUserPoolMfaConfigCommand,
  ListUsersCommand,
  paginateListUserPoolClients,
  paginateListUserPools,
  type UserPoolClientDescription,
  type UserPoolClientType,
  type UserPoolType,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { PoolReader, ReadRequest } from '../audit/ports.js';
import type { Fetched, Listed, SectionName, Snapshot } from '../model/facet.js';
import { awsReason } from './errors.js';

/** Requests of one pool under way at once: enough to hide the latency, few enough for AWS's 5 a second and operation. */
const AT_ONCE = 8;
/** The most that AWS gives a page. */
const PAGE = 60;

/** The real PoolReader. */
export function poolReader(client: CognitoIdentityProviderClient): PoolReader {
  let names: Promise<readonly { readonly id: string; readonly name: string }[]> | undefined;
  return {
    find: async (name) => {
      names ??= listPools(client);
      return (await names).filter((pool) => pool.name === name).map((pool) => pool.id);
    },
    read: (request) => readPool(client, request),
  };
}

async function listPools(client: CognitoIdentityProviderClient): Promise<{ id: string; name: string }[]> {
  const found: { id: string; name: string }[] = [];
  for await (const page of paginateListUserPools({ client, pageSize: PAGE }, { MaxResults: PAGE }))
    found.push(...(page.UserPools ?? []).map((pool) => ({ id: pool.Id ?? '', name: pool.Name ?? '' })));
  return found;
}

async function readPool(client: CognitoIdentityProviderClient, request: ReadRequest): Promise<Snapshot> {
  const { poolId: UserPoolId } = request;
  const described = attempt(async () =>
    poolOf((await client.send(new DescribeUserPoolCommand({ UserPoolId }))).UserPool),
  );
  const readers: { readonly [S in SectionName]: () => Promise<Fetched<unknown>> } = {
    pool: () => described,
    mfa: () => attempt(() => client.send(new GetUserPoolMfaConfigCommand({ UserPoolId }))),
    clients: () => attempt(() => readClients(client, UserPoolId)),
    domains: () => attempt(async () => readDomains(client, taken(await described))),
    users: () => attempt(() => readUsers(client, UserPoolId, request.users)),
  };
  const sections = await Promise.all(
    request.sections.map(async (section) => [section, await readers[section]()] as const),
  );
  return Object.fromEntries(sections) as Snapshot;
}

/** DescribeUserPool without a pool would read as a pool with every default. */
function poolOf(pool: UserPoolType | undefined): UserPoolType {
  if (!pool?.Id) throw new Error('DescribeUserPool answered without a pool');
  return pool;
}

async function attempt<T>(work: () => Promise<T>): Promise<Fetched<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, reason: awsReason(error) };
  }
}

function taken<T>(fetched: Fetched<T>): T {
  if (fetched.ok) return fetched.value;
  throw new Error(fetched.reason);
}

async function readClients(
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
): Promise<Listed<UserPoolClientType>[]> {
  const listed: UserPoolClientDescription[] = [];
  for await (const page of paginateListUserPoolClients({ client, pageSize: PAGE }, { UserPoolId }))
    listed.push(...(page.UserPoolClients ?? []));
  return inParallel(listed, async ({ ClientId, ClientName }) => ({
    name: ClientName ?? '',
    ...(ClientId && { id: ClientId }),
    item: await attempt(async () => {
      const answer = await client.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
      if (!answer.UserPoolClient) throw new Error('DescribeUserPoolClient answered without a client');
      return withoutSecret(answer.UserPoolClient);
    }),
  }));
}

/** Whether there is a secret is a setting; what it is must not travel any further. */
function withoutSecret(client: UserPoolClientType): UserPoolClientType {
  return client.ClientSecret === undefined ? client : { ...client, ClientSecret: '<redacted>' };
}

/** There is no list operation: DescribeUserPool names the prefix domain and the custom domain. */
async function readDomains(
  client: CognitoIdentityProviderClient,
  pool: UserPoolType,
): Promise<Listed<DomainDescriptionType>[]> {
  const names = [pool.Domain, pool.CustomDomain].filter((name): name is string => Boolean(name));
  return inParallel(names, async (Domain) => ({
    name: Domain,
    item: await attempt(async () => {
      const answer = await client.send(new DescribeUserPoolDomainCommand({ Domain }));
      return answer.DomainDescription ?? {};
    }),
  }));
}

/** Declared users only, by ListUsers: AdminGetUser would bill each of them as monthly active. */
async function readUsers(
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  names: readonly string[],
): Promise<Listed<UserType>[]> {
  const found = await inParallel(names, async (name) => {
    const item = await attempt(() => findUser(client, UserPoolId, name));
    return item.ok && item.value === undefined ? [] : [{ name, item: item as Fetched<UserType> }];
  });
  return found.flat();
}

/** In a pool whose user name is an attribute the name is a UUID, and the address or number is the attribute. */
async function findUser(
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  name: string,
): Promise<UserType | undefined> {
  const value = name.replace(/(["\\])/g, '\\$1');
  const attributes = [
    'username',
    ...(name.includes('@') ? ['email'] : []),
    ...(name.startsWith('+') ? ['phone_number'] : []),
  ];
  for (const attribute of attributes) {
    const answer = await client.send(
      new ListUsersCommand({ UserPoolId, Filter: `${attribute} = "${value}"`, Limit: 2 }),
    );
    if (answer.Users?.[0]) return answer.Users[0];
  }
  return undefined;
}

/** Works through a list, a few at once, in order of the list. */
async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(items.length);
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index] as T);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
  return results;
}
