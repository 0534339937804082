import { ListUserPoolReplicasCommand, type UserPoolReplicaType } from '@aws-sdk/client-cognito-identity-provider';
import type { SectionReader } from './context.js';

/** The list holds the pool itself too, as the primary. */
export const replicas: SectionReader<'replicas'> = async ({ client, UserPoolId }) => {
  const found: UserPoolReplicaType[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(new ListUserPoolReplicasCommand({ UserPoolId, NextToken }));
    found.push(...(page.UserPoolReplicas ?? []));
    NextToken = page.NextToken;
  } while (NextToken);
  return found
    .filter(({ Role }) => Role !== 'PRIMARY')
    .map((value) => ({ name: value.RegionName ?? '', item: { ok: true, value } }));
};
