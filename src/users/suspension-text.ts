import { NAME } from './decision.js';
import { effectiveFactor } from './effective-factor.js';
import { appWords, UNLISTED, withHiddenApp } from './factor/hidden-app.js';
import type { Entry, Recorded } from './journal-lines.js';
import { outcomeWords } from './outcome.js';
import type { Channel, PoolMfa } from './pool-mfa.js';
import type { ListedUser, UserSettings } from './ports.js';
import { profile } from './profile.js';
import type { Way } from './remaining-ways.js';
import type { Obstacle, Suspension } from './suspension.js';

/** A user whose second factor is, or cannot be, suspended. */
export interface Suspended {
  /** As somebody typed it. */
  readonly name: string;
  readonly user: ListedUser;
  readonly settings: UserSettings | undefined;
  readonly pool: PoolMfa;
  readonly poolId: string;
  readonly file: string;
}

type Possible = Extract<Suspension, { kind: 'possible' }>;

const ADDRESS: Readonly<Record<Channel, string>> = { email: 'e-mail address', phone: 'phone number' };

/** What a suspension does, and what is to be done next. `restore` is the command line that ends it. */
export function suspensionText(about: Suspended, plan: Possible, until: string, restore: string): string {
  return text([
    ...userHead(about),
    `Suspend    ${NAME[plan.factor]} is switched off until ${until}`,
    `Meanwhile  the sign-in asks for ${asked(about, plan.wanted)}`,
    `Reset      a code goes to the ${ADDRESS[plan.to]}; it is good for an hour`,
    'Next       the user asks for it with “Forgot your password?” (ForgotPassword), and signs in with the new password',
    `Then       ${restore}`,
  ]);
}

/** The code goes out as it is; `open` is a suspension that makes it so. */
export function needlessText(about: Suspended, to: Channel, open: Entry | undefined): string {
  return text([
    ...userHead(about),
    `Reset      a code goes to the ${ADDRESS[to]}; nothing has to be suspended`,
    ...(open ? [`Suspended  until ${open.until}: ${open.reason}`] : []),
  ]);
}

/** Why it does not help, and what does. */
export function impossibleText(about: Suspended, why: Obstacle, ways: readonly Way[]): string {
  return text([
    ...userHead(about),
    `Refused    ${WHY[why]}`,
    ...ways.flatMap((way, index) => [`  ${index + 1}. ${way.text}`, ...way.commands.map((line) => `       ${line}`)]),
  ]);
}

const WHY: Readonly<Record<Obstacle, string>> = {
  federated: 'the user signs in with an identity provider, and Cognito has no password to reset',
  'recovery-by-admin': 'recovery is left to an administrator (accountRecovery.mechanisms), whatever the second factor',
  disabled: 'the user is disabled, and who is disabled gets no code',
  unconfirmed: 'the user has not confirmed the sign-up, so there is no password to reset yet',
  invited: 'the user has not yet changed the temporary password, and until then gets no code',
  'no-verified-address': 'the user has no verified address that accountRecovery.mechanisms names',
  'mfa-required': 'MFA is required in the pool (mfa.mode: required), so no factor can be switched off for a user',
};

/** Who it is about, and what AWS lists of the user. */
export function userHead({ name, user, settings, poolId, file }: Omit<Suspended, 'pool'>): string[] {
  const { enabled, preferred, app } = profile(user, settings);
  const set = enabled.length === 0 ? 'none' : enabled.join(', ');
  return [
    `${name} in ${poolId} (${file})`,
    `  factors of the user: ${set}; preferred: ${preferred ?? 'none'}; ${appWords({ app })}`,
    '',
  ];
}

function asked({ pool, user, settings }: Suspended, { enabled, preferred }: Recorded): string {
  const after = { enabled, app: settings?.app ?? false, ...(preferred && { preferred }) };
  const mine = profile(user, after);
  const effective = effectiveFactor(pool, mine);
  const { outcome } = effective;
  const words = outcome.kind === 'none' ? 'the password alone' : outcomeWords(outcome);
  const hidden = withHiddenApp(pool, mine, effective);
  return hidden ? `${words}; or for ${outcomeWords(hidden.outcome)}: ${UNLISTED}` : words;
}

/** `e-mail, SMS; e-mail preferred`. */
export function factorsText({ enabled, preferred }: Recorded): string {
  if (enabled.length === 0) return 'none';
  const named = enabled.map((factor) => NAME[factor]).join(', ');
  return preferred ? `${named}; ${NAME[preferred]} preferred` : named;
}

const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`;
