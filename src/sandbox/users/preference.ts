import type {
  AdminSetUserMFAPreferenceRequest,
  AuthFactorType,
  SetUserMFAPreferenceRequest,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Call, Checked } from '../operation.js';
import { refuse } from '../refusal.js';
import { preferenceRefusals } from '../refusals/preference.js';
import type { StoredPool, StoredUser } from '../store.js';
import type { World } from '../world.js';
import { attributeValue } from './attributes.js';

/** The member of the request that speaks for a factor, and AWS's name of the factor. */
const factors = [
  ['SMSMfaSettings', 'SMS_MFA'],
  ['SoftwareTokenMfaSettings', 'SOFTWARE_TOKEN_MFA'],
  ['EmailMfaSettings', 'EMAIL_OTP'],
  ['WebAuthnMfaSettings', 'WEB_AUTHN'],
] as const;

type Member = (typeof factors)[number][0];

export type Preference = Pick<Checked<AdminSetUserMFAPreferenceRequest & SetUserMFAPreferenceRequest>, Member>;

/** Sets a user's factors. One that the request leaves out stays as it is. */
export function setPreference(stored: StoredPool, user: StoredUser, request: Preference, call: Call): void {
  const ignoring = stored.pool.MfaConfiguration === 'ON' && call.world.disablingRequiredFactor === 'ignored';
  const asked = (member: Member) =>
    ignoring && enables(request, member) === false ? undefined : enables(request, member);
  const enabled = factors.filter(([member, factor]) => asked(member) ?? user.settings.includes(factor));
  const preferred = factors.filter(([member]) => prefers(request, member)).map(([, factor]) => factor as string);
  refuse(preferenceRefusals, {
    stored,
    user,
    enabled: named((member) => enables(request, member) === true),
    disabled: ignoring ? [] : named((member) => enables(request, member) === false),
    preferred,
    world: call.world,
  });
  user.settings = enabled.map(([, factor]) => factor);
  const app = asked('SoftwareTokenMfaSettings');
  if (app !== undefined) user.totpSwitchedOff = !app;
  setPreferred(user, request, preferred[0]);
  user.modified = call.now();
}

const enables = (request: Preference, member: Member): boolean | undefined => request[member]?.Enabled;

function prefers(request: Preference, member: Member): boolean {
  const settings = request[member];
  return settings !== undefined && 'PreferredMfa' in settings && settings.PreferredMfa === true;
}

const named = (of: (member: Member) => boolean): string[] =>
  factors.filter(([member]) => of(member)).map(([, factor]) => factor);

/** The preference goes when its factor goes, or when the request says that it is no longer preferred. */
function setPreferred(user: StoredUser, request: Preference, preferred: string | undefined): void {
  const [member] = factors.find(([, factor]) => factor === user.preferred) ?? [];
  const dropped = member !== undefined && request[member] !== undefined && !prefers(request, member);
  if (preferred !== undefined) user.preferred = preferred;
  else if (dropped || !user.settings.includes(user.preferred ?? '')) delete user.preferred;
}

/** The user's factors as reads list them: whether a passkey is among them is a switch. */
export function shownSettings({ settings }: StoredUser, { passkeyInSettingList }: World): string[] {
  return passkeyInSettingList === 'shown' ? [...settings] : settings.filter((factor) => factor !== 'WEB_AUTHN');
}

/** First factors that the user can use, of those that the pool allows. */
export function authFactors(user: StoredUser, { pool }: StoredPool, world: World) {
  const allowed = pool.Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? ['PASSWORD'];
  const has: Partial<Record<AuthFactorType, boolean>> = {
    PASSWORD: true,
    EMAIL_OTP: attributeValue(user.attributes, 'email_verified') === 'true',
    SMS_OTP: attributeValue(user.attributes, 'phone_number_verified') === 'true',
    WEB_AUTHN: (user.passkeys ?? 0) > 0,
  };
  return {
    Username: user.username,
    ...(user.preferred !== undefined && { PreferredMfaSetting: user.preferred }),
    UserMFASettingList: shownSettings(user, world),
    ConfiguredUserAuthFactors: allowed.filter((factor) => has[factor]),
  };
}
