// What a failed call means for the next one. The names are those that reasons begin with (`AccessDeniedException: …`).

/**
 * `later`: nothing was done, and a later call may succeed. `unsure`: it may have taken effect, and a later call may succeed.
 * `access`: every call is refused until credentials, permissions, the clock or the pool are mended. `request`: AWS refuses what was
 * asked for, and will refuse it each time. `unknown`: nobody says.
 */
export type AwsFailure = 'later' | 'unsure' | 'access' | 'request' | 'unknown';

/**
 * Sources: the exceptions of each operation in the SDK's documentation (a test demands all those of the operations on users), the
 * SDK's own lists of what it sends again (@smithy/core, service-error-classification), and AWS's common errors:
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/CommonErrors.html
 */
const NAMES: Readonly<Record<Exclude<AwsFailure, 'unknown'>, readonly string[]>> = {
  later: [
    // Too many calls, or two at once.
    'BandwidthLimitExceeded',
    'ConcurrentModificationException',
    'EC2ThrottledException',
    'LimitExceededException',
    'PriorRequestNotComplete',
    'ProvisionedThroughputExceededException',
    'RequestLimitExceeded',
    'RequestThrottled',
    'RequestThrottledException',
    'SlowDown',
    'ThrottledException',
    'Throttling',
    'ThrottlingException',
    'TooManyRequestsException',
    'TransactionInProgressException',
    'UserImportInProgressException',
    // No connection came about; several addresses were tried where it is an AggregateError.
    'AggregateError',
    'EAI_AGAIN',
    'ECONNREFUSED',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENOTFOUND',
  ],
  unsure: [
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'InternalErrorException',
    'InternalFailure',
    'InternalServerException',
    'RequestTimeout',
    'RequestTimeoutException',
    'ServiceUnavailable',
    'ServiceUnavailableException',
    'TimeoutError',
  ],
  access: [
    'AccessDenied',
    'AccessDeniedException',
    'AuthFailure',
    'CredentialsProviderError',
    'ExpiredToken',
    'ExpiredTokenException',
    'ForbiddenException',
    'IncompleteSignature',
    'InvalidClientTokenId',
    'InvalidSignatureException',
    'MissingAuthenticationToken',
    'MissingAuthenticationTokenException',
    'NotAuthorized',
    'NotAuthorizedException',
    'OperationNotEnabledException',
    'OptInRequired',
    'RequestExpired',
    'RequestInTheFuture',
    'RequestTimeTooSkewed',
    'ResourceNotFoundException',
    'SignatureDoesNotMatch',
    'UnknownOperationException',
    'UnrecognizedClientException',
    // The pool's own functions and senders, which every change of this kind goes through.
    'InvalidEmailRoleAccessPolicyException',
    'InvalidLambdaResponseException',
    'InvalidSmsRoleAccessPolicyException',
    'InvalidSmsRoleTrustRelationshipException',
    'UnexpectedLambdaException',
  ],
  request: [
    'AliasExistsException',
    'FeatureUnavailableInTierException',
    'InvalidParameterException',
    'InvalidUserPoolConfigurationException',
    'PasswordResetRequiredException',
    'UnsupportedUserStateException',
    'UserLambdaValidationException',
    'UserNotConfirmedException',
    'UserNotFoundException',
    'UserPoolTaggingException',
    'ValidationException',
  ],
};

const BY_NAME: ReadonlyMap<string, AwsFailure> = new Map(
  (Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((kind) => NAMES[kind].map((name) => [name, kind] as const)),
);

/** What a failure means, by its reason: AWS's name for it comes first. */
export function awsFailure(reason: string): AwsFailure {
  return BY_NAME.get(/^\w+/.exec(reason)?.[0] ?? '') ?? 'unknown';
}
