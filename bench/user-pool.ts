// A sandbox with one pool of many users; prints its URL and the id of the pool, and runs until it is ended.
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { startSandbox } from '../src/sandbox/index.js';

const [region = '', count] = process.argv.slice(2);
const sandbox = await startSandbox({ record: false });
const sdk = new CognitoIdentityProvider({
  endpoint: sandbox.url,
  region,
  credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
});
const { UserPool } = await sdk.createUserPool({ PoolName: 'users', UserPoolTier: 'ESSENTIALS' });
const UserPoolId = UserPool?.Id ?? '';
const role = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'users' };
await sdk.setUserPoolMfaConfig({
  UserPoolId,
  MfaConfiguration: 'ON',
  SmsMfaConfiguration: { SmsConfiguration: role },
  SoftwareTokenMfaConfiguration: { Enabled: true },
});
sandbox.seedUsers(UserPoolId, people(Number(count)));
process.stdout.write(`${sandbox.url} ${UserPoolId}\n`);

/** As they are found: most have both addresses, some have one, some were never verified. */
function* people(total: number) {
  for (let index = 0; index < total; index++) {
    const attributes: Record<string, string> = {};
    if (index % 10 !== 9) Object.assign(attributes, { email: `user${index}@example.com`, email_verified: 'true' });
    if (index % 3 !== 0)
      Object.assign(attributes, {
        phone_number: `+1555${String(index).padStart(7, '0')}`,
        phone_number_verified: 'false',
      });
    yield { username: `user${index}`, attributes };
  }
}
