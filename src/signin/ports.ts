/** Named parameters of a call, in AWS's words. */
export type Values = Readonly<Record<string, string>>;

/** Cognito wants something more. */
export interface Challenge {
  readonly kind: 'challenge';
  /** AWS's name, `SMS_MFA`; it may be one that nobody here knows. */
  readonly name: string;
  readonly session: string | undefined;
  readonly parameters: Values;
  /** First factors to choose from, of a SELECT_CHALLENGE. */
  readonly available: readonly string[];
}

/** The sign-in is done. None of it is for anybody's eyes. */
export interface Tokens {
  readonly kind: 'tokens';
  readonly access: string;
  readonly id: string | undefined;
  readonly refresh: string | undefined;
  /** Cognito would remember the device if it were confirmed. */
  readonly newDevice: boolean;
}

export type Answer = Challenge | Tokens;

/** Cognito as one sign-in sees it; `aws/` has the real one. All of it rejects with an error whose message is AWS's words. */
export interface SignInPort {
  /** `flow` is AWS's word: `USER_SRP_AUTH`. */
  start(flow: string, parameters: Values): Promise<Answer>;
  respond(challenge: Challenge, responses: Values): Promise<Answer>;
  /** A new secret for an authenticator app, in base32, and the session to go on with. */
  associate(session: string): Promise<{ readonly secret: string; readonly session: string }>;
  /** Proves the app by a code; the session to go on with. */
  verify(session: string, code: string): Promise<string>;
  revoke(refreshToken: string): Promise<void>;
}

/** One proof of a password by SRP: the password itself is never sent. */
export interface PasswordProof {
  /** SRP_A. */
  readonly start: string;
  /** The responses to a PASSWORD_VERIFIER with these parameters. */
  sign(parameters: Values): Values;
}
