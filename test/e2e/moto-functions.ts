import { expect } from 'vitest';

const FUNCTION = /arn:aws:lambda:([a-z0-9-]+):\d{12}:function:([\w-]+)(?::([\w-]+))?/g;
/** The smallest archive: nothing in it is ever run. */
const EMPTY_ZIP = Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex').toString('base64');

/** Makes the functions that a spec names, with their aliases, so that Lambda can be told who may call them. */
export async function makeFunctions(moto: string, spec: string): Promise<void> {
  if (FUNCTION.test(spec)) await makeRole(moto);
  FUNCTION.lastIndex = 0;
  for (const [, region = '', name = '', alias] of spec.matchAll(FUNCTION)) {
    const post = (path: string, body: object) => send(moto, region, path, body);
    const role = 'arn:aws:iam::123456789012:role/functions';
    await post('/2015-03-31/functions', {
      FunctionName: name,
      Runtime: 'nodejs20.x',
      Role: role,
      Handler: 'index.handler',
      Code: { ZipFile: EMPTY_ZIP },
    });
    if (alias) await post(`/2015-03-31/functions/${name}/aliases`, { Name: alias, FunctionVersion: '$LATEST' });
  }
}

/** Lambda takes no function without a role that it may assume. */
async function makeRole(moto: string): Promise<void> {
  const trust = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  };
  const AssumeRolePolicyDocument = JSON.stringify(trust);
  const body = new URLSearchParams({ Action: 'CreateRole', RoleName: 'functions', AssumeRolePolicyDocument });
  const answer = await fetch(moto, { method: 'POST', headers: signed('us-east-1', 'iam'), body });
  expect([200, 409], await answer.text()).toContain(answer.status);
}

/** moto looks for the service and the Region here, and checks no signature. */
export function signed(region: string, service: string): { readonly authorization: string } {
  const scope = `sandbox/20260101/${region}/${service}/aws4_request`;
  return { authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0` };
}

async function send(moto: string, region: string, path: string, body: object): Promise<void> {
  const headers = signed(region, 'lambda');
  const answer = await fetch(`${moto}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  // 409: two triggers of one function.
  expect([200, 201, 409], await answer.text()).toContain(answer.status);
}
