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
  /** All attributes, by name. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** The user's own MFA settings. */
export interface UserSettings {
  readonly enabled: readonly Factor[];
  readonly preferred?: Factor;
  /** An authenticator app is registered. */
  readonly app: boolean;
  /** A passkey of the user counts as MFA, and AWS lists it; absent where it does not, or where AWS lists none. */
  readonly passkey?: true;
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
  /** Members of a group. */
  members(poolId: string, group: string, token: string | undefined): Promise<UserPage>;
}

/** Changes users; `aws/` has the real one. All of it rejects with an error whose message is AWS's words. */
export interface UserWriter {
  /**
   * One call that says of each factor in `about` whether it is enabled, and which one is preferred; of the others nothing,
   * so that they stay as they are.
   */
  setMfa(poolId: string, username: string, settings: UserSettings, about: readonly Factor[]): Promise<void>;
  /** Sets the phone number, or takes it away where there is to be none. */
  setPhone(poolId: string, username: string, phone: Address | undefined): Promise<void>;
}

/** Takes an authenticator app from a user; `aws/` has the real one. All of it rejects with an error whose message is AWS's words. */
export interface AppRemover {
  /** Deletes the registration of the app, for good. */
  deleteApp(poolId: string, username: string): Promise<void>;
  /** Ends all sessions of the user. */
  signOut(poolId: string, username: string): Promise<void>;
}

/** A file that only grows and that one run has at a time; `cli/` has the real one. */
export interface JournalFile {
  /** As messages name it. */
  readonly name: string;
  /** Bytes. */
  size(): Promise<number>;
  /** Up to so many bytes from there. */
  read(from: number, length: number): Promise<Uint8Array>;
  /** Adds a text. Once it resolves, the text survives a crash. */
  append(text: string): Promise<void>;
  /** Takes away what lies behind so many bytes. */
  cut(size: number): Promise<void>;
  /** Takes its name away; it is to be closed all the same. */
  remove(): Promise<void>;
  close(): Promise<void>;
}
