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
  return section(input, 'smsSender').role !== undefined;
}

/** First factors that a spec allows, with the way to each; the way to the section where the YAML lists none. */
export function firstFactors(input: PoolInput): readonly string[] {
  return section(input, 'signIn').firstFactors ?? [];
}

/** Ways of recovery, first choice first. */
export function recovery(input: PoolInput): readonly string[] {
  return section(input, 'accountRecovery').mechanisms ?? [];
}
