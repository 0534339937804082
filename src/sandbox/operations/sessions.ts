import type {
  GetUserPoolClientSessionConfigurationRequest,
  GetUserPoolClientSessionConfigurationResponse,
  GetUserPoolSessionConfigurationRequest,
  GetUserPoolSessionConfigurationResponse,
  SetUserPoolClientSessionConfigurationRequest,
  SetUserPoolClientSessionConfigurationResponse,
  SetUserPoolSessionConfigurationRequest,
  SetUserPoolSessionConfigurationResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { clientOf, type Operation, poolOf } from '../operation.js';

/** Defaults: not tracked, 20 sessions per user, 60 minutes of single sign-on (API reference; that it is off is inferred). */
export const getUserPoolSessionConfiguration: Operation<
  GetUserPoolSessionConfigurationRequest,
  GetUserPoolSessionConfigurationResponse
> = ({ UserPoolId }, call) => {
  const { session } = poolOf(UserPoolId, call);
  return { UserPoolId, UserSessionTracking: session.tracking, TokenSession: session.tokens };
};

export const setUserPoolSessionConfiguration: Operation<
  SetUserPoolSessionConfigurationRequest,
  SetUserPoolSessionConfigurationResponse
> = ({ UserPoolId, UserSessionTracking, TokenSession }, call) => {
  const { session } = poolOf(UserPoolId, call);
  session.tracking = UserSessionTracking;
  session.tokens = TokenSession;
  return { UserPoolId, UserSessionTracking, TokenSession };
};

export const getUserPoolClientSessionConfiguration: Operation<
  GetUserPoolClientSessionConfigurationRequest,
  GetUserPoolClientSessionConfigurationResponse
> = ({ UserPoolId, ClientId }, call) => {
  const { ssoMinutes = 60 } = clientOf(poolOf(UserPoolId, call), ClientId);
  return { UserPoolId, ClientId, SSOSession: { MaxValidityMinutes: ssoMinutes } };
};

export const setUserPoolClientSessionConfiguration: Operation<
  SetUserPoolClientSessionConfigurationRequest,
  SetUserPoolClientSessionConfigurationResponse
> = ({ UserPoolId, ClientId, SSOSession }, call) => {
  clientOf(poolOf(UserPoolId, call), ClientId).ssoMinutes = SSOSession.MaxValidityMinutes;
  return { UserPoolId, ClientId, SSOSession };
};
