import { foreignArns } from '../kit/arns.js';
import { guide, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const sesRegionNotAllowed: RefusalRule = {
  id: 'ses-region-not-allowed',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'An SES identity is in a Region that Cognito sends from.',
  why:
    'Cognito sends mails through SES in the Region of the pool or in one of a few others, and refuses an identity ' +
    'elsewhere. Its answer was recorded for a pool in us-east-1; for other Regions this rule follows the developer guide, ' +
    'and says nothing about those that the guide does not list.',
  references: [guide('user-pool-email'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        pool:
          region: eu-central-1
        emailSender:
          service: ses
          identity: arn:aws:ses:eu-west-1:123456789012:identity/no-reply@example.com
      `,
    ],
    invalid: [
      yaml`
        emailSender:
          service: ses
          identity: arn:aws:ses:ap-northeast-1:123456789012:identity/no-reply@example.com
      `,
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: enforced
        risk:
          pool:
            highRisk: block
            highRiskNotify: true
            notifyIdentity: arn:aws:ses:ap-northeast-1:123456789012:identity/security@example.com
            blockedMailSubject: A sign-in was blocked
            blockedMailHtml: <p>A sign-in was blocked.</p>
            blockedMailText: A sign-in was blocked.
      `,
    ],
  },
  *check(input) {
    for (const { what, facet, place, path, name, parts, allowed } of foreignArns(input)) {
      if (what !== 'region' || place.service !== 'ses') continue;
      yield {
        path,
        message:
          `${name} is in ${parts.region}, and a pool in ${input.spec.pool.region} cannot send from there; AWS would answer "Invalid ` +
          `${facet === 'risk' ? 'NotifyConfiguration' : 'EmailConfiguration'}.SourceArn. Provided SourceArn must be in one of the following SES regions: ${allowed.join(', ')}."`,
        help: `Name an identity in ${allowed.join(', ')}.`,
      };
    }
  },
};
