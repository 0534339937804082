// The events of Cognito, as far as these functions look at them.
// Source: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html

export type Texts = Readonly<Record<string, string>>;

interface Common {
  readonly userPoolId: string;
  readonly userName: string;
  readonly triggerSource: string;
}

/** One answered challenge of a sign-in. */
export interface ChallengeResult {
  readonly challengeName: string;
  readonly challengeResult: boolean;
  /** What the function that made a custom challenge wrote down for itself. */
  readonly challengeMetadata?: string | null;
}

/** What the requests of the challenge triggers have in common. */
export interface ChallengeRequest {
  readonly userAttributes?: Texts | null;
  /** Nobody of that name; only with PreventUserExistenceErrors. */
  readonly userNotFound?: boolean | null;
  /** The challenges so far, the first one first. */
  readonly session?: readonly ChallengeResult[] | null;
}

/** Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-define-auth-challenge.html */
export interface DefineEvent extends Common {
  readonly request: ChallengeRequest;
  readonly response: object;
}

/** Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-create-auth-challenge.html */
export interface CreateEvent extends Common {
  readonly request: ChallengeRequest & { readonly challengeName: string };
  readonly response: object;
}

/** Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-verify-auth-challenge-response.html */
export interface VerifyEvent extends Common {
  readonly request: {
    readonly userAttributes?: Texts | null;
    readonly userNotFound?: boolean | null;
    readonly privateChallengeParameters?: Texts | null;
    readonly challengeAnswer?: unknown;
  };
  readonly response: object;
}

/** Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-confirmation.html */
export interface ConfirmationEvent extends Common {
  readonly request: { readonly userAttributes?: Texts | null };
  readonly response: object;
}

/** The address that codes may go to: only one that the user has proved to own. */
export function verifiedAddress({ userAttributes, userNotFound }: ChallengeRequest): string | undefined {
  if (userNotFound === true || userAttributes?.['email_verified']?.toLowerCase() !== 'true') return undefined;
  return userAttributes['email'] || undefined;
}
