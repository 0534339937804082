import { ListResourceServersCommand } from '@aws-sdk/client-cognito-identity-provider';
import { listAll, type SectionReader } from './context.js';

/** The most that AWS gives a page of resource servers. */
const MOST = 50;

/** The list holds all that DescribeResourceServer would tell. */
export const resourceServers: SectionReader<'resourceServers'> = async ({ client, UserPoolId }) => {
  const listed = await listAll(
    (NextToken) => client.send(new ListResourceServersCommand({ UserPoolId, MaxResults: MOST, NextToken })),
    (page) => page.ResourceServers,
    (server) => server.Identifier,
  );
  return listed.map((server) => ({ name: server.Identifier ?? '', item: { ok: true, value: server } }));
};
