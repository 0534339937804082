import { shell } from '../text/shell.js';
import { article, factorOf, NAME } from './decision.js';
import { effectiveFactor } from './effective-factor.js';
import { passwordReset } from './password-reset.js';
import { CHANNEL, type Channel, type Factor, type PoolMfa, resetChannels } from './pool-mfa.js';
import type { ListedUser, UserSettings } from './ports.js';
import { profile, verified } from './profile.js';
import type { Obstacle } from './suspension.js';

/** A way to a new password, or to one that works from now on. */
export interface Way {
  /** A sentence or more. */
  readonly text: string;
  /** Command lines, the first one first. */
  readonly commands: readonly string[];
}

/** A user who cannot reset the password, and where. */
export interface Stuck {
  readonly pool: PoolMfa;
  /** `lite`, `essentials` or `plus`, where it was read. */
  readonly tier: string | undefined;
  readonly user: ListedUser;
  readonly settings: UserSettings | undefined;
  readonly poolId: string;
  readonly region: string;
}

/** What is left where a suspension does not help, the gentlest first. */
export function remainingWays(why: Obstacle, stuck: Stuck): Way[] {
  return WAYS[why](stuck);
}

const WAYS: Readonly<Record<Obstacle, (stuck: Stuck) => Way[]>> = {
  federated: () => [{ text: "The password is the identity provider's: let the user reset it there.", commands: [] }],
  disabled: (stuck) => [
    {
      text: 'Enable the user, and look again.',
      commands: [aws(stuck, 'admin-enable-user')],
    },
  ],
  unconfirmed: (stuck) => [
    {
      text: 'Confirm the sign-up, where you know the user.',
      commands: [aws(stuck, 'admin-confirm-sign-up')],
    },
  ],
  invited: (stuck) => [
    {
      text: 'Send the invitation again, with a new temporary password.',
      commands: [aws(stuck, 'admin-create-user', '--message-action RESEND')],
    },
    temporaryPassword(stuck),
  ],
  'recovery-by-admin': (stuck) => [temporaryPassword(stuck)],
  'no-verified-address': (stuck) => [...verify(stuck), temporaryPassword(stuck)],
  'mfa-required': (stuck) => [
    ...otherFactors(stuck),
    ...otherAddress(stuck),
    temporaryPassword(stuck),
    ...forAll(stuck),
  ],
};

/** `aws cognito-idp …` about the user. */
function aws({ region, poolId, user }: Stuck, operation: string, ...more: readonly string[]): string {
  const named = shell`--region ${region} --user-pool-id ${poolId} --username ${user.username}`;
  return ['aws cognito-idp', operation, named, ...more].join(' ');
}

/** It leaves the second factor as it is, so it works whatever the factor. */
function temporaryPassword(stuck: Stuck): Way {
  return {
    text: 'Set a temporary password and tell it to the user by a way that you trust. The next sign-in asks for the second factor as before, and for a new password.',
    commands: [aws(stuck, 'admin-set-user-password', '--no-permanent --password "$TEMPORARY_PASSWORD"')],
  };
}

const ATTRIBUTE: Readonly<Record<Channel, string>> = { email: 'email', phone: 'phone_number' };
const ADDRESS: Readonly<Record<Channel, string>> = { email: 'e-mail address', phone: 'phone number' };

function verify(stuck: Stuck): Way[] {
  const { pool, user } = stuck;
  return resetChannels(pool).map((channel) =>
    user[channel]
      ? {
          text: `Mark the ${ADDRESS[channel]} as verified, where you know that it is the user's.`,
          commands: [attributes(stuck, `Name=${ATTRIBUTE[channel]}_verified,Value=true`)],
        }
      : {
          text: `Give the user ${article(channel)} that you know to be the user's.`,
          commands: [giveAddress(stuck, channel)],
        },
  );
}

function attributes(stuck: Stuck, values: string): string {
  return aws(stuck, 'admin-update-user-attributes', `--user-attributes ${values}`);
}

/** The address is a variable of the shell, which the reader sets. */
function giveAddress(stuck: Stuck, channel: Channel): string {
  const name = ATTRIBUTE[channel];
  return attributes(stuck, `Name=${name},Value="$${name.toUpperCase()}" Name=${name}_verified,Value=true`);
}

