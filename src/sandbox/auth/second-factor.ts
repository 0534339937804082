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
  const facts = factsOf(stored, user, world);
  switch (stored.pool.MfaConfiguration) {
    case 'ON':
      return required(facts, world);
    case 'OPTIONAL':
      return optional(facts, world);
    default:
      return none;
  }
}

function factsOf({ pool, mfa }: StoredPool, user: StoredUser, world: World): Facts {
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
    recovery: recoveryOf(pool, world),
  };
}

function recoveryOf(
  { AccountRecoverySetting }: StoredPool['pool'],
  { unsetRecovery }: World,
): SecondFactor | undefined {
  const [first] = AccountRecoverySetting?.RecoveryMechanisms ?? [];
  if (!first) return unsetRecovery === 'phone' ? 'SMS_MFA' : undefined;
  if (first.Name === 'verified_email') return 'EMAIL_OTP';
  return first.Name === 'verified_phone_number' ? 'SMS_MFA' : undefined;
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

/** Steps 2.1 and 2.2, and what the user has enabled: with several and no preference, the user chooses (API reference). */
function optional(facts: Facts, world: World): SecondStep {
  const enabled = FACTORS.filter((factor) => facts.user.settings.includes(factor) && usable(facts, factor));
  const preferred = enabled.find((factor) => factor === facts.user.preferred);
  if (preferred) return challenge(preferred);
  if (enabled.length > 1) return select(enabled);
  if (appPrompts(facts.user, world)) return challenge('SOFTWARE_TOKEN_MFA');
  const [only] = enabled;
  return only ? challenge(only) : none;
}

/**
 * Whether a registered app is asked for by itself. That the pool has dropped apps does not matter: "If your users have set up
 * TOTP, they can use it for MFA, even if you deactivate TOTP for the user pool later."
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-totp.html
 */
function appPrompts(user: StoredUser, { registeredAppPrompts }: World): boolean {
  if (!user.totpRegistered) return false;
  if (user.settings.includes('SOFTWARE_TOKEN_MFA') || registeredAppPrompts === 'always') return true;
  return registeredAppPrompts === 'unlessSwitchedOff' && !user.totpSwitchedOff;
}

/** Steps 3 to 8. */
function required(facts: Facts, world: World): SecondStep {
  const preferred = FACTORS.find((factor) => factor === facts.user.preferred);
  if (preferred && usable(facts, preferred)) return challenge(preferred);
  const observed = world.withoutPreference === 'observed' && observedStep(facts);
  if (observed) return observed;
  if (usable(facts, 'SOFTWARE_TOKEN_MFA')) return withApp(facts);
  if (facts.email && facts.phone) return withBoth(facts, world);
  if (facts.email || facts.phone) return withOne(facts, facts.email ? 'EMAIL_OTP' : 'SMS_MFA');
  return setUp(FACTORS.filter((factor) => facts.offers(factor) && factor !== facts.recovery));
}

/**
 * Seen on real pools, in a table of "Amazon Cognitoの複数MFA設定について" (zenn.dev): no factor works where one is enabled that cannot reach
 * the user, or where an app is registered and not enabled beside both addresses; a message that is enabled comes before such an app.
 */
function observedStep(facts: Facts): SecondStep | undefined {
  const { settings, totpRegistered } = facts.user;
  const enabled = FACTORS.filter((factor) => settings.includes(factor));
  const [first] = enabled.filter((factor) => usable(facts, factor));
  if (enabled.length > 0 && first === undefined) return error;
  if (!totpRegistered || settings.includes('SOFTWARE_TOKEN_MFA') || !facts.offers('SOFTWARE_TOKEN_MFA'))
    return undefined;
  if (first) return challenge(first);
  return facts.email && facts.phone ? error : undefined;
}

/** Step 4: the app, or a choice of it and the messages that can reach the user and do not reset the password. */
function withApp(facts: Facts): SecondStep {
  if (!facts.offers('SMS_MFA') && !facts.offers('EMAIL_OTP')) return challenge('SOFTWARE_TOKEN_MFA');
  return select(FACTORS.filter((factor) => usable(facts, factor) && factor !== facts.recovery));
}

/**
 * Step 6: one address. Its error stands only where the pool offers the factor of that address. Read alone it would lock out
 * whoever has an e-mail address in a pool of apps whose passwords are reset by e-mail; but "If a user doesn't have the attribute
 * defined for any available message-based MFA, Amazon Cognito prompts them to set up TOTP MFA" (things to know).
 */
function withOne(facts: Facts, factor: SecondFactor): SecondStep {
  if (!facts.offers(factor)) return setUpApp(facts);
  return factor === facts.recovery ? error : challenge(factor);
}

/** Step 7: both addresses. The guide does not say what follows where the only message is the one that resets passwords. */
function withBoth(facts: Facts, { onlyMessageRecovers }: World): SecondStep {
  const messages = FACTORS.filter((factor) => usable(facts, factor));
  const free = messages.filter((factor) => factor !== facts.recovery);
  const eligible = free.length === 0 && onlyMessageRecovers === 'challenge' ? messages : free;
  const [only] = eligible;
  if (!only) return setUpApp(facts);
  return eligible.length > 1 ? select(eligible) : challenge(only);
}

/** Steps 6.4 and 6.5. */
function setUpApp({ offers }: Facts): SecondStep {
  return setUp(FACTORS.filter((factor) => factor === 'SOFTWARE_TOKEN_MFA' && offers(factor)));
}

function setUp(factors: readonly SecondFactor[]): SecondStep {
  return factors.length > 0 ? { kind: 'setup', factors } : error;
}
