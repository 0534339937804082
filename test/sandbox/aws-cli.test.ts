import { describe, expect, it } from 'vitest';
import { PASSWORD, signIn } from './signing-in.js';
import { session, sms } from './support.js';
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

  it('signs in', { timeout: 60_000 }, async (ctx) => {
    const aws = tool(ctx, 'aws', 'aws-cli', 'pip install awscli');
    const s = await signIn({
      mfa: { MfaConfiguration: 'OPTIONAL', SmsMfaConfiguration: { SmsConfiguration: sms } },
      user: { attributes: { phone_number: '+15550100' }, settings: ['SMS_MFA'], preferred: 'SMS_MFA' },
    });
    const env = {
      PATH: process.env['PATH'],
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: s.sandbox.url,
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_EC2_METADATA_DISABLED: 'true',
    };
    const cli = async (...args: string[]) =>
      JSON.parse((await run(aws, ['cognito-idp', ...args, '--output', 'json'], { env })).stdout);
    const asked = await cli(
      ...['initiate-auth', '--client-id', s.clientId, '--auth-flow', 'USER_PASSWORD_AUTH'],
      ...['--auth-parameters', `USERNAME=ann,PASSWORD=${PASSWORD}`],
    );
    expect(asked.ChallengeName).toBe('SMS_MFA');
    const { AuthenticationResult } = await cli(
      ...['respond-to-auth-challenge', '--client-id', s.clientId, '--challenge-name', 'SMS_MFA'],
      ...['--session', asked.Session, '--challenge-responses', `USERNAME=ann,SMS_MFA_CODE=${s.code()}`],
    );
    const user = await cli('get-user', '--access-token', AuthenticationResult.AccessToken);
    expect(user).toMatchObject({ Username: 'ann', PreferredMfaSetting: 'SMS_MFA' });
  });
});
