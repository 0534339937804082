import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
} from '@aws-sdk/client-iam';
import { said, unlessGone } from './errors.js';
import { listAll } from './sections/context.js';
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
  const names = await listAll(
    async (Marker) => following(await client.send(new ListRolePoliciesCommand({ RoleName, Marker }))),
    (page) => page.PolicyNames,
    (name) => name,
  );
  const attached = await listAll(
    async (Marker) => following(await client.send(new ListAttachedRolePoliciesCommand({ RoleName, Marker }))),
    (page) => page.AttachedPolicies,
    ({ PolicyArn }) => PolicyArn,
  );
  const documents: string[] = [];
  for (const PolicyName of names)
    documents.push(documentOf((await client.send(new GetRolePolicyCommand({ RoleName, PolicyName }))).PolicyDocument));
  for (const { PolicyArn } of attached) documents.push(await managed(client, PolicyArn));
  return documents;
};

/** IAM's word for the token of the next page. */
function following<P extends { readonly Marker?: string | undefined }>(page: P): P & { NextToken: string | undefined } {
  return { ...page, NextToken: page.Marker };
}

export const policy: Ask<'policy'> = async (open, region, arn) => managed(await open(IAMClient, region), arn);

async function managed(client: IAMClient, PolicyArn: string | undefined): Promise<string> {
  const { Policy } = await client.send(new GetPolicyCommand({ PolicyArn }));
  const VersionId = said('DefaultVersionId', Policy?.DefaultVersionId);
  return documentOf((await client.send(new GetPolicyVersionCommand({ PolicyArn, VersionId }))).PolicyVersion?.Document);
}

/** "Policies returned by this operation are URL-encoded compliant with RFC 3986." */
function documentOf(encoded: string | undefined): string {
  return decodeURIComponent(said('a policy document', encoded));
}
