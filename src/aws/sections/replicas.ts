import { ListUserPoolReplicasCommand } from '@aws-sdk/client-cognito-identity-provider';
import { listAll, type SectionReader } from './context.js';

/** The list holds the pool itself too, as the primary. */
export const replicas: SectionReader<'replicas'> = async ({ client, UserPoolId }) => {
  const found = await listAll(
    (NextToken) => client.send(new ListUserPoolReplicasCommand({ UserPoolId, NextToken })),
    (page) => page.UserPoolReplicas,
    (replica) => replica.RegionName,
  );
  return found
    .filter(({ Role }) => Role !== 'PRIMARY')
    .map((value) => ({ name: value.RegionName ?? '', item: { ok: true, value } }));
};
