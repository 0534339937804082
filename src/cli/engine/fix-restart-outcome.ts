import type { Finding } from '../../model/finding.js';
import type { SourceDocument } from '../../model/source.js';
import { specWords } from '../../model/spec-name.js';
import { shell } from '../../text/shell.js';
import type { NotAgreed, Restarted } from '../../users/restart/restart.js';
import type { FixArgs, Outcome } from '../engines.js';
import type { UsersPool } from './one-user.js';
import { NOTHING_COVERED, reportOf } from './outcome.js';

/** What one run of `fix --restart-mfa` works with. */
export interface RestartRun extends UsersPool {
  readonly args: FixArgs;
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly startedAt: Date;
  readonly file: string;
}

/** How a run ended. */
export type RestartResult =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'counted'; readonly users: number; readonly command: string }
  | ({ readonly kind: 'refused'; readonly command: string } & NotAgreed)
  | ({ readonly kind: 'done' } & Done);

type Done = Restarted & { readonly journal: string; readonly command: string };

const GUIDE =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html';

export function restartOutcome(run: RestartRun, result: RestartResult): Outcome {
  const { args, spec, connections, poolId, documents } = run;
  const { region, account } = spec.spec.pool;
  const report = reportOf('fix', {
    startedAt: run.startedAt,
    finishedAt: args.io.now(),
    findings: findingsOf(run, result),
    targets: [{ spec: spec.document.file, poolId, region, account }],
    coverage: { ...NOTHING_COVERED, checked: 'users' in result ? result.users : 1 },
    ...connections.meter,
  });
  return { report, documents, notice: noticeOf(result) };
}

const some = (users: number): string => (users === 1 ? '1 user' : `${users} users`);

function noticeOf(result: RestartResult): string {
  switch (result.kind) {
    case 'nothing':
      return 'The pool offers no SMS as a second factor: there is nothing to restart.';
    case 'counted':
      return `Dry run: nothing was changed. To do it: ${result.command}`;
    case 'refused':
      return 'Nothing was changed.';
    case 'done': {
      const { users, results, offAt, backAt, journal } = result;
      return `MFA was off from ${offAt} to ${backAt}: in that time nobody had a second factor. ${results.done} of ${some(users)} have their settings back, each read again; ${journal} says what each had.`;
    }
  }
}

function findingsOf(run: RestartRun, result: RestartResult): Finding[] {
  if (result.kind === 'counted') return [finding(run, 'fix/mfa-restart', 'warning', counted(result), PRICE_OF_IT)];
  if (result.kind === 'refused')
    return [
      finding(
        run,
        'fix/mfa-restart',
        'error',
        `${some(result.users)} have MFA settings of their own, and --restart-mfa agrees to ${result.agreed}: nothing was changed.`,
        `If that is right: ${result.command}`,
      ),
    ];
  return result.kind === 'done' ? doneFindings(run, result) : [];
}

const counted = ({ users }: { readonly users: number }): string =>
  `Turning MFA off and on makes Cognito forget the MFA settings of ${some(users)}. They are written down first and put back after it, but for SMS, which the pool does not offer then.`;
const PRICE_OF_IT =
  'Until MFA is on again nobody has a second factor, and users have their own settings back only one after the other.';

function doneFindings(run: RestartRun, { journal, command, results, ...done }: Done): Finding[] {
  const { senderKept, senderRefused, lostSms, leftWithNothing } = done;
  return [
    ...(results.unproved > 0
      ? [
          finding(
            run,
            'fix/users-not-restored',
            'error',
            `${some(results.unproved)} could not be given back what they had set yet: AWS did not answer, or would not let this role.`,
            `To go on: ${command}`,
          ),
        ]
      : []),
    ...(senderKept
      ? [
          finding(
            run,
            'fix/mfa-restart',
            'error',
            `MFA was off, and the pool still has its SMS sender${senderRefused === undefined ? '' : ` (${senderRefused.replace(/\.$/, '')})`}: Cognito offers SMS whenever both are there.`,
            'Nothing converges this: neither Terraform nor the API. Write what is live into the spec, or make a new pool and move its users.',
          ),
        ]
      : []),
    ...(results.refused > 0
      ? [
          finding(
            run,
            'fix/users-not-restored',
            'error',
            `${some(results.refused)} could not be given back what they had set: AWS refused it.`,
            `${journal} names them, with the reason. Who has lost an authenticator app has to register it again.`,
          ),
        ]
      : []),
    ...(lostSms > 0
      ? [
          finding(
            run,
            'fix/users-not-restored',
            'warning',
            `${some(lostSms)} had SMS as a second factor, which the pool does not offer any more; ${leftWithNothing} of them had nothing else.`,
            `${journal} names them. Ask them to set up another factor: ${shell`poolward users audit ${specWords(run.file)}`} shows who is asked for what.`,
          ),
        ]
      : []),
  ];
}

function finding(
  { spec: { document, spec } }: RestartRun,
  rule: string,
  severity: Finding['severity'],
  message: string,
  help: string,
): Finding {
  return {
    rule,
    severity,
    message,
    help,
    target: document.file,
    setting: 'mfa.sms',
    at: document.locate(['mfa', 'sms']),
    confidence: 'documented',
    docs: GUIDE,
    fingerprint: `${spec.pool.id}:${rule}:mfa.sms`,
  };
}
