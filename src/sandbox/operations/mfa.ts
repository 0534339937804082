import type {
  GetUserPoolMfaConfigRequest,
  GetUserPoolMfaConfigResponse,
  SetUserPoolMfaConfigRequest,
  SetUserPoolMfaConfigResponse,
  SmsMfaConfigType,
  UserPoolType,
  WebAuthnConfigurationType,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Call, type Checked, type Operation, poolOf } from '../operation.js';
import { smsConfigurationFrom } from '../pool/settings.js';
import { refuse } from '../refusal.js';
import { mfaCallRefusals } from '../refusals/mfa-call.js';
import { poolRefusals } from '../refusals/pool.js';
import type { StoredMfa, StoredPool } from '../store.js';
import { forgetFactors, isTurnedOff } from '../users/forget-factors.js';
import type { World } from '../world.js';
import { hasSmsMfa, replace } from './user-pools.js';

type Request = Checked<SetUserPoolMfaConfigRequest>;

export const getUserPoolMfaConfig: Operation<GetUserPoolMfaConfigRequest, GetUserPoolMfaConfigResponse> = (
  request,
  call,
) => answer(poolOf(request.UserPoolId, call), call.world);

/** A full replacement: what the call leaves out is turned off (measured: go-to-k/cdkd#1982). */
export const setUserPoolMfaConfig: Operation<SetUserPoolMfaConfigRequest, SetUserPoolMfaConfigResponse> = (
  request,
  call,
) => {
  const stored = poolOf(request.UserPoolId, call);
  refuse(mfaCallRefusals, { request, stored, world: call.world });
  const next = poolAfter(request, stored.pool, call);
  const mfa = factorsAfter(request, next, stored, call.world);
  refuse(poolRefusals, { next, request: {}, mfa, context: call });
  if (isTurnedOff(stored.pool, next)) forgetFactors(stored, call.world);
  replace(stored.pool, next);
  replace(stored.mfa, mfa);
  return answer(stored, call.world);
};

function poolAfter(request: Request, pool: UserPoolType, call: Call): UserPoolType {
  const next: UserPoolType = {
    ...pool,
    MfaConfiguration: request.MfaConfiguration ?? 'OFF',
    LastModifiedDate: call.now(),
  };
  const sms = request.SmsMfaConfiguration;
  if (sms?.SmsConfiguration) next.SmsConfiguration = smsConfigurationFrom(sms.SmsConfiguration, call.region);
  if (sms?.SmsAuthenticationMessage) next.SmsAuthenticationMessage = sms.SmsAuthenticationMessage;
  if (!sms && call.world.smsConfigurationOnOmit === 'dropped') {
    delete next.SmsConfiguration;
  }
  return next;
}

function factorsAfter(request: Request, next: UserPoolType, stored: StoredPool, world: World): StoredMfa {
  const {
    SoftwareTokenMfaConfiguration: totp,
    EmailMfaConfiguration: email,
    WebAuthnConfiguration: webAuthn,
  } = request;
  const separate = world.smsMfaSeparable && request.SmsMfaConfiguration === undefined;
  return {
    sms: hasSmsMfa(next) && !separate,
    ...(totp && { totp: { Enabled: totp.Enabled ?? false } }),
    ...(email && { email }),
    ...(webAuthn && { webAuthn: passkeyAfter(webAuthn, stored.mfa.webAuthn, world) }),
  };
}

function passkeyAfter(
  given: WebAuthnConfigurationType,
  current: WebAuthnConfigurationType | undefined,
  world: World,
): WebAuthnConfigurationType {
  const kept = world.passkeyFactorOnOmit === 'kept' ? current?.FactorConfiguration : undefined;
  return { FactorConfiguration: kept ?? 'SINGLE_FACTOR', ...given };
}

function answer({ pool, mfa }: StoredPool, world: World): GetUserPoolMfaConfigResponse {
  const sms = smsShown(pool);
  const webAuthn = passkeyShown(pool, mfa, world);
  return {
    ...(sms && { SmsMfaConfiguration: sms }),
    ...(mfa.totp && { SoftwareTokenMfaConfiguration: mfa.totp }),
    ...(mfa.email && { EmailMfaConfiguration: mfa.email }),
    MfaConfiguration: pool.MfaConfiguration ?? 'OFF',
    ...(webAuthn && { WebAuthnConfiguration: webAuthn }),
  };
}

/** Shown whenever the pool can send SMS, whether or not SMS is a factor (measured: go-to-k/cdk-real-drift). */
function smsShown({ SmsConfiguration, SmsAuthenticationMessage }: UserPoolType): SmsMfaConfigType | undefined {
  if (!SmsConfiguration) return undefined;
  return { SmsConfiguration, ...(SmsAuthenticationMessage !== undefined && { SmsAuthenticationMessage }) };
}

function passkeyShown(pool: UserPoolType, mfa: StoredMfa, world: World): WebAuthnConfigurationType | undefined {
  if (mfa.webAuthn) return mfa.webAuthn;
  const bare = world.passkeyFactorShown === 'mfaOn' && pool.MfaConfiguration !== 'OFF';
  return bare ? { FactorConfiguration: 'SINGLE_FACTOR' } : undefined;
}
