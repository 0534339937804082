import {
  AdminSetUserMFAPreferenceCommand,
  AdminUpdateUserAttributesCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { UserWriter } from '../users/ports.js';
import { awsReason } from './errors.js';
import { preferenceOf } from './user-settings.js';

/** The real UserWriter. */
export function userWriter(client: CognitoIdentityProviderClient): UserWriter {
  return {
    setMfa: (UserPoolId, Username, settings, about) =>
      inWords(
        client.send(new AdminSetUserMFAPreferenceCommand({ UserPoolId, Username, ...preferenceOf(settings, about) })),
      ),
    // A blank value deletes the attribute, and verification goes with it.
    // Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateUserAttributes.html
    setPhone: (UserPoolId, Username, phone) =>
      inWords(
        client.send(
          new AdminUpdateUserAttributesCommand({
            UserPoolId,
            Username,
            UserAttributes: [
              { Name: 'phone_number', Value: phone?.value ?? '' },
              ...(phone ? [{ Name: 'phone_number_verified', Value: String(phone.verified) }] : []),
            ],
          }),
        ),
      ),
  };
}

async function inWords(sent: Promise<unknown>): Promise<void> {
  await sent.catch((error: unknown) => {
    throw new Error(awsReason(error), { cause: error });
  });
}
