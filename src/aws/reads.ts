import { type CognitoIdentityProviderClient, ListUserPoolsCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { ListedPool, PoolReader, ReadRequest } from '../audit/ports.js';
import type { Fetched, SectionName, Sections, Snapshot } from '../model/facet.js';
import { Unread } from '../model/sections.js';
import { awsReason, isPoolGone } from './errors.js';
import { attempt, listAll, PAGE, type ReadContext, SectionUnread } from './sections/context.js';
import { SECTION_READERS } from './sections/index.js';

/** The real PoolReader; `account` tells whose the credentials are. */
export function poolReader(
  client: CognitoIdentityProviderClient,
  account: () => Promise<string | undefined> = async () => undefined,
): PoolReader {
  // Thousands of calls of a few commands: the SDK need not put its middleware together anew for each of them.
  client.config.cacheMiddleware = true;
  let pools: Promise<readonly ListedPool[]> | undefined;
  const list = () => {
    pools ??= listPools(client).catch((cause) => {
      throw new Unread(awsReason(cause), { cause });
    });
    return pools;
  };
  return {
    list,
    account: () => account().catch(() => undefined),
    find: async (name) => (await list()).filter((pool) => pool.name === name).map((pool) => pool.id),
    read: (request) => readPool(client, request),
  };
}

async function listPools(client: CognitoIdentityProviderClient): Promise<ListedPool[]> {
  const found = await listAll(
    (NextToken) => client.send(new ListUserPoolsCommand({ MaxResults: PAGE, NextToken })),
    (page) => page.UserPools,
    (pool) => pool.Id,
  );
  return found.map(({ Id = '', Name = '' }) => ({ id: Id, name: Name }));
}

async function readPool(client: CognitoIdentityProviderClient, request: ReadRequest): Promise<Snapshot> {
  const started = new Map<SectionName, Promise<Fetched<unknown>>>();
  const start = (name: SectionName): Promise<Fetched<unknown>> => {
    const reading = started.get(name) ?? attempt<unknown>(() => SECTION_READERS[name](context));
    started.set(name, reading);
    return reading;
  };
  const context: ReadContext = {
    client,
    request,
    UserPoolId: request.poolId,
    section: async (name) => read(name, await start(name)) as Sections[typeof name],
  };
  const sections = await Promise.all(request.sections.map(async (name) => [name, await start(name)] as const));
  return Object.fromEntries(goneSince(sections)) as Snapshot;
}

/** A pool that was deleted while it was read: what was read of it before is of no pool. */
function goneSince(sections: readonly (readonly [SectionName, Fetched<unknown>])[]): typeof sections {
  const gone = sections.find(([, fetched]) => !fetched.ok && isPoolGone(fetched.reason))?.[1];
  return gone === undefined ? sections : sections.map(([name]) => [name, gone] as const);
}

function read(name: SectionName, fetched: Fetched<unknown>): unknown {
  if (fetched.ok) return fetched.value;
  throw new SectionUnread(`${name}: ${fetched.reason}`);
}
