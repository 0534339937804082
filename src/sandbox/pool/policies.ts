import type {
  AdminCreateUserConfigType,
  PasswordPolicyType,
  UserPoolPolicyType,
} from '@aws-sdk/client-cognito-identity-provider';

const whole: PasswordPolicyType = {
  MinimumLength: 8,
  RequireUppercase: true,
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
  TemporaryPasswordValidityDays: 7,
};

/** A partial policy is weaker than none: every `Require*` that it leaves out is false (measured). */
const partial: PasswordPolicyType = {
  ...whole,
  RequireUppercase: false,
  RequireLowercase: false,
  RequireNumbers: false,
  RequireSymbols: false,
};

function passwordPolicy(given?: PasswordPolicyType): PasswordPolicyType {
  if (!given) return { ...whole };
  // 0 days is the default (API reference, PasswordPolicyType).
  return { ...partial, ...given, TemporaryPasswordValidityDays: given.TemporaryPasswordValidityDays || 7 };
}

/** Password and sign-in policy are set apart: the one that a request leaves out stays (measured). */
export function policiesFrom(given: UserPoolPolicyType = {}, current: UserPoolPolicyType = {}): UserPoolPolicyType {
  return {
    PasswordPolicy: given.PasswordPolicy
      ? passwordPolicy(given.PasswordPolicy)
      : { ...whole, ...current.PasswordPolicy },
    SignInPolicy: given.SignInPolicy ?? current.SignInPolicy ?? { AllowedFirstAuthFactors: ['PASSWORD'] },
  };
}

/** The deprecated `UnusedAccountValidityDays` and the policy's `TemporaryPasswordValidityDays` are one setting (measured). */
export function adminCreateUserFrom(
  given: AdminCreateUserConfigType | undefined,
  policies: UserPoolPolicyType,
): AdminCreateUserConfigType {
  const days = given?.UnusedAccountValidityDays ?? policies.PasswordPolicy?.TemporaryPasswordValidityDays ?? 7;
  if (policies.PasswordPolicy) policies.PasswordPolicy.TemporaryPasswordValidityDays = days;
  return { AllowAdminCreateUserOnly: false, ...given, UnusedAccountValidityDays: days };
}
