import type { AttributeType, UserStatusType } from '@aws-sdk/client-cognito-identity-provider';
import type { IdSource } from '../ids.js';
import type { StoredUser } from '../store.js';

/** A user as a test wants one. What is left out: confirmed, enabled, no factors, a `sub` that is drawn. */
export interface SeededUser {
  /** The user name; where the pool signs in by e-mail or phone, the `sub` when left out. */
  readonly username?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly password?: string;
  readonly status?: UserStatusType;
  readonly enabled?: boolean;
  /** The user's own factors (UserMFASettingList), and the preferred one of them. */
  readonly settings?: readonly string[];
  readonly preferred?: string;
  /** The key of a registered authenticator app, in base 32. */
  readonly totpSecret?: string;
  readonly groups?: readonly string[];
}

export function seededUser(given: SeededUser, ids: IdSource, now: Date): StoredUser {
  const { attributes = {}, groups, password, preferred, totpSecret } = given;
  const sub = attributes['sub'] ?? ids.uuid();
  return {
    username: given.username ?? sub,
    attributes: listed({ sub, ...attributes }),
    status: given.status ?? 'CONFIRMED',
    enabled: given.enabled ?? true,
    ...(password !== undefined && { password }),
    created: now,
    modified: now,
    settings: [...(given.settings ?? [])],
    ...(preferred !== undefined && { preferred }),
    totpRegistered: totpSecret !== undefined,
    ...(totpSecret !== undefined && { totpSecret }),
    groups: new Set(groups),
  };
}

function listed(attributes: Readonly<Record<string, string>>): AttributeType[] {
  return Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
}
