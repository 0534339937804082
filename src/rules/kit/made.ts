import { CHALLENGE, type MadeTrigger } from '../../facets/kit/made-functions.js';
import type { PoolInput } from './pool-rule.js';
import { section } from './resolved.js';

/** Whether the stack makes the functions of an e-mail challenge. */
export function hasEmailChallenge(input: PoolInput): boolean {
  return input.spec.emailChallenge?.from !== undefined;
}

/** The triggers for which the spec asks the stack to make a function, and the setting that asks. */
export function askedFor(input: PoolInput): readonly { readonly trigger: MadeTrigger; readonly by: string }[] {
  const challenge = hasEmailChallenge(input) ? CHALLENGE : [];
  const restores = input.spec.userMfa?.restoreAfterReset === true;
  return [
    ...challenge.map((trigger) => ({ trigger, by: 'emailChallenge' })),
    ...(restores ? [{ trigger: 'postConfirmation' as const, by: 'userMfa.restoreAfterReset' }] : []),
  ];
}

/** Whether codes are asked for: the functions are there, and the pool names one. */
export function asksForCodes(input: PoolInput): boolean {
  return hasEmailChallenge(input) && section(input, 'triggers').defineAuthChallenge !== undefined;
}
