import { describe, expect, it } from 'vitest';
import { session } from './support.js';
import { run, tool } from './tools.js';

describe('the AWS CLI', () => {
  it('runs against the sandbox', { timeout: 30_000 }, async (ctx) => {
    const aws = tool(ctx, 'aws', 'aws-cli', 'pip install awscli');
    const { sandbox } = await session();
    const env = {
      ...process.env,
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: sandbox.url,
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_MAX_ATTEMPTS: '1',
    };
    const cli = (...args: string[]) => run(aws, ['cognito-idp', ...args, '--output', 'json'], { env });
    const made = JSON.parse((await cli('create-user-pool', '--pool-name', 'p')).stdout);
    expect(made.UserPool.Id).toMatch(/^eu-west-1_/);
    expect(sandbox.requests[0]).toMatchObject({
      operation: 'CreateUserPool',
      region: 'eu-west-1',
      body: { PoolName: 'p' },
    });
    const refused = await cli('describe-user-pool', '--user-pool-id', 'eu-west-1_nosuch').catch(
      (error) => error.stderr,
    );
    expect(refused).toContain(
      'An error occurred (ResourceNotFoundException) when calling the DescribeUserPool operation',
    );
    expect(refused).toContain('User pool eu-west-1_nosuch does not exist.');
  });
});
