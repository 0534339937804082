import type { FindingKind } from './kind.js';

const GUIDE = 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html';

type Words = readonly [name: string, severity: FindingKind['severity'], summary: string, why: string, todo: string];

const ROWS: readonly Words[] = [
  [
    'cannot-comply',
    ['warning'],
    'Users cannot have any factor that the spec’s userMfa demands of them (users enforce).',
    'A factor needs an address, a number or a registered app, and the pool has to offer it. Nothing of these users is changed.',
    'Give them an address or a number (--phones), ask them to set up an app, or write an override for them.',
  ],
  [
    'factor-not-offered',
    ['warning'],
    'Users have a second factor enabled that the pool no longer offers (--deep).',
    'Cognito passes it over: they are asked for another factor than they expect, or for none.',
    'Offer the factor again, or set another one for them with AdminSetUserMFAPreference.',
  ],
  [
    'implicit-preference',
    ['warning', 'note'],
    'Users have no preferred factor in a pool that offers several (--deep).',
    'Cognito then chooses by attributes and recovery settings; what it chose on real pools was not always what is documented. A warning where the spec’s userMfa.preferred demands one, which counts with one factor too.',
    'Write userMfa.preferred, and apply it with `poolward users enforce`.',
  ],
  [
    'keeps-factor',
    ['note'],
    'Users keep a factor that the spec’s userMfa does not name (users enforce).',
    'Where MFA is required Cognito switches no factor off, and a user’s only factor is not taken away.',
    'Name it in userMfa.factors, or let it be.',
  ],
  [
    'locked-out',
    ['error', 'warning', 'note'],
    'Users are answered with an error after the right password.',
    'MFA is required, and no factor reaches them: Cognito sends none to the address that is the first choice of recovery. Without --deep it is not known whether a preferred factor or an authenticator app lets them in, so it is a warning, or a note where the pool offers apps.',
    'Give them another address or an authenticator app, or put the other channel first in accountRecovery.mechanisms.',
  ],
  [
    'mfa-suspended',
    ['note'],
    'Users have their second factor suspended, so that they can reset their password (audit, enforce).',
    'The journal of `users suspend-mfa` says so. What these users have set is not held against userMfa, and enforce leaves them alone.',
    '`poolward users restore-mfa` gives it back; with --due once the end time is over.',
  ],
  [
    'no-second-factor',
    ['warning', 'note'],
    'Users of a pool with optional MFA sign in without a second factor (--deep).',
    'Who has set none up is asked for none. AWS does not list an authenticator app that is registered and not enabled; such a user may be asked for its code. A warning where the spec’s userMfa demands one of these users.',
    'Apply a policy with `poolward users enforce`, ask them to set one up, or write mfa.mode: required once they all have.',
  ],
  [
    'journal-cut',
    ['error', 'warning'],
    'The journal that was to be taken back ends in the middle (users enforce --undo).',
    'A run was killed, or the file was cut: the result of a change is missing, or half a line. Users whose lines are missing cannot be put back from it.',
    'Put the whole file back if there is one, and run again; else look at the users that are named, and at `poolward users audit --deep`.',
  ],
  [
    'phone-of-nobody',
    ['warning'],
    'Lines of the file of --phones name nobody (users enforce).',
    'The user may have been deleted, be disabled or not confirmed, sign in with an identity provider, or bear another name in the pool.',
    'Name users by user name, sub or e-mail address, as they are in the pool.',
  ],
  [
    'not-as-policy',
    ['warning'],
    'Users have other factors enabled, or another one preferred, than the spec’s userMfa demands (--deep).',
    'Users and administrators change these settings, and the policy may have changed since it was applied.',
    '`poolward users enforce` shows what it would change, and with --yes changes it.',
  ],
  [
    'not-enforced',
    ['error'],
    'Users were to be changed and are not as they were to be (users enforce).',
    'AWS refused it, somebody else has changed the user since the plan was made, or what was read afterwards is something else. The journal says it of each user.',
    'Where AWS was busy or out of reach, run the same command again with the same --journal: what is done is not done twice. Where it refuses the user as the user is, change what it names first.',
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
    'suspension-overdue',
    ['warning'],
    'Users have their second factor suspended beyond the end time (audit, enforce).',
    'The end time ends nothing by itself: until somebody restores it, the password alone may let them in.',
    'Run `poolward users restore-mfa --due`, and see that it runs regularly.',
  ],
  [
    'to-enforce',
    ['warning'],
    'Users are not as the spec’s userMfa demands, and could be (users enforce).',
    'What a dry run would change, by what is done to them.',
    'Give --yes to change them.',
  ],
  [
    'too-many-changes',
    ['error'],
    'More users would change than --max-change allows (users enforce).',
    'A policy that was mistyped, or a pool that was mixed up, looks like this. Nothing is changed.',
    'Look at the plan; if it is right, give the percentage with --max-change.',
  ],
  [
    'totp-only',
    ['note'],
    'Users have an authenticator app and no other factor (--deep).',
    'Who loses the phone cannot sign in. An administrator can delete the app (AdminDeleteSoftwareToken), so that a new one can be registered.',
    'Let them enable a factor that does not lie on the same phone; `poolward users reset-totp` helps who has lost it.',
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
