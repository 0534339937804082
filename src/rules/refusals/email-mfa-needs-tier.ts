import { factorsOf } from '../kit/factors.js';
import { guide } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const emailMfaNeedsTier: RefusalRule = {
  id: 'email-mfa-needs-tier',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'E-mail MFA needs tier essentials or plus.',
  why: 'The feature plan of a pool decides which settings AWS accepts, and lite has no e-mail MFA.',
  references: [
    guide('feature-plans-features-essentials'),
    'https://repost.aws/knowledge-center/cognito-set-up-email-mfa-user-pool',
  ],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        pool:
          tier: essentials
        mfa:
          mode: optional
          email: true
          emailSubject: Your sign-in code
        emailSender:
          service: ses
          identity: no-reply@example.com
      `,
    ],
    invalid: [
      yaml`
        pool:
          tier: lite
        mfa:
          mode: optional
          email: true
          emailSubject: Your sign-in code
        emailSender:
          service: ses
          identity: no-reply@example.com
      `,
    ],
  },
  *check(input) {
    if (!factorsOf(input).email || section(input, 'pool').tier !== 'lite') return;
    yield {
      path: ['mfa', 'email'],
      message:
        'mfa.email is true but pool.tier is lite; AWS would answer "The following feature is not available for the LITE ' +
        'pricing tier configured: Email MFA".',
      help: 'Write pool.tier: essentials; or choose another factor.',
    };
  },
};
