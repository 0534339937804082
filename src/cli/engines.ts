// The seam between the command line and what does the work. Engines are loaded when they are called, so that a command
// pays only for its own.

import type { Purpose } from '../iam/purposes.js';
import type { Finding } from '../model/finding.js';
import type { Report } from '../model/report.js';
import type { SourceDocument } from '../model/source.js';
import type { FirstFactor, Flow } from '../signin/flows.js';
import type { Io } from './io.js';
import type { ResetTotpArgs, RestoreArgs, SuspendArgs, UserOutcome } from './suspension-args.js';

/** How an engine speaks to the person who waits; never for data. */
export interface Talk {
  /** A line that `--quiet` silences. */
  say(line: string): void;
  /** A line for `--verbose` only. */
  detail(line: string): void;
  /** So many pools of a run are done, the last of them this one. On a terminal only, where there are several. */
  progress(done: number, all: number, last: string): void;
}

/** What every engine over specs is given. */
export interface SpecArgs {
  /** Files, folders and globs as the user named them, for `findSpecs`; none means the default. */
  readonly specs: readonly string[];
  /** The only environment that is wanted of specs with overlays. */
  readonly environment?: string | undefined;
  readonly io: Pick<
    Io,
    'files' | 'readBytes' | 'writeAtomic' | 'readPackageFile' | 'env' | 'cwd' | 'now' | 'heed' | 'blocking' | 'conceal'
  >;
  /** Aborted when the user interrupts: stop after the call that is under way, then throw `signal.reason`. */
  readonly signal: AbortSignal;
  readonly talk: Talk;
}

/** Where the live pools are and as whom to look at them; the rest is the SDK's default chain. */
export interface LiveArgs extends SpecArgs {
  readonly endpointUrl: string | undefined;
  readonly region: string | undefined;
  readonly profile: string | undefined;
  readonly roleArn: string | undefined;
  /** A file with the outputs of the last deploy. */
  readonly state: string | undefined;
  /** Percent of AWS's request quotas to use at most; without it half, and all of a server that is not AWS. */
  readonly quotaShare: number | undefined;
}

export interface SynthArgs extends SpecArgs {
  readonly outDir: string;
}

export interface FixArgs extends LiveArgs {
  /** Without it nothing is written to the pool. */
  readonly yes: boolean;
  /** Addresses of undeclared objects to delete (`clients/rogue`). */
  readonly deletions: readonly string[];
  /**
   * Turn SMS MFA off by turning MFA off and on: the number of users who have MFA settings of their own, as somebody agreed
   * to; `count` only counts them.
   */
  readonly restartMfa?: number | 'count';
  readonly io: LiveArgs['io'] & Pick<Io, 'journal'>;
}

export interface AuditArgs extends LiveArgs {
  /** Whether pools that no spec declares are reported. */
  readonly undeclaredPools: boolean;
  /** Look up in CloudTrail who made each change. */
  readonly who: boolean;
  /** The JSON report of an earlier run; none is there on the first night. */
  readonly previous: string | undefined;
}

export interface AcceptArgs extends LiveArgs {
  /** Without it nothing is written. */
  readonly yes: boolean;
  /** The JSON report whose findings are accepted; without it the pools are looked at. */
  readonly from: string | undefined;
  /** Only findings of these rules, and only at or beneath these paths; all where there are none. */
  readonly rules: readonly string[];
  readonly paths: readonly string[];
  readonly owner: string;
  readonly reason: string;
  /** YYYY-MM-DD. */
  readonly expires: string | undefined;
}

/** What `accept` wrote, or would write. */
export interface AcceptOutcome {
  /** As `diff -u` prints it; empty where nothing is to be written. */
  readonly diff: string;
  /** For people. */
  readonly notes: readonly string[];
}

export interface UsersAuditArgs extends LiveArgs {
  /** Whether the settings of each user are read too, one call a user. */
  readonly deep: boolean;
  /** About so many users are looked at; all without it. */
  readonly sample: number | undefined;
  /** A file that remembers how far it has come, to go on from there. */
  readonly resume: string | undefined;
  /** A file for a line a user, `.csv` or `.jsonl`. */
  readonly list: string | undefined;
  /** Whether user names are shown as they are. */
  readonly showPersonal: boolean;
  readonly io: LiveArgs['io'] & Pick<Io, 'journal' | 'lines' | 'uuid'>;
}

