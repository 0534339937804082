/**
 * Which second factor a user meets: the numbered steps of "Details of MFA logic at user runtime" of the developer guide,
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html, and for pools where MFA is optional
 * what the API reference says of a user's own settings (AdminSetUserMFAPreference).
 */
import type { StoredPool, StoredUser } from '../store.js';
import { attributeValue } from '../users/attributes.js';
import type { World } from '../world.js';

export const FACTORS = ['SMS_MFA', 'EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'] as const;

export type SecondFactor = (typeof FACTORS)[number];

export type SecondStep =
  | { readonly kind: 'none' }
  | { readonly kind: 'challenge'; readonly factor: SecondFactor }
  | { readonly kind: 'select' | 'setup'; readonly factors: readonly SecondFactor[] }
  | { readonly kind: 'error' };

const none: SecondStep = { kind: 'none' };
const error: SecondStep = { kind: 'error' };
const challenge = (factor: SecondFactor): SecondStep => ({ kind: 'challenge', factor });
const select = (factors: readonly SecondFactor[]): SecondStep => ({ kind: 'select', factors });

interface Facts {
  readonly offers: (factor: SecondFactor) => boolean;
  readonly user: StoredUser;
  readonly email: boolean;
  readonly phone: boolean;
  /** The factor whose channel resets passwords first, if users reset their own. */
  readonly recovery: SecondFactor | undefined;
}

export function secondStep(stored: StoredPool, user: StoredUser, world: World): SecondStep {
  const facts = factsOf(stored, user);
  switch (stored.pool.MfaConfiguration) {
    case 'ON':
      return required(facts);
    case 'OPTIONAL':
      return optional(facts, world);
    default:
      return none;
  }
}

function factsOf({ pool, mfa }: StoredPool, user: StoredUser): Facts {
  const offered: Record<SecondFactor, boolean> = {
    SMS_MFA: mfa.sms,
    EMAIL_OTP: mfa.email !== undefined,
    SOFTWARE_TOKEN_MFA: mfa.totp?.Enabled === true,
  };
  return {
    offers: (factor) => offered[factor],
    user,
    email: attributeValue(user.attributes, 'email') !== undefined,
    phone: attributeValue(user.attributes, 'phone_number') !== undefined,
    recovery: recoveryOf(pool),
  };
}

/** Pools without the setting prefer a text message (API reference, AccountRecoverySetting). */
function recoveryOf(pool: StoredPool['pool']): SecondFactor | undefined {
  const [first] = pool.AccountRecoverySetting?.RecoveryMechanisms ?? [{ Name: 'verified_phone_number' as const }];
  if (first?.Name === 'verified_email') return 'EMAIL_OTP';
  return first?.Name === 'verified_phone_number' ? 'SMS_MFA' : undefined;
}

/** Whether the user can be asked for it now. */
function usable({ offers, user, email, phone }: Facts, factor: SecondFactor): boolean {
  const has: Record<SecondFactor, boolean> = {
    SMS_MFA: phone,
    EMAIL_OTP: email,
    SOFTWARE_TOKEN_MFA: user.totpRegistered,
  };
  return offers(factor) && has[factor];
}

/** Steps 2.1 and 2.2; what the user has enabled is asked for, and with several and no preference he chooses (API reference). */
function optional(facts: Facts, world: World): SecondStep {
  const enabled = FACTORS.filter((factor) => facts.user.settings.includes(factor) && usable(facts, factor));
  const preferred = enabled.find((factor) => factor === facts.user.preferred);
  if (preferred) return challenge(preferred);
  const [only] = enabled;
  if (only && enabled.length === 1) return challenge(only);
  if (only) return select(enabled);
  return promptsUnasked(facts, world) ? challenge('SOFTWARE_TOKEN_MFA') : none;
}

function promptsUnasked(facts: Facts, { registeredAppPrompts }: World): boolean {
  if (!usable(facts, 'SOFTWARE_TOKEN_MFA') || registeredAppPrompts === 'never') return false;
  return registeredAppPrompts === 'always' || !facts.user.totpSwitchedOff;
}

/** Steps 3 to 8. */
function required(facts: Facts): SecondStep {
  const preferred = FACTORS.find((factor) => factor === facts.user.preferred);
  if (preferred && usable(facts, preferred)) return challenge(preferred);
  if (usable(facts, 'SOFTWARE_TOKEN_MFA')) return withApp(facts);
  if (facts.email && facts.phone) return withBoth(facts);
  if (facts.email || facts.phone) return withOne(facts, facts.email ? 'EMAIL_OTP' : 'SMS_MFA');
  return setUp(FACTORS.filter((factor) => facts.offers(factor) && factor !== facts.recovery));
}

/** Step 4: the app, or a choice of it and the messages that can reach the user and do not reset his password. */
function withApp(facts: Facts): SecondStep {
  if (!facts.offers('SMS_MFA') && !facts.offers('EMAIL_OTP')) return challenge('SOFTWARE_TOKEN_MFA');
  return select(FACTORS.filter((factor) => usable(facts, factor) && factor !== facts.recovery));
}

/** Step 6: one address. */
function withOne(facts: Facts, factor: SecondFactor): SecondStep {
  if (factor === facts.recovery) return error;
  if (facts.offers(factor)) return challenge(factor);
  return facts.offers('SOFTWARE_TOKEN_MFA') && !facts.user.totpRegistered ? setUp(['SOFTWARE_TOKEN_MFA']) : error;
}

/** Step 7: both addresses. Where neither is eligible the guide says nothing; step 6.4 and 6.5 are the nearest. */
function withBoth(facts: Facts): SecondStep {
  const eligible = FACTORS.filter((factor) => usable(facts, factor) && factor !== facts.recovery);
  const [only] = eligible;
  if (only && eligible.length === 1) return challenge(only);
  if (only) return select(eligible);
  return facts.offers('SOFTWARE_TOKEN_MFA') ? setUp(['SOFTWARE_TOKEN_MFA']) : error;
}

function setUp(factors: readonly SecondFactor[]): SecondStep {
  return factors.length > 0 ? { kind: 'setup', factors } : error;
}
