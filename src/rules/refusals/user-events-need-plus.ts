import { RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const userEventsNeedPlus: RefusalRule = {
  id: 'user-events-need-plus',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'Logs of what users do need tier plus.',
  why: 'They are made by threat protection, which only plus has.',
  references: [RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        pool:
          tier: plus
        logs:
          userAuthEvents:
            bucket: arn:aws:s3:::acme-sign-ins
        terraform:
          providerVersion: ">= 6.5.0, < 7.0.0"
      `,
    ],
    invalid: [
      yaml`
        logs:
          userAuthEvents:
            bucket: arn:aws:s3:::acme-sign-ins
        terraform:
          providerVersion: ">= 6.5.0, < 7.0.0"
      `,
    ],
  },
  *check(input) {
    const { tier = '' } = section(input, 'pool');
    if (tier === 'plus' || section(input, 'logs').userAuthEvents === undefined) return;
    yield {
      path: ['logs', 'userAuthEvents'],
      message:
        `logs.userAuthEvents is set but pool.tier is ${tier}; AWS would answer "The following feature is not available for ` +
        `the ${tier.toUpperCase()} pricing tier configured: Log Streaming".`,
      help: 'Write pool.tier: plus; or remove logs.userAuthEvents.',
    };
  },
};
