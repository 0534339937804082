import type { FindingKind } from './kind.js';

const GUIDE = 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html';

type Words = readonly [name: string, severity: FindingKind['severity'], summary: string, why: string, todo: string];

const ROWS: readonly Words[] = [
  [
    'factor-not-offered',
    ['warning'],
    'Users have a second factor enabled that the pool no longer offers (--deep).',
    'Cognito passes it over: they are asked for another factor than they expect, or for none.',
    'Offer the factor again, or set another one for them with AdminSetUserMFAPreference.',
  ],
  [
    'implicit-preference',
    ['note'],
    'Users have no preferred factor in a pool that offers several (--deep).',
    'Cognito then chooses by attributes and recovery settings; what it chose on real pools was not always what is documented.',
    'Set the enabled and the preferred factor of each with AdminSetUserMFAPreference.',
  ],
  [
    'locked-out',
    ['error', 'warning', 'note'],
    'Users are answered with an error after the right password.',
    'MFA is required, and no factor reaches them: Cognito sends none to the address that is the first choice of recovery. Without --deep it is not known whether a preferred factor or an authenticator app lets them in, so it is a warning, or a note where the pool offers apps.',
    'Give them another address or an authenticator app, or put the other channel first in accountRecovery.mechanisms.',
  ],
  [
    'no-second-factor',
    ['note'],
    'Users of a pool with optional MFA sign in without a second factor (--deep).',
    'Who has set none up is asked for none.',
    'Ask them to set one up, or write mfa.mode: required once they all have.',
  ],
  [
    'nothing-to-receive',
    ['error', 'warning'],
    'Users must give a second factor and have no address that one could be sent to.',
    'MFA is required, the pool offers no authenticator app, and the sign-in ends at setting a factor up.',
    'Give them an address or a number, or offer authenticator apps with mfa.totp: true.',
  ],
  [
    'reset-blocked',
    ['warning'],
    'Users cannot reset their password, because recovery and second factor share an address.',
    'Cognito sends the code of a forgotten password to no address that receives the second factor; it answers with InvalidParameterException.',
    'Give them the other address, or another factor; until then an administrator has to reset the password.',
  ],
  [
    'totp-only',
    ['note'],
    'Users have an authenticator app and no other factor (--deep).',
    'Who loses the phone cannot sign in, and where MFA is required nobody can switch the factor off.',
    'Let them enable a factor that does not lie on the same phone.',
  ],
  [
    'unverified-channel',
    ['warning'],
    'Users have no verified address that a new password could be asked for with.',
    'Cognito recovers accounts through verified addresses only.',
    'Let them verify it, or set email_verified or phone_number_verified where you know it to be theirs.',
  ],
];

/** About the users of a live pool (`poolward users audit`). */
export const USERS: readonly FindingKind[] = ROWS.map(([name, severity, summary, why, todo]) => ({
  id: `users/${name}`,
  severity,
  summary,
  why,
  todo,
  references: [GUIDE],
}));
