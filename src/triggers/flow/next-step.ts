import { type ChallengeRequest, type ChallengeResult, verifiedAddress } from './event.js';
import { sealedIn } from './sealed-text.js';

/** What Cognito shall do next. */
export type Step = 'password' | 'code' | 'tokens' | 'fail';

/** What Cognito itself may ask between the password and the tokens; it judges the answers by itself too. */
const OF_COGNITO: ReadonlySet<string> = new Set([
  'SMS_MFA',
  'EMAIL_OTP',
  'SOFTWARE_TOKEN_MFA',
  'DEVICE_SRP_AUTH',
  'DEVICE_PASSWORD_VERIFIER',
]);

/** How far a sign-in has come: nothing yet, SRP begun, the password proved, the code given, or out of order. */
type Phase = 'start' | 'srp' | 'password' | 'proved' | 'lost';

/**
 * The password by SRP first, then the code, then tokens. It counts what is in the session, and nothing else: a sign-in
 * that begins otherwise, or in which anything but a code was answered wrongly, fails.
 */
export function nextStep(request: ChallengeRequest, attempts: number, now: number): Step {
  const session = request.session ?? [];
  const phase = session.reduce(advance, 'start' as Phase);
  if (request.userNotFound === true && phase !== 'srp') return 'fail';
  if (phase === 'srp') return 'password';
  if (phase === 'proved') return 'tokens';
  if (phase !== 'password' || verifiedAddress(request) === undefined) return 'fail';
  return mayTry(session, attempts, now) ? 'code' : 'fail';
}

function advance(phase: Phase, { challengeName, challengeResult }: ChallengeResult): Phase {
  const right = challengeResult === true;
  if (phase === 'start') return right && challengeName === 'SRP_A' ? 'srp' : 'lost';
  if (phase === 'srp') return right && challengeName === 'PASSWORD_VERIFIER' ? 'password' : 'lost';
  if (OF_COGNITO.has(challengeName)) return right ? phase : 'lost';
  if (phase !== 'password' || challengeName !== 'CUSTOM_CHALLENGE') return 'lost';
  return right ? 'proved' : 'password';
}

/** A code gets so many answers, and none after its end: there is no second code in one sign-in. */
function mayTry(session: readonly ChallengeResult[], attempts: number, now: number): boolean {
  const answers = session.filter(({ challengeName }) => challengeName === 'CUSTOM_CHALLENGE');
  const last = answers.at(-1);
  if (last === undefined) return true;
  const sealed = sealedIn(last.challengeMetadata);
  return answers.length < attempts && sealed !== undefined && now < sealed.expiresAt;
}
