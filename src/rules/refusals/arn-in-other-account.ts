import { foreignArns } from '../kit/arns.js';
import { api } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const arnInOtherAccount: RefusalRule = {
  id: 'arn-in-other-account',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'What a pool may use of its own account only is named there.',
  why: 'Cognito writes logs to log groups of its own account only, a certificate serves its account alone, and a role cannot be passed to another account.',
  references: [
    api('CloudWatchLogsConfigurationType'),
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  ],
  sets: ['recommended'],

  examples: {
    valid: [
      yaml`
        logs:
          userNotification:
            logGroup: arn:aws:logs:eu-west-1:123456789012:log-group:/cognito/messages
        terraform:
          providerVersion: ">= 6.5.0, < 7.0.0"
      `,
    ],
    invalid: [
      yaml`
        logs:
          userNotification:
            logGroup: arn:aws:logs:eu-west-1:210987654321:log-group:/cognito/messages
        terraform:
          providerVersion: ">= 6.5.0, < 7.0.0"
      `,
      yaml`
        clients:
          web:
            analyticsApplicationId: 0123456789abcdef
            analyticsRole: arn:aws:iam::210987654321:role/cognito-analytics
            analyticsExternalId: acme-analytics
      `,
    ],
  },
  *check(input) {
    for (const { what, facet, path, name, parts, allowed } of foreignArns(input)) {
      if (what !== 'account' || JUDGED_ALONE.includes(facet)) continue;
      yield {
        path,
        message: `${name} is in account ${parts.account}, but pool.account is ${allowed.join()}, and AWS takes one of its own account only.`,
        help: `Name one of account ${allowed.join()}.`,
      };
    }
  },
};

/** AWS’s own words for these are known: sms-role-in-other-account, group-role-in-other-account. */
const JUDGED_ALONE: readonly string[] = ['smsSender', 'groups'];
