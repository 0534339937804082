import type { Known } from './challenges.js';
import type { Values } from './ports.js';

/** How a sign-in begins, in the spec's words where the spec has one (`clients.*.authFlows`). */
export const FLOWS = ['srp', 'password', 'choice', 'custom'] as const;
export type Flow = (typeof FLOWS)[number];

/** AWS's words of `signIn.firstFactors`. A password is proven rather than sent. */
export const FIRST_FACTORS = {
  password: 'PASSWORD_SRP',
  emailOtp: 'EMAIL_OTP',
  smsOtp: 'SMS_OTP',
  passkey: 'WEB_AUTHN',
} as const;
export type FirstFactor = keyof typeof FIRST_FACTORS;

const AWS: Readonly<Record<Flow, string>> = {
  srp: 'USER_SRP_AUTH',
  password: 'USER_PASSWORD_AUTH',
  choice: 'USER_AUTH',
  custom: 'CUSTOM_AUTH',
};

/** Legacy entries of `authFlows` that allow a flow too; but for the last of them, they all leave SRP on. */
const ALLOWED_BY: Readonly<Record<string, readonly string[]>> = {
  srp: ['legacyPassword', 'legacyAdminNoSrp'],
  password: ['legacyPassword'],
  adminPassword: ['legacyAdminNoSrp'],
  custom: ['legacyCustomOnly'],
};

/** The entry of `authFlows` that a flow needs; an administrator sends passwords by a flow of its own. */
export function neededFlow(flow: Flow, admin: boolean): string {
  return flow === 'password' && admin ? 'adminPassword' : flow;
}

/** Whether a client with these `authFlows` allows a flow. */
export function allows(authFlows: readonly string[], flow: Flow, admin: boolean): boolean {
  const needed = neededFlow(flow, admin);
  return [needed, ...(ALLOWED_BY[needed] ?? [])].some((one) => authFlows.includes(one));
}

/** The first call of a flow. */
export function beginning(
  flow: Flow,
  username: string,
  known: Known,
  admin: boolean,
): { readonly flow: string; readonly parameters: Values } {
  const name = flow === 'password' && admin ? 'ADMIN_USER_PASSWORD_AUTH' : AWS[flow];
  return { flow: name, parameters: { USERNAME: username, ...PARAMETERS[flow](known) } };
}

const PARAMETERS: Readonly<Record<Flow, (known: Known) => Values>> = {
  srp: ({ proof }) => ({ SRP_A: proof?.start ?? '' }),
  password: ({ password = '' }) => ({ PASSWORD: password }),
  // A client without a password begins with what the functions ask.
  custom: ({ proof }): Values => (proof ? { CHALLENGE_NAME: 'SRP_A', SRP_A: proof.start } : {}),
  choice: ({ firstFactor, proof }): Values => {
    if (firstFactor === undefined) return {};
    const password = firstFactor === 'PASSWORD_SRP' && proof ? { SRP_A: proof.start } : {};
    return { PREFERRED_CHALLENGE: firstFactor, ...password };
  },
};
