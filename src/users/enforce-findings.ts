import { type AwsFailure, awsFailure } from '../model/aws-failure.js';
import type { Finding, Severity } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';
import type { Count } from './count.js';
import type { Enforced, Failed } from './enforce.js';
import { missingWords, type PlanSummary } from './enforce-plan.js';
import { SUSPENDED } from './findings.js';
import type { SuspensionKind } from './judge-user.js';
import type { LeftAlone } from './left-alone.js';

/** The spec that findings are about. */
export interface About {
  readonly specId: string;
  readonly document: SourceDocument;
}

const API =
  'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserMFAPreference.html';

/** What a plan would do, and what it cannot. */
export function planFindings(plan: PlanSummary, phones: string | undefined, about: About): Finding[] {
  const { looked, changes, keeping } = plan;
  return [
    ...changes.map(([change, count]) =>
      finding(about, 'users/to-enforce', change, {
        severity: 'warning',
        message: `${some(count, looked)} are not as userMfa demands; with --yes: ${change}: ${names(count)}.`,
        help: 'Give --yes to change them.',
      }),
    ),
    ...leftFindings(plan, about),
    ...cannotFindings(plan, about),
    ...(keeping.users === 0
      ? []
      : [
          finding(about, 'users/keeps-factor', '', {
            severity: 'note',
            message: `${some(keeping, looked)} keep a factor that userMfa does not name, because MFA is required or it is their only one: ${names(keeping)}.`,
            help: 'Name it in userMfa.factors, or let it be.',
          }),
        ]),
    ...(phones === undefined ? [] : unusedFindings(plan, phones, about)),
  ];
}

/** What stays open however often the plan is applied. */
export function cannotFindings({ looked, missing }: PlanSummary, about: About): Finding[] {
  return missing.map(([key, count]) =>
    finding(about, 'users/cannot-comply', key, {
      severity: 'warning',
      message: `${some(count, looked)} cannot have any factor that userMfa demands of them: ${missingWords(key)}; for example ${count.examples.join(', ')}.`,
      help: 'Give them an address or a number (--phones), ask them to set up an app, or write an override for them.',
    }),
  );
}

/** Whom a suspension keeps from being changed. */
export function leftFindings(
  { looked, suspended, overdue }: LeftAlone & Pick<PlanSummary, 'looked'>,
  about: About,
): Finding[] {
  const told = (rule: SuspensionKind, severity: Severity, count: Count, words: string, help: string) =>
    count.users === 0
      ? []
      : [
          finding(about, rule, '', {
            severity,
            message: `${some(count, looked)} ${words}, and are left alone: ${names(count)}.`,
            help,
          }),
        ];
  return [
    ...told('users/mfa-suspended', 'note', suspended, SUSPENDED.open, SUSPENDED.help),
    ...told('users/suspension-overdue', 'warning', overdue, SUSPENDED.overdue, SUSPENDED.helpOverdue),
  ];
}

export function unusedFindings({ unused }: PlanSummary, phones: string, about: About): Finding[] {
  if (!unused || unused.count === 0) return [];
  const more = unused.count > unused.lines.length ? ' …' : '';
  return [
    finding(about, 'users/phone-of-nobody', '', {
      severity: 'warning',
      message: `${unused.count === 1 ? '1 line' : `${unused.count} lines`} of ${phones} ${unused.count === 1 ? 'names' : 'name'} no user who can sign in here: ${unused.lines.join(', ')}${more}.`,
      help: 'Name users by user name, sub or e-mail address, as they are in the pool.',
    }),
  ];
}

/** The plan is larger than was to be expected. */
export function guardFindings({ looked, changing }: PlanSummary, maxChange: number, about: About): Finding[] {
  if (changing * 100 <= looked * maxChange) return [];
  const percent = Math.ceil((changing * 100) / looked);
  return [
    finding(about, 'users/too-many-changes', '', {
      severity: 'error',
      message: `${changing} of ${looked} users would change, more than ${maxChange} percent: nothing is changed.`,
      help: `Look at the plan; if it is right, give --max-change ${percent}.`,
    }),
  ];
}

/** What was tried and is not so. */
export function enforcedFindings({ failed, stopped }: Enforced, planned: number, about: About): Finding[] {
  const errors = failed.map(([what, count]) =>
    finding(about, 'users/not-enforced', `${what.result} ${what.because ?? ''}`.trim(), {
      severity: 'error',
      message: `${some(count, planned)} ${WORDS[what.result]}${what.because === undefined ? '' : ` (${what.because.replace(/\.$/, '')})`}: ${names(count)}.`,
      help: helpFor(what),
    }),
  );
  if (stopped === undefined) return errors;
  const rest = finding(about, 'users/not-enforced', 'stopped', {
    severity: 'error',
    message: `The rest was not tried, because AWS would refuse it too: ${stopped.replace(/\.$/, '')}.`,
    help: BY_FAILURE[awsFailure(stopped)],
  });
  return [...errors, rest];
}

/** What a journal that was cut leaves open. */
export function cutFinding(about: About, key: string, severity: Severity, message: string, help: string): Finding {
  return finding(about, 'users/journal-cut', key, { severity, message, help });
}

const WORDS: Readonly<Record<Failed['result'], string>> = {
  refused: 'were refused by AWS, and nothing of them changed',
  dropped: 'were not read, and nothing was sent',
  unproved: 'were changed, and what was read afterwards is not what was wanted',
  left: 'have been changed by somebody else since, and were left as they are',
  gone: 'do not exist any more',
};

const AGAIN = 'Run the same command again, with the same journal: what is done is not done twice.';

/** What helps by what has failed. Where AWS refuses the user as the user is, repeating the call changes nothing. */
const BY_FAILURE: Readonly<Record<AwsFailure, string>> = {
  later: AGAIN,
  unsure: AGAIN,
  access: `Mend what AWS says: credentials, the role (poolward iam --for users-change), or the pool. Then: ${AGAIN}`,
  request:
    'AWS will refuse it each time. Look at one of them with `poolward users explain`, and change what AWS names: an address, an app, the state of the user, or userMfa.',
  unknown: `Mend what AWS says. Then: ${AGAIN}`,
};

const HELP: Readonly<Record<Exclude<Failed['result'], 'refused' | 'dropped'>, string>> = {
  unproved:
    'Look at one of them with `poolward users explain`; the same command with the same journal goes on from what they have then.',
  left: 'Look at one of them with `poolward users explain`; a new plan begins with what they have now.',
  gone: 'There is nothing to do.',
};

function helpFor({ result, because = '' }: Failed): string {
  return result === 'refused' || result === 'dropped' ? BY_FAILURE[awsFailure(because)] : HELP[result];
}

const some = ({ users }: Count, all: number): string => `${users} of ${all} users`;

function names({ users, examples }: Count): string {
  return examples.length < users ? `for example ${examples.join(', ')}` : examples.join(', ');
}

function finding(
  { specId, document }: About,
  rule: string,
  key: string,
  said: { readonly severity: Severity; readonly message: string; readonly help: string },
): Finding {
  return {
    rule,
    ...said,
    target: document.file,
    setting: 'userMfa',
    at: document.locate(['userMfa'], 'key'),
    confidence: 'documented',
    docs: API,
    fingerprint: [specId, rule, ...(key === '' ? [] : [key])].join(':'),
  };
}
