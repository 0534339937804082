import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  paginateListAttachedRolePolicies,
  paginateListRolePolicies,
} from '@aws-sdk/client-iam';
import { said, unlessGone } from './errors.js';
import type { Ask } from './services.js';

export const role: Ask<'role'> = async (open, region, RoleName) => {
  const client = await open(IAMClient, region);
  const found = await unlessGone(['NoSuchEntityException'], client.send(new GetRoleCommand({ RoleName })));
  return (
    found && {
      trust: documentOf(found.Role?.AssumeRolePolicyDocument),
      boundary: found.Role?.PermissionsBoundary?.PermissionsBoundaryArn,
    }
  );
};

export const rolePolicies: Ask<'rolePolicies'> = async (open, region, RoleName) => {
  const client = await open(IAMClient, region);
  const documents: string[] = [];
  for await (const { PolicyNames = [] } of paginateListRolePolicies({ client }, { RoleName }))
    for (const PolicyName of PolicyNames)
      documents.push(
        documentOf((await client.send(new GetRolePolicyCommand({ RoleName, PolicyName }))).PolicyDocument),
      );
  for await (const { AttachedPolicies = [] } of paginateListAttachedRolePolicies({ client }, { RoleName }))
    for (const { PolicyArn } of AttachedPolicies) documents.push(await managed(client, PolicyArn));
  return documents;
};

export const policy: Ask<'policy'> = async (open, region, arn) => managed(await open(IAMClient, region), arn);

async function managed(client: IAMClient, PolicyArn: string | undefined): Promise<string> {
  const { Policy } = await client.send(new GetPolicyCommand({ PolicyArn }));
  const VersionId = Policy?.DefaultVersionId;
  return documentOf((await client.send(new GetPolicyVersionCommand({ PolicyArn, VersionId }))).PolicyVersion?.Document);
}

/** "Policies returned by this operation are URL-encoded compliant with RFC 3986." */
function documentOf(encoded: string | undefined): string {
  return decodeURIComponent(said('a policy document', encoded));
}
