import type { Factor } from './pool-mfa.js';

/** An address of a user, and whether Cognito has verified it. */
export interface Address {
  readonly value: string;
  readonly verified: boolean;
}

/** What lists say of a user: nothing of the user's own MFA settings. */
export interface ListedUser {
  readonly username: string;
  readonly sub?: string;
  /** AWS's word: `CONFIRMED`, `EXTERNAL_PROVIDER` … */
  readonly status: string;
  readonly enabled: boolean;
  readonly email?: Address;
  readonly phone?: Address;
}

/** The user's own MFA settings. */
export interface UserSettings {
  readonly enabled: readonly Factor[];
  readonly preferred?: Factor;
  /** An authenticator app is registered. */
  readonly app: boolean;
}

/** One page of a list. */
export interface UserPage {
  readonly users: readonly ListedUser[];
  /** Absent on the last page. */
  readonly next?: string;
}

/** Reads users; `aws/` has the real one. All of it rejects with an error whose message is AWS's words. */
export interface UserReader {
  page(poolId: string, token: string | undefined): Promise<UserPage>;
  /** A user by user name, `sub`, e-mail address or phone number. */
  find(poolId: string, name: string): Promise<ListedUser | undefined>;
  /** One call a user. Undefined where the user does not exist any more. */
  settings(poolId: string, username: string): Promise<UserSettings | undefined>;
}
