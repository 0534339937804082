import type {
  CreateUserPoolClientRequest,
  UpdateUserPoolClientRequest,
  UserPoolClientType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Checked } from './operation.js';
import type { ClientSetting, World } from './world.js';

/** AWS keeps these as sets and answers them sorted (measured). */
const sorted = [
  'ReadAttributes',
  'WriteAttributes',
  'ExplicitAuthFlows',
  'CallbackURLs',
  'LogoutURLs',
  'AllowedOAuthFlows',
  'AllowedOAuthScopes',
] as const satisfies readonly ClientSetting[];

const defaults: UserPoolClientType = {
  RefreshTokenValidity: 30,
  TokenValidityUnits: {},
  AllowedOAuthFlowsUserPoolClient: false,
  EnableTokenRevocation: true,
  EnablePropagateAdditionalUserContextData: false,
  AuthSessionValidity: 3,
};

type Request = Partial<Checked<Omit<UpdateUserPoolClientRequest, 'ClientId'>>>;

/** The settings of a client made with this request. An empty list is the same as none. */
export function clientFor(request: Checked<CreateUserPoolClientRequest>): UserPoolClientType {
  const { GenerateSecret: _generate, ClientSecret: _secret, ...given } = request;
  return settingsOf(given);
}

function settingsOf({ UserPoolId: _pool, ...given }: Request): UserPoolClientType {
  const settings: UserPoolClientType = { ...defaults, ...given };
  // 0 is the default of 30 days (API reference, CreateUserPoolClient).
  settings.RefreshTokenValidity ||= 30;
  for (const name of sorted) {
    const values = given[name] as string[] | undefined;
    if (values?.length) Object.assign(settings, { [name]: [...new Set(values)].sort() });
    else delete settings[name];
  }
  if (!settings.SupportedIdentityProviders?.length) delete settings.SupportedIdentityProviders;
  if (settings.RefreshTokenRotation) {
    settings.RefreshTokenRotation = { RetryGracePeriodSeconds: 0, ...settings.RefreshTokenRotation };
  }
  return settings;
}

/** The settings of a client after an update: what is given replaces, and the world says what becomes of the rest. */
export function clientAfter(
  { ClientId: _id, ...request }: Checked<UpdateUserPoolClientRequest>,
  current: UserPoolClientType,
  world: World,
): UserPoolClientType {
  const fresh = settingsOf(request);
  const next: UserPoolClientType = { ...current, ClientName: request.ClientName ?? current.ClientName };
  for (const setting of Object.keys(world.clientUpdateOmission) as ClientSetting[]) {
    if (request[setting] === undefined && world.clientUpdateOmission[setting] === 'kept') continue;
    if (fresh[setting] === undefined) delete next[setting];
    else Object.assign(next, { [setting]: fresh[setting] });
  }
  return withoutRotation(next, current);
}

/** A client that once rotated tokens says so for good: `DISABLED` with a grace of 0 (hashicorp/terraform-provider-aws#45646). */
function withoutRotation(next: UserPoolClientType, current: UserPoolClientType): UserPoolClientType {
  if (next.RefreshTokenRotation || !current.RefreshTokenRotation) return next;
  return { ...next, RefreshTokenRotation: { Feature: 'DISABLED', RetryGracePeriodSeconds: 0 } };
}