const OPTION: Readonly<Record<Factor, string>> = {
  email: '--email-mfa-settings',
  sms: '--sms-mfa-settings',
  totp: '--software-token-mfa-settings',
};

function prefer(stuck: Stuck, factor: Factor): string {
  return aws(stuck, 'admin-set-user-mfa-preference', `${OPTION[factor]} Enabled=true,PreferredMfa=true`);
}

/** Factors that the user can use at once, and that leave an address to the code. */
function otherFactors(stuck: Stuck): Way[] {
  const { pool, user, settings } = stuck;
  return pool.offered.flatMap((factor) => {
    const channel = CHANNEL[factor];
    if (channel === undefined ? !settings?.app : !user[channel]) return [];
    const to = codeGoes(pool, user, settings, factor);
    if (to === undefined) return [];
    return [
      {
        text: `Prefer ${NAME[factor]}: the code of a forgotten password may then go to the ${ADDRESS[to]}. ${DOUBT}`,
        commands: [prefer(stuck, factor)],
      },
    ];
  });
}

/** Where the code goes once a factor is preferred. */
function codeGoes(pool: PoolMfa, user: ListedUser, settings: UserSettings | undefined, factor: Factor) {
  const mine = { ...profile(user, settings), preferred: factor };
  const enabled = [...new Set([...mine.enabled, factor])];
  const changed = { ...mine, enabled };
  const reset = passwordReset(pool, changed, verified(user), effectiveFactor(pool, changed).outcome);
  return reset.kind === 'sent' ? reset.to : undefined;
}

/** What lets a user in who has no authenticator app: a message that the user prefers, or an address that the user lacks. */
export function waysToAnotherFactor(stuck: Stuck): Way[] {
  const { pool, user } = stuck;
  const messages = pool.offered.filter((factor) => factor !== 'totp');
  return messages.map((factor) => {
    const channel = CHANNEL[factor];
    const has = channel !== undefined && user[channel] !== undefined;
    const give = channel && !has ? [giveAddress(stuck, channel)] : [];
    const first =
      channel && !has ? `Give the user ${article(channel)} that you know to be the user's, and prefer` : 'Prefer';
    return { text: `${first} ${NAME[factor]}.`, commands: [...give, prefer(stuck, factor)] };
  });
}

/** An address that the user does not have: for the code itself, or for another factor. */
function otherAddress(stuck: Stuck): Way[] {
  const { pool, user } = stuck;
  const missing = (['email', 'phone'] as const).filter((channel) => !user[channel]);
  return missing.flatMap((channel) => {
    const give = `Give the user ${article(channel)} that you know to be the user's`;
    if (resetChannels(pool).includes(channel))
      return [{ text: `${give}: the code goes there.`, commands: [giveAddress(stuck, channel)] }];
    const factor = factorOf(channel);
    if (!pool.offered.includes(factor)) return [];
    const commands = [giveAddress(stuck, channel), prefer(stuck, factor)];
    return [{ text: `${give}, and prefer ${NAME[factor]}. ${DOUBT}`, commands }];
  });
}

/** Sources: the page managing-users-passwords.html of the guide, and UserPoolType (AccountRecoverySetting) of the reference. */
const DOUBT =
  "AWS's guide goes by the preferred factor, its reference by the enabled ones, which stay: should the code still be refused, take the next way.";

/** What the spec could say, so that no other user comes into this. */
function forAll({ pool, tier, user }: Stuck): Way[] {
  const unused = (['email', 'phone'] as const).find(
    (channel) => !resetChannels(pool).includes(channel) && user[channel]?.verified,
  );
  const lacks = (factor: Factor) => !pool.offered.includes(factor);
  const essentials = tier === 'lite' ? ' and pool.tier: essentials, because the tier is lite' : '';
  const texts = [
    ...(unused ? [`list ${unused} in accountRecovery.mechanisms: the user has such an address, verified`] : []),
    ...(lacks('totp') ? ['offer authenticator apps (mfa.totp: true)'] : []),
    ...(lacks('email') && pool.recovery[0] === 'phone' ? [`offer e-mail (mfa.email: true${essentials})`] : []),
  ];
  return texts.length === 0 ? [] : [{ text: `For all users, in the spec: ${texts.join('; ')}.`, commands: [] }];
}
