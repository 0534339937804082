import { intent } from '../kit/intent.js';
import { api } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const IDS = { role: 'externalId', eumsRole: 'eumsExternalId' } as const;

export const smsRoleWithoutExternalId: PostureRule = {
  id: 'sms-role-without-external-id',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'The role that sends SMS is assumed with an external id.',
  why:
    'Cognito assumes the role on behalf of whoever names it in a pool. A trust policy that asks for an external id lets in ' +
    'this pool alone; without one, another pool of the account can spend on SMS with the same role (the confused deputy).',
  references: [api('SmsConfigurationType'), 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html'],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        smsSender:
          role: create
      `,
      yaml`
        smsSender:
          eumsRole: arn:aws:iam::123456789012:role/cognito-eums
          eumsExternalId: acme-sms
      `,
    ],
    invalid: [
      yaml`
        smsSender:
          eumsRole: arn:aws:iam::123456789012:role/cognito-eums
      `,
    ],
  },
  *check(input) {
    if (!intent(input).production) return;
    const sender = section(input, 'smsSender');
    for (const role of ['role', 'eumsRole'] as const) {
      if (sender[role] === undefined || sender[IDS[role]] !== undefined) continue;
      // Of a spec that lacks it Terraform refuses the SNS role already: sms-sender-incomplete.
      if (role === 'role' && input.state.origin === 'spec') continue;
      yield {
        path: ['smsSender', IDS[role]],
        message: `smsSender.${role} has no external id; expected one in smsSender.${IDS[role]} and in the role’s trust policy.`,
        help: `Add a condition on sts:ExternalId to the trust policy of the role, and the same value as smsSender.${IDS[role]}.`,
      };
    }
  },
};
