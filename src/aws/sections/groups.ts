import { ListGroupsCommand } from '@aws-sdk/client-cognito-identity-provider';
import { listAll, PAGE, type SectionReader } from './context.js';

/** The list holds all that GetGroup would tell. */
export const groups: SectionReader<'groups'> = async ({ client, UserPoolId }) => {
  const listed = await listAll(
    (NextToken) => client.send(new ListGroupsCommand({ UserPoolId, Limit: PAGE, NextToken })),
    (page) => page.Groups,
    (group) => group.GroupName,
  );
  return listed.map((group) => ({ name: group.GroupName ?? '', item: { ok: true, value: group } }));
};
