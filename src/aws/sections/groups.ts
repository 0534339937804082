import { type GroupType, paginateListGroups } from '@aws-sdk/client-cognito-identity-provider';
import { PAGE, type SectionReader } from './context.js';

/** The list holds all that GetGroup would tell. */
export const groups: SectionReader<'groups'> = async ({ client, UserPoolId }) => {
  const listed: GroupType[] = [];
  for await (const page of paginateListGroups({ client, pageSize: PAGE }, { UserPoolId }))
    listed.push(...(page.Groups ?? []));
  return listed.map((group) => ({ name: group.GroupName ?? '', item: { ok: true, value: group } }));
};
