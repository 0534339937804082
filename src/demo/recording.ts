import type { Deployer } from './deploy.js';

/** A request that changes something, with placeholders for ids that AWS draws: `{{userPoolId}}`, `{{clientIds.web}}`. */
export interface RecordedCall {
  readonly operation: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What real deploys sent, and what Terraform planned after each. Written by the end-to-end test. */
export interface Recording {
  /** Versions of what was recorded: `terraform 1.11.4, hashicorp/aws 5.100.0`. */
  readonly of: string;
  readonly deploys: readonly { readonly calls: readonly RecordedCall[]; readonly plan: string }[];
}

/** Sends, deploy by deploy, what was recorded. */
export function replayDeployer(recording: Recording, sandboxUrl: string, region: string): Deployer {
  const ids = new Map<string, string>();
  let next = 0;
  return {
    how: `a replay of the requests that a real deploy sent (${recording.of})`,
    deploy: async () => {
      const deploy = recording.deploys[next++];
      if (!deploy) throw new Error('the recording has no further deploy');
      for (const call of deploy.calls) await send(call, ids, sandboxUrl, region);
      return { plan: deploy.plan };
    },
  };
}

async function send(
  { operation, body }: RecordedCall,
  ids: Map<string, string>,
  url: string,
  region: string,
): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      // The sandbox takes the Region from the credential scope, and checks no signature.
      authorization: `AWS4-HMAC-SHA256 Credential=sandbox/20260101/${region}/cognito-idp/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: filled(JSON.stringify(body), ids),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${operation} was refused: ${text}`);
  remember(operation, JSON.parse(text || '{}'), ids);
}

function filled(text: string, ids: ReadonlyMap<string, string>): string {
  return text.replace(/\{\{([\w.-]+)\}\}/g, (whole, name: string) => ids.get(name) ?? whole);
}

interface Created {
  readonly UserPool?: { readonly Id?: string };
  readonly UserPoolClient?: { readonly ClientId?: string; readonly ClientName?: string };
}

function remember(operation: string, { UserPool, UserPoolClient }: Created, ids: Map<string, string>): void {
  if (operation === 'CreateUserPool' && UserPool?.Id) ids.set('userPoolId', UserPool.Id);
  if (operation === 'CreateUserPoolClient' && UserPoolClient?.ClientId)
    ids.set(`clientIds.${UserPoolClient.ClientName}`, UserPoolClient.ClientId);
}

/** Requests of a deploy as a recording keeps them: without reads, with placeholders for the ids given. */
export function recordable(
  requests: readonly { readonly operation: string; readonly body: unknown; readonly status: number }[],
  ids: ReadonlyMap<string, string>,
): readonly RecordedCall[] {
  const writes = requests.filter(
    ({ operation, status }) => status === 200 && !/^(Describe|Get|List|AdminGet)/.test(operation),
  );
  return writes.map(({ operation, body }) => {
    let text = JSON.stringify(body);
    for (const [name, id] of ids) text = text.replaceAll(id, `{{${name}}}`);
    return { operation, body: JSON.parse(text) };
  });
}
