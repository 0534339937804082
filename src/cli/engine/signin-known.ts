import { passwordProof } from '../../aws/srp.js';
import { PoolwardError } from '../../model/errors.js';
import type { Known } from '../../signin/challenges.js';
import { FIRST_FACTORS, type Flow } from '../../signin/flows.js';
import { totp } from '../../signin/totp.js';
import type { SignInArgs } from '../engines.js';

/** What the environment says, and a person at the terminal; asked for before the sign-in begins, because AWS gives a proof a few seconds. */
export async function knownOf(args: SignInArgs, flow: Flow, poolId: string, secrets: Set<string>): Promise<Known> {
  const appCode = appCodeOf(args, secrets);
  const password = await passwordOf(args, flow);
  if (password !== undefined) secrets.add(password);
  return {
    ...(password !== undefined && { password, proof: passwordProof(poolId, args.user, password) }),
    ...(appCode && { appCode }),
    ...(args.firstFactor && { firstFactor: FIRST_FACTORS[args.firstFactor] }),
  };
}

function appCodeOf({ io }: SignInArgs, secrets: Set<string>): Known['appCode'] {
  const secret = io.env['POOLWARD_TOTP_SECRET'];
  if (!secret) return undefined;
  secrets.add(secret);
  const code = () => totp(secret, io.now());
  if (code() === undefined)
    throw new PoolwardError('totp-secret', 'POOLWARD_TOTP_SECRET is no secret of an authenticator app.', {
      fault: 'user',
      help: 'It is the text in base32 (A to Z, 2 to 7) that was shown when the app was set up.',
    });
  return () => code() ?? '';
}

/** Undefined where the sign-in goes without one. */
async function passwordOf(args: SignInArgs, flow: Flow): Promise<string | undefined> {
  const { firstFactor, io } = args;
  if (firstFactor !== undefined && firstFactor !== 'password') return undefined;
  const given = io.env['POOLWARD_PASSWORD'];
  if (given) return given;
  const needed = flow === 'srp' || flow === 'password' || firstFactor === 'password';
  const typed = await io.ask?.(needed ? 'Password: ' : 'Password (empty: go without): ', true);
  if (typed) return typed;
  if (!needed) return undefined;
  throw new PoolwardError('no-password', 'There is no password to sign in with.', {
    fault: 'user',
    help: 'Type it at a terminal, or set POOLWARD_PASSWORD in the environment.',
  });
}
