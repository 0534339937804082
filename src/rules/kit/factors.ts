import type { PoolInput } from './pool-rule.js';
import { section } from './resolved.js';

/** The second factors that a spec asks for while MFA is not off. */
export interface Factors {
  readonly on: boolean;
  readonly required: boolean;
  readonly sms: boolean;
  readonly totp: boolean;
  readonly email: boolean;
}

/** With MFA off no factor can be on; that a spec asks for one all the same is a rule of its own. */
export function factorsOf(input: PoolInput): Factors {
  const { mode, sms, totp, email } = section(input, 'mfa');
  const on = mode !== 'off';
  return { on, required: mode === 'required', sms: on && !!sms, totp: on && !!totp, email: on && !!email };
}

/** Whether the pool will have an SMS configuration. */
export function hasSmsSender(input: PoolInput): boolean {
  const { role, eumsRole } = section(input, 'smsSender');
  return (role ?? eumsRole) !== undefined;
}

/** What the only way of recovery is, where there is but one. */
export function onlyRecovery(input: PoolInput): string | undefined {
  const mechanisms = section(input, 'accountRecovery').mechanisms ?? [];
  return mechanisms.length === 1 ? mechanisms[0] : undefined;
}
