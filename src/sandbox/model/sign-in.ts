/** The requests of these operations. Source: as in values.ts. */

import * as s from './part-structures.js';
import { boolean, list, oneOf, type Shape, structure } from './shape.js';
import * as own from './sign-in-values.js';
import * as v from './values.js';

/** Where a user calls from: read by threat protection, which the sandbox has not. */
const origin = { AnalyticsMetadata: s.analyticsMetadata, UserContextData: s.userContextData };
const named = { ClientId: v.clientId, SecretHash: own.secretHash, Username: v.username };
const beginning = { AuthFlow: own.authFlow, AuthParameters: own.sensitiveMap, ClientMetadata: v.clientMetadata };
const answer = {
  ChallengeName: own.challengeName,
  Session: own.session,
  ChallengeResponses: own.sensitiveMap,
  ClientMetadata: v.clientMetadata,
};
const withToken = (members: Record<string, Shape> = {}, required: string[] = []) =>
  structure({ ...members, AccessToken: own.token }, [...required, 'AccessToken']);

export const signIn = {
  InitiateAuth: structure({ ...beginning, ...origin, ClientId: v.clientId, Session: own.session }, [
    'AuthFlow',
    'ClientId',
  ]),
  AdminInitiateAuth: structure(
    {
      UserPoolId: v.userPoolId,
      ClientId: v.clientId,
      ...beginning,
      AnalyticsMetadata: s.analyticsMetadata,
      ContextData: s.contextData,
      Session: own.session,
    },
    ['UserPoolId', 'ClientId', 'AuthFlow'],
  ),
  RespondToAuthChallenge: structure({ ClientId: v.clientId, ...answer, ...origin }, ['ClientId', 'ChallengeName']),
  AdminRespondToAuthChallenge: structure(
    {
      UserPoolId: v.userPoolId,
      ClientId: v.clientId,
      ...answer,
      AnalyticsMetadata: s.analyticsMetadata,
      ContextData: s.contextData,
    },
    ['UserPoolId', 'ClientId', 'ChallengeName'],
  ),
  AssociateSoftwareToken: structure({ AccessToken: own.token, Session: own.session }),
  VerifySoftwareToken: structure(
    { AccessToken: own.token, Session: own.session, UserCode: own.appCode, FriendlyDeviceName: v.string },
    ['UserCode'],
  ),
  SignUp: structure(
    {
      ...named,
      Password: v.password,
      UserAttributes: list(s.attribute),
      ValidationData: list(s.attribute),
      ...origin,
      ClientMetadata: v.clientMetadata,
    },
    ['ClientId', 'Username'],
  ),
  ConfirmSignUp: structure(
    {
      ...named,
      ConfirmationCode: own.confirmationCode,
      ForceAliasCreation: boolean,
      ...origin,
      ClientMetadata: v.clientMetadata,
      Session: own.session,
    },
    ['ClientId', 'Username', 'ConfirmationCode'],
  ),
  AdminConfirmSignUp: structure({ UserPoolId: v.userPoolId, Username: v.username, ClientMetadata: v.clientMetadata }, [
    'UserPoolId',
    'Username',
  ]),
  ResendConfirmationCode: structure({ ...named, ...origin, ClientMetadata: v.clientMetadata }, [
    'ClientId',
    'Username',
  ]),
  ForgotPassword: structure({ ...named, ...origin, ClientMetadata: v.clientMetadata }, ['ClientId', 'Username']),
  ConfirmForgotPassword: structure(
    {
      ...named,
      ConfirmationCode: own.confirmationCode,
      Password: v.password,
      ...origin,
      ClientMetadata: v.clientMetadata,
    },
    ['ClientId', 'Username', 'ConfirmationCode', 'Password'],
  ),
  AdminResetUserPassword: structure(
    { UserPoolId: v.userPoolId, Username: v.username, ClientMetadata: v.clientMetadata },
    ['UserPoolId', 'Username'],
  ),
  GetUser: withToken(),
  GetUserAuthFactors: withToken(),
  SetUserMFAPreference: withToken({
    SMSMfaSettings: s.smsMfaSettings,
    SoftwareTokenMfaSettings: s.softwareTokenMfaSettings,
    EmailMfaSettings: s.emailMfaSettings,
    WebAuthnMfaSettings: s.webAuthnMfaSettings,
  }),
  UpdateUserAttributes: withToken({ UserAttributes: list(s.attribute), ClientMetadata: v.clientMetadata }, [
    'UserAttributes',
  ]),
  DeleteUserAttributes: withToken({ UserAttributeNames: v.attributeNameList }, ['UserAttributeNames']),
  VerifyUserAttribute: withToken({ AttributeName: v.attributeName, Code: own.confirmationCode }, [
    'AttributeName',
    'Code',
  ]),
  GetUserAttributeVerificationCode: withToken({ AttributeName: v.attributeName, ClientMetadata: v.clientMetadata }, [
    'AttributeName',
  ]),
  ChangePassword: withToken({ PreviousPassword: v.password, ProposedPassword: v.password }, ['ProposedPassword']),
  DeleteUser: withToken(),
  GlobalSignOut: withToken(),
  AdminUserGlobalSignOut: structure({ UserPoolId: v.userPoolId, Username: v.username }, ['UserPoolId', 'Username']),
  RevokeToken: structure(
    {
      Token: own.token,
      ClientId: v.clientId,
      ClientSecret: v.clientSecret,
      RevokeAssociatedSessions: oneOf('LINKED', 'NONE'),
    },
    ['Token', 'ClientId'],
  ),
} as const;
