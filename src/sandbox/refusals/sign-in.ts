import type { Evidence } from '../refusal.js';
import { ServiceError } from '../wire.js';

/** What a user is told who cannot go on. `{…}` stands for a value of the call. */
export interface SignInError {
  readonly type: string;
  readonly words: string;
  readonly evidence: Evidence;
}

const notAuthorized = (words: string, evidence: Evidence = 'reported'): SignInError => ({
  type: 'NotAuthorizedException',
  words,
  evidence,
});
const invalid = (words: string, evidence: Evidence = 'reported'): SignInError => ({
  type: 'InvalidParameterException',
  words,
  evidence,
});

export const signInErrors = {
  'client-unknown': {
    type: 'ResourceNotFoundException',
    words: 'User pool client {client} does not exist.',
    evidence: 'reported',
  },
  'secret-hash-missing': notAuthorized('Client {client} is configured with secret but SECRET_HASH was not received'),
  'secret-hash-wrong': notAuthorized('Unable to verify secret hash for client {client}'),
  'flow-srp-off': invalid('USER_SRP_AUTH is not enabled for the client.'),
  'flow-custom-off': invalid('CUSTOM_AUTH is not enabled for the client.'),
  'flow-password-off': invalid('USER_PASSWORD_AUTH flow not enabled for this client'),
  'flow-admin-off': invalid('Auth flow not enabled for this client'),
  'flow-choice-off': invalid('USER_AUTH is not enabled for the client.', 'inferred'),
  'flow-refresh-off': invalid('REFRESH_TOKEN_AUTH is not enabled for the client.', 'inferred'),
  'flow-unsupported': invalid('Initiate Auth method not supported.'),
  'parameter-missing': invalid('Missing required parameter {name}'),
  'user-unknown': { type: 'UserNotFoundException', words: 'User does not exist.', evidence: 'reported' },
  'user-disabled': notAuthorized('User is disabled.'),
  'user-unconfirmed': { type: 'UserNotConfirmedException', words: 'User is not confirmed.', evidence: 'reported' },
  'password-wrong': notAuthorized('Incorrect username or password.'),
  'password-attempts': notAuthorized('Password attempts exceeded', 'documented'),
  'password-reset-required': {
    type: 'PasswordResetRequiredException',
    words: 'Password reset required for the user',
    evidence: 'reported',
  },
  'temporary-password-expired': notAuthorized('Temporary password has expired and must be reset by an administrator.'),
  'srp-timestamp': invalid('TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english'),
  'session-invalid': notAuthorized('Invalid session for the user.'),
  'session-expired': notAuthorized('Invalid session for the user, session is expired.'),
  'session-used': notAuthorized('Invalid session for the user, session can only be used once.'),
  'mfa-code-wrong': {
    type: 'CodeMismatchException',
    words: 'Invalid code or auth state for the user.',
    evidence: 'reported',
  },
  'app-code-wrong': { type: 'CodeMismatchException', words: 'Invalid code received for user', evidence: 'reported' },
  'app-code-used': {
    type: 'ExpiredCodeException',
    words: 'Your software token has already been used once.',
    evidence: 'reported',
  },
  'app-not-verified': { type: 'EnableSoftwareTokenMFAException', words: 'Code mismatch', evidence: 'reported' },
  'app-not-offered': {
    type: 'SoftwareTokenMFANotFoundException',
    words: 'Software Token MFA has not been enabled by the userPool',
    evidence: 'reported',
  },
  'no-factor': notAuthorized('The user has no factor that is eligible for MFA.', 'inferred'),
  'factor-not-offered': invalid('{name} is not among the factors that the challenge offers.', 'inferred'),
  'passkey-unverified': notAuthorized('Passkeys cannot be verified here.', 'inferred'),
  'custom-not-configured': invalid('Custom auth lambda trigger is not configured for the user pool.'),
  'refresh-invalid': notAuthorized('Invalid Refresh Token'),
  'refresh-expired': notAuthorized('Refresh Token has expired'),
  'refresh-revoked': notAuthorized('Refresh Token has been revoked'),
  'access-invalid': notAuthorized('Invalid Access Token'),
  'access-expired': notAuthorized('Access Token has expired'),
  'access-revoked': notAuthorized('Access Token has been revoked'),
  'client-secret-wrong': { type: 'UnauthorizedException', words: 'Invalid client secret.', evidence: 'inferred' },
  'revocation-off': {
    type: 'UnsupportedOperationException',
    words: 'Token revocation is not enabled for this client.',
    evidence: 'inferred',
  },
  'code-wrong': {
    type: 'CodeMismatchException',
    words: 'Invalid verification code provided, please try again.',
    evidence: 'reported',
  },
  'code-expired': {
    type: 'ExpiredCodeException',
    words: 'Invalid code provided, please request a code again.',
    evidence: 'reported',
  },
  'name-unknown': {
    type: 'UserNotFoundException',
    words: 'Username/client id combination not found.',
    evidence: 'reported',
  },
  'reset-by-administrator': notAuthorized('Contact administrator to reset password.', 'inferred'),
  'reset-no-channel': invalid(
    'Cannot reset password for the user as there is no registered/verified email or phone_number',
  ),
  'reset-state': notAuthorized('User password cannot be reset in the current state.'),
  'sign-up-closed': notAuthorized('SignUp is not permitted for this user pool'),
  'sign-up-taken': { type: 'UsernameExistsException', words: 'User already exists', evidence: 'reported' },
  'sign-up-alias-taken': {
    type: 'UsernameExistsException',
    words: 'An account with the given {name} already exists.',
    evidence: 'reported',
  },
  'sign-up-required-attribute': invalid(
    'Attributes did not conform to the schema: {name}: The attribute is required\n',
  ),
  'confirmed-already': notAuthorized('User cannot be confirmed. Current status is {name}'),
  'resend-confirmed': invalid('User is already confirmed.'),
  'resend-not-verified': invalid('Auto verification not turned on.'),
  'alias-taken': {
    type: 'AliasExistsException',
    words: 'An account with the {name} already exists.',
    evidence: 'reported',
  },
  'attribute-not-writable': notAuthorized('A client attempted to write unauthorized attribute'),
  'attribute-not-verifiable': invalid('{name} is not an attribute that can be verified.', 'inferred'),
  'attribute-not-set': invalid('User does not have the attribute {name}.', 'inferred'),
} as const satisfies Readonly<Record<string, SignInError>>;

export type SignInErrorId = keyof typeof signInErrors;

/** The error to throw, with the values of the call in its words. */
export function signInError(id: SignInErrorId, values: Readonly<Record<string, string>> = {}): ServiceError {
  const { type, words } = signInErrors[id];
  return new ServiceError(
    type,
    words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole),
  );
}
