import type { Journal } from '../journal.js';
import type { MarkName } from '../journal-lines.js';
import type { Factor } from '../pool-mfa.js';
import type { UserReader, UserWriter } from '../ports.js';
import { recordUsers } from './record.js';
import { type Restored, restoreUsers } from './restore.js';

/** Turns the MFA of a pool off and on. `fix/` has the real one. All of it rejects with AWS's words. */
export interface MfaSwitch {
  /** A fresh read. */
  read(): Promise<MfaSwitchState>;
  turnOff(): Promise<void>;
  /** Takes the SMS sender out of the pool. */
  removeSender(): Promise<void>;
  /** As the spec says. */
  turnOn(): Promise<void>;
  /** As the spec says, but with the SMS that the pool has. */
  turnOnWithSms(): Promise<void>;
}

export interface MfaSwitchState {
  readonly off: boolean;
  /** The pool has an SMS sender, so that SMS is a factor whenever MFA is on. */
  readonly sender: boolean;
}

/** What a restart works with. */
export interface Restarting {
  readonly poolId: string;
  readonly reader: Pick<UserReader, 'page' | 'settings'>;
  readonly writer: Pick<UserWriter, 'setMfa'>;
  readonly journal: Journal;
  readonly mfa: MfaSwitch;
  /** The factors that the spec offers. */
  readonly offered: readonly Factor[];
  readonly signal: AbortSignal;
  now(): Date;
  onUsers?(done: number): void;
}

/** What came of a restart. */
export interface Restarted extends Restored {
  readonly users: number;
  /** From when to when nobody had a second factor; ISO 8601. */
  readonly offAt: string;
  readonly backAt: string;
  /** Why the sender is still there, in AWS's words, where it was refused. */
  readonly senderRefused?: string;
  /** The pool still has an SMS sender. */
  readonly senderKept: boolean;
}

/** More or fewer users than was agreed to: nothing was changed. */
export interface NotAgreed {
  readonly users: number;
  readonly agreed: number;
}

/**
 * The way that AWS documents to turn SMS MFA off: "After you enable `SMS_MFA`, you can only disable it by setting
 * `MfaConfiguration` to `OFF`" (CloudFormation, `EnabledMfas`). Cognito then forgets what every user has set, so that is
 * written down first. Each part may be interrupted: the next run with the same journal goes on where it ended.
 */
export async function restartMfa(agreed: number, restarting: Restarting): Promise<Restarted | NotAgreed> {
  const { journal, mfa } = restarting;
  const users = await recordUsers(restarting);
  if (!journal.marks.has('off') && users !== agreed) return { users, agreed };
  // What AWS would refuse to turn on again has to be known before MFA is off; this changes nothing about SMS.
  if (!journal.marks.has('off')) await mfa.turnOnWithSms();
  const offAt = await once('off', restarting);
  const refused = journal.marks.has('on') ? undefined : await withoutSender(restarting);
  await once('on', restarting);
  const senderRefused = journal.marks.has('back') ? undefined : ((await turnedOn(restarting)) ?? refused);
  const backAt = await once('back', restarting);
  const { sender: senderKept } = await mfa.read();
  const restored = await restoreUsers(restarting, senderKept);
  if (restored.results.unproved === 0) await once('ended', restarting);
  return { ...restored, users, offAt, backAt, senderKept, ...(senderRefused !== undefined && { senderRefused }) };
}

/** A refusal does not end the run: MFA has to come on again, and a pool without a second factor is the worse of two. */
async function withoutSender({ mfa }: Restarting): Promise<string | undefined> {
  if (!(await mfa.read()).off) await mfa.turnOff();
  if (!(await mfa.read()).sender) return undefined;
  return mfa.removeSender().then(
    () => undefined,
    (error: Error) => error.message,
  );
}

/** Where AWS takes no MFA without SMS as long as there is a sender, MFA comes back as it was: better with SMS than not at all. */
async function turnedOn({ mfa }: Restarting): Promise<string | undefined> {
  try {
    await mfa.turnOn();
    return undefined;
  } catch (error) {
    if (!(await mfa.read()).sender) throw error;
    await mfa.turnOnWithSms();
    return (error as Error).message;
  }
}

/** Writes down that this point is reached, unless an earlier run reached it; answers when. */
async function once(name: MarkName, { journal, now }: Restarting): Promise<string> {
  const known = journal.marks.get(name);
  if (known !== undefined) return known;
  const at = now().toISOString();
  await journal.mark(name, at);
  return at;
}
