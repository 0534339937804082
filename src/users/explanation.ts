import { type Effective, effectiveFactor, type UserMfa } from './effective-factor.js';
import { appWords, UNLISTED, withHiddenApp } from './factor/hidden-app.js';
import { outcomeKey, outcomeWords } from './outcome.js';
import { passwordReset, type Reset } from './password-reset.js';
import type { PoolMfa } from './pool-mfa.js';
import type { Address, ListedUser, UserSettings } from './ports.js';
import { profile, verified } from './profile.js';

/** A user, and the pool as it is and as its spec has it. */
export interface Explained {
  /** As somebody typed it. */
  readonly name: string;
  readonly user: ListedUser;
  /** Absent for federated users, and for one who has just been deleted. */
  readonly settings: UserSettings | undefined;
  readonly poolId: string;
  readonly pool: PoolMfa;
  readonly planned: PoolMfa;
  readonly file: string;
  readonly showPersonal: boolean;
  /** A line about the suspension of a second factor, where there is one. */
  readonly suspended?: string | undefined;
  /** Lines about a lost authenticator app, where one may be deleted. */
  readonly lostApp?: readonly string[];
}

/** What a user is asked for, for people. */
export function explanation(about: Explained): string {
  const { name, user, settings, pool, planned, poolId, file } = about;
  const mine = profile(user, settings);
  const found = effectiveFactor(pool, mine);
  const after = effectiveFactor(planned, mine);
  const reset = passwordReset(pool, mine, verified(user), found.outcome);
  return `${[
    `${name} in ${poolId} (${file})`,
    ...facts(about, mine),
    '',
    `Asked for  ${outcomeWords(found.outcome)}`,
    ...steps(found.reasons),
    ...observedLines(found),
    ...ifHidden(pool, mine, found),
    ...besides(found, pool, mine),
    ...(about.suspended === undefined ? [] : [`Suspended  ${about.suspended}`]),
    `Reset      ${reset.kind === 'sent' ? sentTo(reset) : NOT_SENT[reset.kind]}`,
    ...(outcomeKey(found.outcome) === outcomeKey(after.outcome)
      ? []
      : [`Spec       ${file} differs from the live pool: with it, ${outcomeWords(after.outcome)}`]),
    ...(about.lostApp ?? []),
  ].join('\n')}\n`;
}

const steps = (reasons: Effective['reasons']): string[] =>
  reasons.flatMap(({ text, source }, index) => [`  ${index + 1}. ${text}`, `     ${source}`]);

/** The other outcome, where an app that AWS does not list makes one. */
function ifHidden(pool: PoolMfa, mine: UserMfa, found: Effective): string[] {
  const hidden = withHiddenApp(pool, mine, found);
  if (hidden === undefined) return [];
  return [
    `With app   ${outcomeWords(hidden.outcome)}, if the user has registered one: ${UNLISTED}`,
    ...steps(hidden.reasons.filter(({ rule }) => found.reasons.every((one) => one.rule !== rule))),
    ...observedLines(hidden),
  ];
}

function observedLines({ observed }: Effective): string[] {
  return observed ? [`Seen       otherwise on a real pool: ${observed.text}`, `     ${observed.source}`] : [];
}

function facts({ user, showPersonal, settings }: Explained, mine: UserMfa): string[] {
  const address = (one: Address | undefined, what: string) => {
    if (!one) return `no ${what}`;
    return `${what}${showPersonal ? ` ${one.value}` : ''} (${one.verified ? 'verified' : 'not verified'})`;
  };
  // Not a factor that Poolward sets: without another one AWS takes no passkey as MFA (WebAuthnMfaSettingsType).
  const listed = [...mine.enabled, ...(settings?.passkey ? ['passkey'] : [])];
  const set = listed.length === 0 ? 'none' : listed.join(', ');
  return [
    ...(showPersonal ? [`  user name ${user.username}`] : []),
    `  ${user.enabled ? '' : 'disabled, '}${user.status}; ${address(user.email, 'e-mail address')}, ${address(user.phone, 'phone number')}`,
    `  factors of the user: ${set}; preferred: ${mine.preferred ?? 'none'}; ${appWords(mine)}`,
  ];
}

/** What else may happen at sign-in. */
function besides({ whenRisky }: Effective, pool: PoolMfa, { federated }: UserMfa): string[] {
  if (federated || pool.mode === 'off') return [];
  return [
    ...(whenRisky ? [`If risky   ${outcomeWords(whenRisky)}, where threat protection demands it`] : []),
    ...(pool.devicesSkip ? ['Device     a remembered device signs in without a second factor'] : []),
    ...(pool.passkeys ? ['Passkey    signing in with a passkey counts as both factors'] : []),
    ...(pool.mode === 'required' ? ['At first   the sign-in after sign-up may go without'] : []),
  ];
}

const NOT_SENT: Readonly<Record<Exclude<Reset['kind'], 'sent'>, string>> = {
  notHere: 'not by the user: an administrator, or the provider, has the password',
  unverified: 'refused: the user has no verified address that recovery may use (accountRecovery.mechanisms)',
  shared: 'refused: the only address receives the second factor too',
};

function sentTo({ to, disputed }: Extract<Reset, { kind: 'sent' }>): string {
  const address = to === 'email' ? 'e-mail address' : 'phone number';
  const doubt = ': so the guide; AWS’s API reference says that an enabled factor keeps the code from its address';
  return `a code goes to the ${address}${disputed ? doubt : ''}`;
}
