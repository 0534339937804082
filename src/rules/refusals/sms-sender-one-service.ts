import { api } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const smsSenderOneService: RefusalRule = {
  id: 'sms-sender-one-service',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'SMS go through SNS or through End User Messaging, not both.',
  why: 'AWS takes the role for SNS or the one for End User Messaging, "but not both"; and without its role nothing else of a sender has a meaning.',
  references: [api('SmsConfigurationType'), api('EumsSmsConfigurationType')],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        smsSender:
          eumsRole: arn:aws:iam::123456789012:role/cognito-eums
          eumsOrigin: "+15555550100"
      `,
    ],
    invalid: [
      yaml`
        smsSender:
          role: create
          eumsRole: arn:aws:iam::123456789012:role/cognito-eums
      `,
      yaml`
        smsSender:
          role: create
          eumsOrigin: "+15555550100"
      `,
      yaml`
        smsSender:
          eumsRole: arn:aws:iam::123456789012:role/cognito-eums
          externalId: acme-sms
      `,
    ],
  },
  *check(input) {
    const { role, eumsRole } = section(input, 'smsSender');
    if (role !== undefined && eumsRole !== undefined) {
      const message = 'smsSender has a role for SNS and one for End User Messaging, and AWS takes one of them.';
      yield { path: ['smsSender', 'eumsRole'], message, help: 'Keep smsSender.role or smsSender.eumsRole.' };
      return;
    }
    const said = Object.keys(input.spec.smsSender ?? {});
    const stray = said.filter((name) => (name.startsWith('eums') ? eumsRole === undefined : eumsRole !== undefined));
    for (const name of stray) {
      const wanted = name.startsWith('eums') ? 'eumsRole' : 'role';
      yield {
        path: ['smsSender', name],
        message: `smsSender.${name} belongs to a sender with smsSender.${wanted}, which is missing.`,
        help: `Remove smsSender.${name}, or write smsSender.${wanted}.`,
      };
    }
  },
};
