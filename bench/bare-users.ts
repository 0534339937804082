// The yardstick of the users audit: lists all users by the plain SDK and looks at none of them.
import { CognitoIdentityProviderClient, ListUsersCommand } from '@aws-sdk/client-cognito-identity-provider';

const [region = '', UserPoolId, expected] = process.argv.slice(2);
const client = new CognitoIdentityProviderClient({ region });
client.config.cacheMiddleware = true;
let users = 0;
let PaginationToken: string | undefined;
do {
  const page = await client.send(new ListUsersCommand({ UserPoolId, PaginationToken, Limit: 60 }));
  users += page.Users?.length ?? 0;
  PaginationToken = page.PaginationToken;
} while (PaginationToken);
if (users !== Number(expected)) throw new Error(`${users} users were listed, and ${expected} are there`);
