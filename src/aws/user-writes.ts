import {
  AdminDeleteSoftwareTokenCommand,
  AdminSetUserMFAPreferenceCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { AppRemover, UserWriter } from '../users/ports.js';
import { inWords } from './errors.js';
import { preferenceOf } from './user-settings.js';

/** The real UserWriter and AppRemover. */
export function userWriter(client: CognitoIdentityProviderClient): UserWriter & AppRemover {
  return {
    setMfa: async (UserPoolId, Username, settings, about) => {
      const preference = preferenceOf(settings, about);
      await inWords(client.send(new AdminSetUserMFAPreferenceCommand({ UserPoolId, Username, ...preference })));
    },
    // A blank value deletes the attribute, and verification goes with it.
    // Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateUserAttributes.html
    setPhone: async (UserPoolId, Username, phone) => {
      const UserAttributes = [
        { Name: 'phone_number', Value: phone?.value ?? '' },
        ...(phone ? [{ Name: 'phone_number_verified', Value: String(phone.verified) }] : []),
      ];
      await inWords(client.send(new AdminUpdateUserAttributesCommand({ UserPoolId, Username, UserAttributes })));
    },
    deleteApp: async (UserPoolId, Username) => {
      await inWords(client.send(new AdminDeleteSoftwareTokenCommand({ UserPoolId, Username })));
    },
    signOut: async (UserPoolId, Username) => {
      await inWords(client.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username })));
    },
  };
}
