import { paginateListResourceServers, type ResourceServerType } from '@aws-sdk/client-cognito-identity-provider';
import type { SectionReader } from './context.js';

/** The most that AWS gives a page of resource servers. */
const MOST = 50;

/** The list holds all that DescribeResourceServer would tell. */
export const resourceServers: SectionReader<'resourceServers'> = async ({ client, UserPoolId }) => {
  const listed: ResourceServerType[] = [];
  for await (const page of paginateListResourceServers({ client, pageSize: MOST }, { UserPoolId }))
    listed.push(...(page.ResourceServers ?? []));
  return listed.map((server) => ({ name: server.Identifier ?? '', item: { ok: true, value: server } }));
};
