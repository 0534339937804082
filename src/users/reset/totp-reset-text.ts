import { outcomeWords } from '../outcome.js';
import type { PoolMfa } from '../pool-mfa.js';
import type { ListedUser, UserSettings } from '../ports.js';
import { type Stuck, waysToAnotherFactor } from '../remaining-ways.js';
import { factorsText, userHead } from '../suspension-text.js';
import type { ResetObstacle, TotpReset } from './totp-reset.js';

/** A user whose authenticator app is, or cannot be, deleted. */
export interface ResetSubject {
  /** As somebody typed it. */
  readonly name: string;
  readonly user: ListedUser;
  readonly settings: UserSettings | undefined;
  readonly pool: PoolMfa;
  readonly poolId: string;
  readonly file: string;
}

type Possible = Extract<TotpReset, { kind: 'possible' }>;

/** What a reset does, and what follows from it. */
export function resetText(about: ResetSubject, plan: Possible, keepSessions: boolean): string {
  return text([
    ...userHead(about),
    'Delete     the registration of the authenticator app; this cannot be undone',
    ...(plan.listed
      ? []
      : [
          '           AWS lists no app of this user; one that is registered and not enabled is in no list, and goes too',
        ]),
    ...(plan.wanted.enabled.length > 0 ? [`Keeps      ${factorsText(plan.wanted)}`] : []),
    `Next       the sign-in asks ${nextWords(plan)}`,
    `Risk       ${risk(plan, about.pool)}`,
    '           Make sure that it is the user who asks; where somebody else may know the password, set a new one first',
    `Sessions   ${keepSessions ? KEPT : REVOKED}`,
    `Then       ${about.pool.offered.includes('totp') ? REGISTER : NO_APPS}`,
  ]);
}

function nextWords({ next }: Possible): string {
  if (next.kind === 'none') return 'for the password alone';
  return next.kind === 'setup' ? outcomeWords(next) : `for ${outcomeWords(next)}`;
}

function risk({ next }: Possible, { offered }: PoolMfa): string {
  const register = offered.includes('totp') ? 'may then register an app' : 'can register no app';
  if (next.kind === 'setup')
    return `whoever knows the password ${register}, and sets up what the next sign-in asks for`;
  if (next.kind === 'none') return `whoever knows the password signs in with it alone, and ${register}`;
  return `whoever knows the password and receives the code signs in, and ${register}`;
}

const REGISTER = 'the user signs in and registers a new app';
const NO_APPS = 'a new app cannot be registered: the pool does not offer apps (mfa.totp)';
const KEPT = 'stay open (--keep-sessions), also those that the lost device may hold';
// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUserGlobalSignOut.html
const REVOKED =
  'all are ended (AdminUserGlobalSignOut); an API that checks tokens by itself takes an access token until it expires';

/** Why it is not done, and what to do instead. */
export function noResetText(about: ResetSubject, why: ResetObstacle, stuck: Stuck): string {
  const ways = why === 'locks-out' ? waysToAnotherFactor(stuck) : [];
  return text([
    ...userHead(about),
    `Refused    ${WHY[why]}`,
    ...ways.flatMap((way, index) => [`  ${index + 1}. ${way.text}`, ...way.commands.map((line) => `       ${line}`)]),
  ]);
}

const WHY: Readonly<Record<ResetObstacle, string>> = {
  federated: 'the user signs in with an identity provider, which asks for its own second factor',
  unconfirmed: 'the user has not confirmed the sign-up, and has no app before that',
  'locks-out':
    'without the app the right password is answered with an error, because no other factor reaches the user; first do one of these',
};

const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`;
