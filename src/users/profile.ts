import type { UserMfa } from './decision.js';
import type { Channel } from './pool-mfa.js';
import type { ListedUser, UserSettings } from './ports.js';

/** A user as the decisions need it; without settings as if the user had set nothing. */
export function profile(user: ListedUser, settings: UserSettings | undefined): UserMfa {
  return {
    federated: user.status === 'EXTERNAL_PROVIDER',
    has: CHANNELS.filter((channel) => user[channel] !== undefined),
    app: settings?.app ?? false,
    enabled: settings?.enabled ?? [],
    ...(settings?.preferred && { preferred: settings.preferred }),
  };
}

/** The addresses that Cognito has verified. */
export function verified(user: ListedUser): Channel[] {
  return CHANNELS.filter((channel) => user[channel]?.verified);
}

const CHANNELS: readonly Channel[] = ['email', 'phone'];
