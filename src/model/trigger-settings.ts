// What a spec tells the functions that its stack makes, as JSON in one environment variable.

/** The variable. */
export const SETTINGS = 'SETTINGS';

/** A mail in one language. `{code}` and `{minutes}` in the body are filled in. */
export interface MailText {
  readonly subject: string;
  readonly body: string;
}

/** Of the function that decides which challenge comes next. */
export interface DefineSettings {
  /** How many answers a code may get. */
  readonly attempts: number;
}

/** Of the function that draws a code and mails it. */
export interface CreateSettings extends DefineSettings {
  /** Digits. */
  readonly codeLength: number;
  /** How long a code is good. */
  readonly minutes: number;
  /** Where the user's `locale` has no text. */
  readonly language: string;
  /** By language tag; besides those that are built in, and instead of them. */
  readonly texts: Readonly<Record<string, MailText>>;
  /** An address, with a display name or without. */
  readonly from: string;
  /** The SES identity where it belongs to another account. */
  readonly identityArn?: string;
  readonly configurationSet?: string;
  /** Whose SES sends. */
  readonly region: string;
}

/** Of the function that applies the policy of users' MFA: `userMfa`, and what the pool offers. */
export interface RestoreSettings {
  readonly factors: readonly string[];
  readonly preferred?: string;
  readonly overrides: readonly unknown[];
  readonly mode: string;
  readonly offered: readonly string[];
}