export interface UsersEnforceArgs extends LiveArgs, Pick<UsersAuditArgs, 'showPersonal'> {
  /** Without it nobody is changed. */
  readonly yes: boolean;
  /** Percent of the users looked at who may change. */
  readonly maxChange: number;
  /** A journal to begin or to go on with; a new one in the working folder without it. */
  readonly journal: string | undefined;
  /** A journal whose changes are taken back; nothing else is done then. */
  readonly undo: string | undefined;
  /** A file of phone numbers that are set first. */
  readonly phones: string | undefined;
  /** The numbers are known to belong to the users. */
  readonly phonesVerified: boolean;
  readonly io: LiveArgs['io'] & Pick<Io, 'journal' | 'uuid'>;
}

export interface UserExplainArgs extends LiveArgs, Pick<UsersAuditArgs, 'showPersonal'> {
  /** User name, `sub`, e-mail address or phone number. */
  readonly user: string;
  readonly io: LiveArgs['io'] & Pick<Io, 'journal'>;
}

export interface SignInArgs extends LiveArgs, Pick<UserExplainArgs, 'user'> {
  /** Key of a client of the spec; the only one without it. */
  readonly client: string | undefined;
  /** The first one that the client allows without it. */
  readonly flow: Flow | undefined;
  readonly firstFactor: FirstFactor | undefined;
  /** Challenges in AWS's words, or `none`; worked out from the spec without it. */
  readonly expect: string | undefined;
  /** By the operations of an administrator. */
  readonly admin: boolean;
  readonly io: LiveArgs['io'] & Pick<Io, 'ask'>;
}

export interface IamArgs extends SpecArgs, Pick<LiveArgs, 'state'> {
  readonly purposes: readonly Purpose[];
}

export interface PlanArgs extends LiveArgs {
  /** Percent of a kind of object, or of a guarded list, that may go without being told so. */
  readonly maxChange: number;
}

/** Every service has the Region that the spec, or an ARN in it, names. */
export type PreflightArgs = Omit<LiveArgs, 'region'>;

export interface PullArgs
  extends Pick<LiveArgs, 'endpointUrl' | 'region' | 'profile' | 'roleArn' | 'quotaShare' | 'io' | 'signal'> {
  /** Id or name. */
  readonly pool: string;
  /** `pool.id` of the spec; made from the name where it is left out. */
  readonly id: string | undefined;
  /** Where the spec will lie. */
  readonly out: string | undefined;
}

/** A live pool as a spec. */
export interface Pulled {
  readonly text: string;
  /** Terraform's import blocks, in JSON. */
  readonly imports: string;
  /** Files that the spec names, by their paths from it. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** What the pool has and no spec can say. */
  readonly findings: readonly Finding[];
  /** What could not be read, as `setting: reason`. */
  readonly unread: readonly string[];
  readonly notes: readonly string[];
}

/** What came of it. */
export interface Outcome {
  readonly report: Report;
  /** By file name: the texts that findings point into, for code frames. */
  readonly documents: ReadonlyMap<string, SourceDocument>;
  /**
   * A valid spec was needed, there was none, and nothing else was done; the findings say why. `validate` never sets it:
   * there, an invalid spec is a finding like any other.
   */
  readonly invalidSpec?: boolean;
  /** A closing word for people, on stderr: "Dry run: nothing was changed." */
  readonly notice?: string;
}

export interface SandboxArgs {
  /** 0 takes a free one. */
  readonly port: number;
  readonly account: string | undefined;
  readonly smsOnOmit: SmsOnOmit | undefined;
  /** Where every mail and text message goes, a line of JSON each; an absolute path. */
  readonly messagesFile: string | undefined;
  /** Names that it answers for beside those of loopback. */
  readonly allowedHosts: readonly string[] | undefined;
}

/** What the sandbox's Cognito does with the SMS configuration when a call leaves it out. */
export type SmsOnOmit = (typeof SMS_ON_OMIT)[number];

export const SMS_ON_OMIT = ['dropped', 'kept', 'refused'] as const;

export interface RunningSandbox {
  readonly url: string;
  close(): Promise<void>;
}

