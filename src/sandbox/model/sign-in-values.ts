/** Bounds of values that only sign-in has. Source: as in values.ts. */

import { map, oneOf, text } from './shape.js';
import { string } from './values.js';

export const appCode = text({ min: 6, max: 6, pattern: '[0-9]+', sensitive: true });
export const authFlow = oneOf(
  'USER_SRP_AUTH',
  'REFRESH_TOKEN_AUTH',
  'REFRESH_TOKEN',
  'CUSTOM_AUTH',
  'ADMIN_NO_SRP_AUTH',
  'USER_PASSWORD_AUTH',
  'ADMIN_USER_PASSWORD_AUTH',
  'USER_AUTH',
);
export const challengeName = oneOf(
  'SMS_MFA',
  'EMAIL_OTP',
  'SOFTWARE_TOKEN_MFA',
  'SELECT_MFA_TYPE',
  'MFA_SETUP',
  'PASSWORD_VERIFIER',
  'CUSTOM_CHALLENGE',
  'SELECT_CHALLENGE',
  'DEVICE_SRP_AUTH',
  'DEVICE_PASSWORD_VERIFIER',
  'ADMIN_NO_SRP_AUTH',
  'NEW_PASSWORD_REQUIRED',
  'SMS_OTP',
  'PASSWORD',
  'WEB_AUTHN',
  'PASSWORD_SRP',
);
export const confirmationCode = text({ min: 1, max: 2048, pattern: '[\\S]+' });
export const secretHash = text({ min: 1, max: 128, pattern: '[\\w+=/]+', sensitive: true });
export const session = text({ min: 20, max: 2048, sensitive: true });
export const token = text({ pattern: '[A-Za-z0-9-_=.]+', sensitive: true });
export const sensitiveMap = map(string, string);
