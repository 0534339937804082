import type {
  AssociateSoftwareTokenRequest,
  AssociateSoftwareTokenResponse,
  VerifySoftwareTokenRequest,
  VerifySoftwareTokenResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { type AuthSession, openSession, sessionOf, wrongAnswer } from '../auth/session.js';
import { bearerOf } from '../auth/tokens.js';
import { stepOfCode } from '../auth/totp.js';
import { type Call, clientOf, type Operation } from '../operation.js';
import { signInError } from '../refusals/sign-in.js';
import type { StoredPool, StoredUser } from '../store.js';

/** A new key for the user's app: asked for while signed in, or by a session that waits for a set-up. */
export const associateSoftwareToken: Operation<AssociateSoftwareTokenRequest, AssociateSoftwareTokenResponse> = (
  { AccessToken, Session },
  call,
) => {
  const secret = call.ids.appSecret();
  if (AccessToken !== undefined) {
    const { stored, user } = bearerOf(AccessToken, call);
    demandOffered(stored);
    user.pendingTotpSecret = secret;
    return { SecretCode: secret };
  }
  const { stored, session } = settingUp(Session, call);
  return { SecretCode: secret, Session: renewed(stored, session, { secret, verified: false }, call) };
};

/** The first code of the app: it is registered. Being asked for it is a setting of its own. */
export const verifySoftwareToken: Operation<VerifySoftwareTokenRequest, VerifySoftwareTokenResponse> = (
  { AccessToken, Session, UserCode },
  call,
) => {
  if (AccessToken !== undefined) {
    const { stored, user } = bearerOf(AccessToken, call);
    demandOffered(stored);
    if (stepOfCode(user.pendingTotpSecret ?? '', UserCode, call.now()) === undefined)
      throw signInError('app-not-verified');
    register(user, user.pendingTotpSecret, call);
    return { Status: 'SUCCESS' };
  }
  const { stored, session, user } = settingUp(Session, call);
  const secret = session.state.app?.secret ?? '';
  if (stepOfCode(secret, UserCode, call.now()) === undefined) {
    throw wrongAnswer(session, signInError('app-not-verified'));
  }
  register(user, secret, call);
  return { Status: 'SUCCESS', Session: renewed(stored, session, { secret, verified: true }, call) };
};

function demandOffered({ mfa }: StoredPool): void {
  if (mfa.totp?.Enabled !== true) throw signInError('app-not-offered');
}

function register(user: StoredUser, secret: string | undefined, call: Call): void {
  user.totpRegistered = true;
  if (secret !== undefined) user.totpSecret = secret;
  delete user.pendingTotpSecret;
  delete user.totpSwitchedOff;
  user.modified = call.now();
}

function settingUp(id: string | undefined, call: Call) {
  if (id === undefined) throw signInError('parameter-missing', { name: 'AccessToken' });
  const stored = [...call.store.pools.values()].find(({ signIns }) => signIns.has(id));
  if (!stored) throw signInError('session-invalid');
  const session = sessionOf(stored, id, call);
  const user = stored.users.get(session.username ?? '');
  if (!user || session.challenge !== 'MFA_SETUP') throw signInError('session-invalid');
  if (!session.state.choices?.includes('SOFTWARE_TOKEN_MFA')) throw signInError('app-not-offered');
  return { stored, session, user };
}

/** The next session of the same set-up: the one that was given is used up. */
function renewed(stored: StoredPool, session: AuthSession, app: { secret: string; verified: boolean }, call: Call) {
  session.used = true;
  const { username, challenge, state, clientId } = session;
  const next = { challenge, state: { ...state, app }, ...(username !== undefined && { username }) };
  return openSession(next, stored, clientOf(stored, clientId), call).id;
}