export interface DemoArgs {
  /** One piece of the story, on stdout. */
  readonly show: (text: string) => void;
  readonly color: boolean;
  /** Replay the recorded deploys even where real ones are possible. */
  readonly replay: boolean;
  readonly env: Io['env'];
  readonly readPackageFile: Io['readPackageFile'];
  readonly signal: AbortSignal;
}

export interface ExplainArgs {
  /** A rule, a finding, a section or a setting; undefined asks for all names. */
  readonly name: string | undefined;
  readonly color: boolean;
}

/** The work behind the commands. */
export interface Engines {
  validateSpecs(args: SpecArgs): Promise<Outcome>;
  explainName(args: ExplainArgs): Promise<string>;
  preflightSpecs(args: PreflightArgs): Promise<Outcome>;
  /** The text of an IAM policy. */
  iamPolicy(args: IamArgs): Promise<string>;
  planSpecs(args: PlanArgs): Promise<Outcome>;
  synthSpecs(args: SynthArgs): Promise<Outcome>;
  auditSpecs(args: AuditArgs): Promise<Outcome>;
  fixSpecs(args: FixArgs): Promise<Outcome>;
  acceptFindings(args: AcceptArgs): Promise<AcceptOutcome>;
  pullPool(args: PullArgs): Promise<Pulled>;
  auditUsers(args: UsersAuditArgs): Promise<Outcome>;
  enforceUsers(args: UsersEnforceArgs): Promise<Outcome>;
  /** What a user is asked for, as text for people. */
  explainUser(args: UserExplainArgs): Promise<string>;
  suspendMfa(args: SuspendArgs): Promise<UserOutcome>;
  restoreMfa(args: RestoreArgs): Promise<UserOutcome>;
  resetTotp(args: ResetTotpArgs): Promise<UserOutcome>;
  signIn(args: SignInArgs): Promise<Outcome>;
  startSandbox(args: SandboxArgs): Promise<RunningSandbox>;
  runDemo(args: DemoArgs): Promise<void>;
}

/** What is installed. Each is loaded by the command that needs it. */
export const installedEngines: Engines = {
  validateSpecs: async (args) => (await import('./engine/validate.js')).validateSpecs(args),
  preflightSpecs: async (args) => (await import('./engine/preflight.js')).preflightSpecs(args),
  iamPolicy: async (args) => (await import('./engine/iam.js')).iamPolicy(args),
  explainName: async (args) => (await import('./engine/explain.js')).explainName(args),
  planSpecs: async (args) => (await import('./engine/plan.js')).planSpecs(args),
  synthSpecs: async (args) => (await import('./engine/synth.js')).synthSpecs(args),
  auditSpecs: async (args) => (await import('./engine/audit.js')).auditSpecs(args),
  fixSpecs: async (args) => (await import('./engine/fix.js')).fixSpecs(args),
  acceptFindings: async (args) => (await import('./engine/accept.js')).acceptFindings(args),
  pullPool: async (args) => (await import('./engine/pull.js')).pullPool(args),
  auditUsers: async (args) => (await import('./engine/users-audit.js')).auditUsers(args),
  enforceUsers: async (args) => (await import('./engine/users-enforce.js')).enforceUsersOf(args),
  explainUser: async (args) => (await import('./engine/users-explain.js')).explainUser(args),
  suspendMfa: async (args) => (await import('./engine/users-suspend.js')).suspendMfa(args),
  restoreMfa: async (args) => (await import('./engine/users-restore.js')).restoreMfa(args),
  resetTotp: async (args) => (await import('./engine/users-reset-totp.js')).resetTotp(args),
  signIn: async (args) => (await import('./engine/signin.js')).signInOnce(args),
  startSandbox: async ({ port, account, smsOnOmit, messagesFile, allowedHosts }) => {
    const { startSandbox } = await import('../sandbox/index.js');
    return startSandbox({
      port,
      // Nobody asks it for what it recorded, and it may run for weeks.
      record: false,
      ...(allowedHosts && { allowedHosts }),
      ...(account === undefined ? {} : { account }),
      ...(smsOnOmit === undefined ? {} : { world: { smsConfigurationOnOmit: smsOnOmit } }),
      ...(messagesFile === undefined ? {} : { messagesFile }),
    });
  },
  runDemo: async (args) => (await import('./engine/demo.js')).runDemo(args),
};
