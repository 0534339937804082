import type { LiveArgs, UserExplainArgs, UsersAuditArgs } from './engines.js';
import type { Io } from './io.js';

/** What works with the journal of suspensions. */
export interface JournalArgs extends LiveArgs {
  /** Where it is; a file of its own for each pool without it. */
  readonly journal: string | undefined;
  readonly io: LiveArgs['io'] & Pick<Io, 'journal'>;
}

export interface SuspendArgs extends JournalArgs, Pick<UserExplainArgs, 'user'> {
  /** Milliseconds. */
  readonly forMs: number;
  readonly reason: string;
  /** Without it nothing is changed. */
  readonly yes: boolean;
}

export interface ResetTotpArgs extends JournalArgs, Pick<UserExplainArgs, 'user'>, Pick<SuspendArgs, 'yes'> {
  readonly reason: string | undefined;
  /** The sessions of the user stay open. */
  readonly keepSessions: boolean;
}

export interface RestoreArgs extends JournalArgs, Pick<UsersAuditArgs, 'showPersonal'> {
  /** Without it all users whose suspensions are over. */
  readonly user: string | undefined;
  /** Only tell which suspensions are open. */
  readonly list: boolean;
}

/** What came of a command about users. */
export interface UserOutcome {
  /** For people. */
  readonly text: string;
  /** Whether it is now as it was wanted; `unproved` where that could not be read. */
  readonly came: 'met' | 'unmet' | 'unproved';
  /** A closing word, on stderr. */
  readonly notice?: string;
}
