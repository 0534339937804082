import { Unread } from '../model/sections.js';
import { type PoolState, splitName } from '../model/state.js';

/** Second factors that a user is asked for; a passkey with user verification is one by itself, and asked for first. */
export const FACTORS = ['email', 'sms', 'totp'] as const;
export type Factor = (typeof FACTORS)[number];

/** Where codes go. */
export type Channel = 'email' | 'phone';

/** The channel of a factor; an authenticator app has none. */
export const CHANNEL = { email: 'email', sms: 'phone', totp: undefined } as const;

/** Whether MFA is asked of nobody, of users who set it up, or of everybody. */
export type MfaMode = 'off' | 'optional' | 'required';

/** All of a pool that decides what a user is asked for. */
export interface PoolMfa {
  readonly mode: MfaMode;
  /** The factors that the pool offers; none while MFA is off. */
  readonly offered: readonly Factor[];
  /** Ways to a new password, the first choice first; none where that is left to an administrator. */
  readonly recovery: readonly Channel[];
  /** The pool says nothing of recovery, as old ones do; a new pool has Cognito's default. */
  readonly unsetRecovery?: true;
  /** Threat protection acts on risky sign-ins, so that one may be asked for a factor which is not asked for otherwise. */
  readonly adaptive: boolean;
  /** A remembered device signs in without a second factor. */
  readonly devicesSkip: boolean;
  /** A passkey with user verification counts as both factors. */
  readonly passkeys: boolean;
  /** What users may prove first, in the spec's words. */
  readonly firstFactors: readonly string[];
}

/** What a pool's state, desired or live, says of it. Throws `Unread` where a setting was not read. */
export function poolMfa(state: PoolState): PoolMfa {
  const mode = (at(state, 'mfa.mode') ?? 'off') as MfaMode;
  const said = (at(state, 'accountRecovery.mechanisms') ?? []) as readonly string[];
  const unset = said.includes('legacy');
  return {
    mode,
    offered: mode === 'off' ? [] : FACTORS.filter((factor) => at(state, `mfa.${factor}`) === true),
    recovery: said.filter((way): way is Channel => way === 'email' || way === 'phone'),
    ...(unset && { unsetRecovery: true }),
    adaptive: at(state, 'threatProtection.mode') === 'enforced',
    devicesSkip: at(state, 'devices.remember') !== 'never' && at(state, 'devices.replacesSecondFactor') === true,
    passkeys: at(state, 'mfa.passkeys') === true,
    firstFactors: (at(state, 'signIn.firstFactors') ?? ['password']) as readonly string[],
  };
}

/** Where the code of a forgotten password may go, the first choice first. */
export function resetChannels({ recovery, unsetRecovery }: PoolMfa): readonly Channel[] {
  return unsetRecovery ? UNSET : recovery;
}

/**
 * "In the absence of this setting, Amazon Cognito uses the legacy behavior to determine the recovery method where SMS is preferred
 * through email."
 * Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html (AccountRecoverySetting)
 */
const UNSET: readonly Channel[] = ['phone', 'email'];

/**
 * Whether codes of both kinds may go to one address. The console says of pools without a recovery setting that they "allow a
 * user to reset their password via SMS if they are also using it for MFA".
 * Source: https://github.com/hashicorp/terraform-provider-aws/issues/26223
 */
export function mayShare({ unsetRecovery }: PoolMfa, channel: Channel): boolean {
  return unsetRecovery === true && channel === 'phone';
}

/** A value that was read; absent is undefined. */
function at(state: PoolState, name: string): unknown {
  const [address, setting] = splitName(name);
  const found = state.entries.get(address)?.settings.get(setting);
  if (found?.kind === 'unreadable') throw new Unread(`${name}: ${found.reason}`);
  return found?.kind === 'value' ? found.value : undefined;
}
