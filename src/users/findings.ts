import type { Finding, Severity } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';
import type { Count } from './count.js';
import type { Kind } from './judge-user.js';
import type { UserMfaPolicy } from './policy.js';
import type { PoolMfa } from './pool-mfa.js';

/** What was counted, and of which pool. */
export interface Counted {
  readonly counts: ReadonlyMap<Kind, Count>;
  /** Users judged. */
  readonly judged: number;
  readonly pool: PoolMfa;
  /** The users' own settings were read. */
  readonly deep: boolean;
  /** What the spec demands of users. */
  readonly policy?: UserMfaPolicy | undefined;
  readonly specId: string;
  readonly document: SourceDocument;
}

interface Words {
  readonly severity: (counted: Counted) => Severity;
  /** The rest of “3 of 70 users …”. */
  readonly says: (counted: Counted) => string;
  readonly help: string;
  /** The setting that makes it so. */
  readonly setting: readonly [section: string, setting: string];
}

/** What is said of users whose second factor is suspended. */
export const SUSPENDED = {
  open: 'have their second factor suspended by `users suspend-mfa`',
  overdue: 'have their second factor suspended beyond the end time',
  help: '`poolward users restore-mfa` gives it back; with --due once the end time is over.',
  helpOverdue: 'Run `poolward users restore-mfa --due`, and see that it runs regularly.',
} as const;

const ENFORCE = '`poolward users enforce` shows what it would change, and with --yes changes it.';
const GUIDE = 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html';
const always = (severity: Severity) => () => severity;

/** Without the users' settings an app, or a preference, may still let them in. */
function unless({ deep, pool }: Counted): string {
  if (deep)
    return pool.offered.includes('totp')
      ? ', unless they have registered an app that is not enabled, which AWS does not list'
      : '';
  return pool.offered.includes('totp')
    ? ', unless they have an authenticator app or a preferred factor (look with --deep)'
    : ', unless they have a preferred factor (look with --deep)';
}

function lockedOut({ deep, pool }: Counted): Severity {
  if (deep) return 'error';
  return pool.offered.includes('totp') ? 'note' : 'warning';
}

const WORDS: Readonly<Record<Kind, Words>> = {
  'users/locked-out': {
    severity: lockedOut,
    says: (counted) => `are answered with an error after the right password${unless(counted)}`,
    help: 'Give them another address or an authenticator app, or put the other channel first in accountRecovery.mechanisms.',
    setting: ['accountRecovery', 'mechanisms'],
  },
  'users/reset-blocked': {
    severity: always('warning'),
    says: ({ deep }) =>
      `cannot reset their password: the only address that it may be sent to receives their second factor${deep ? '' : ', as far as lists of users tell'}`,
    help: 'Give them the other address, or another factor; until then an administrator has to reset the password.',
    setting: ['accountRecovery', 'mechanisms'],
  },
  'users/unverified-channel': {
    severity: always('warning'),
    says: saying('have no verified address that a new password could be asked for with'),
    help: 'Let them verify it (GetUserAttributeVerificationCode), or set email_verified or phone_number_verified where you know it to be theirs.',
    setting: ['accountRecovery', 'mechanisms'],
  },
  'users/nothing-to-receive': {
    severity: ({ deep }) => (deep ? 'error' : 'warning'),
    says: (counted) => `must give a second factor and have no address that one could be sent to${unless(counted)}`,
    help: 'Give them an address or a number, or offer authenticator apps with mfa.totp: true.',
    setting: ['mfa', 'mode'],
  },
  'users/factor-not-offered': {
    severity: always('warning'),
    says: saying('have a factor enabled that the pool no longer offers'),
    help: 'Offer it again, or set another factor for them with AdminSetUserMFAPreference.',
    setting: ['mfa', 'mode'],
  },
  'users/implicit-preference': {
    severity: always('note'),
    says: saying('have no preferred factor, so that Cognito chooses one by its own rules'),
    help: 'Set the enabled and the preferred factor of each with AdminSetUserMFAPreference.',
    setting: ['mfa', 'mode'],
  },
  'users/not-as-policy': {
    severity: always('warning'),
    says: saying('have other factors enabled, or another one preferred, than userMfa demands'),
    help: ENFORCE,
    setting: ['userMfa', 'factors'],
  },
  'users/totp-only': {
    severity: always('note'),
    says: saying('have an authenticator app and no other factor: who loses the phone needs an administrator'),
    help: 'Let them enable a second factor that does not lie on the same phone. Who has lost it: `poolward users reset-totp <user>`.',
    setting: ['mfa', 'totp'],
  },
  'users/mfa-suspended': {
    severity: always('note'),
    says: saying(SUSPENDED.open),
    help: SUSPENDED.help,
    setting: ['mfa', 'mode'],
  },
  'users/suspension-overdue': {
    severity: always('warning'),
    says: saying(SUSPENDED.overdue),
    help: SUSPENDED.helpOverdue,
    setting: ['mfa', 'mode'],
  },
  'users/no-second-factor': {
    severity: always('note'),
    says: saying(
      'sign in without a second factor that AWS lists; an app that is registered and not enabled it does not list',
    ),
    help: 'Ask them to set one up, or write mfa.mode: required once they all have.',
    setting: ['mfa', 'mode'],
  },
};

/** Where a policy demands it. */
const AGAINST_POLICY: Partial<Readonly<Record<Kind, Words>>> = {
  'users/no-second-factor': {
    severity: always('warning'),
    says: saying('sign in without a second factor, although userMfa demands one'),
    help: `Ask those to set one up whom no factor reaches; ${ENFORCE}`,
    setting: ['userMfa', 'factors'],
  },
  'users/implicit-preference': {
    severity: always('warning'),
    says: saying('have no preferred factor, although userMfa demands one'),
    help: ENFORCE,
    setting: ['userMfa', 'preferred'],
  },
};

function saying(text: string): () => string {
  return () => text;
}

/** One finding a kind; sorted by id. */
export function userFindings(counted: Counted): Finding[] {
  return [...counted.counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, count]) => finding(kind, count, counted));
}

function wordsOf(kind: Kind, { policy }: Counted): Words {
  return (policy && AGAINST_POLICY[kind]) ?? WORDS[kind];
}

function finding(rule: Kind, { users, examples }: Count, counted: Counted): Finding {
  const { severity, says, help, setting } = wordsOf(rule, counted);
  const some = examples.length < users ? `for example ${examples.join(', ')}` : examples.join(', ');
  return {
    rule,
    severity: severity(counted),
    message: `${users} of ${counted.judged} users ${says(counted)}: ${some}.`,
    help,
    target: counted.document.file,
    setting: setting.join('.'),
    at: counted.document.locate(setting),
    confidence: 'documented',
    docs: GUIDE,
    fingerprint: `${counted.specId}:${rule}`,
  };
}
