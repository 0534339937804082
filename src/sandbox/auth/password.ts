import type { Call } from '../operation.js';
import { signInError } from '../refusals/sign-in.js';
import type { StoredPool, StoredUser } from '../store.js';

const HOLD = 900_000;

/**
 * Lets a password count, right or wrong. After five wrong ones a user waits a second, and twice as long after each further one,
 * up to 15 minutes; what is tried meanwhile is not looked at (developer guide, "Lockout behavior for failed sign-in attempts").
 */
export function demandRight(right: boolean, user: StoredUser, call: Call): void {
  const now = call.now().getTime();
  const { count, lockedUntil } = user.failures ?? { count: 0, lockedUntil: 0 };
  if (now < lockedUntil) throw signInError('password-attempts');
  if (right) {
    delete user.failures;
    return;
  }
  const failed = (now > lockedUntil + HOLD ? 0 : count) + 1;
  user.failures = { count: failed, lockedUntil: failed < 5 ? now : now + Math.min(1000 * 2 ** (failed - 5), HOLD) };
  throw signInError('password-wrong');
}

/** The state of the account, once the password was right. */
export function demandReady(user: StoredUser, { pool }: StoredPool, call: Call): void {
  if (user.status === 'UNCONFIRMED') throw signInError('user-unconfirmed');
  if (user.status !== 'FORCE_CHANGE_PASSWORD') return;
  const days = pool.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays ?? 7;
  const since = user.passwordSet ?? user.created;
  if (call.now().getTime() > since.getTime() + days * 86_400_000) throw signInError('temporary-password-expired');
}

/** A user whom an administrator made choose a new password gets no further with the old one. */
export function demandNoReset({ status }: StoredUser): void {
  if (status === 'RESET_REQUIRED') throw signInError('password-reset-required');
}
