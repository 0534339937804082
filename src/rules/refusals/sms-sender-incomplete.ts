import { api, providerResource } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const smsSenderIncomplete: RefusalRule = {
  id: 'sms-sender-incomplete',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'An SMS sender is a role together with its external id.',
  why:
    'Terraform wants both, and the trust policy of the role should ask for the external id, so that nobody else can ' +
    'make Cognito use the role. A role that Poolward creates comes with one.',
  references: [providerResource('cognito_user_pool'), api('SmsConfigurationType')],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        smsSender:
          role: create
      `,
      yaml`
        smsSender:
          role: arn:aws:iam::123456789012:role/cognito-sms
          externalId: acme-sms
      `,
    ],
    invalid: [
      yaml`
        smsSender:
          role: arn:aws:iam::123456789012:role/cognito-sms
      `,
      yaml`
        smsSender:
          externalId: acme-sms
      `,
    ],
  },
  *check(input) {
    const { role, externalId, eumsRole } = section(input, 'smsSender');
    const declared = Object.keys(input.spec.smsSender ?? {}).length > 0;
    if (!declared || eumsRole !== undefined || (role !== undefined && externalId !== undefined)) return;
    const missing = role === undefined ? 'role' : 'externalId';
    yield {
      path: ['smsSender', missing],
      message: `smsSender.${missing} is missing; Terraform refuses an SMS configuration without it.`,
      help:
        missing === 'role'
          ? 'Add smsSender.role: create, or the ARN of a role; or remove smsSender.'
          : 'Add smsSender.externalId as the trust policy of the role has it; or write smsSender.role: create.',
    };
  },
};
