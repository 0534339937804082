import { parseArn } from '../../facets/kit/arn.js';
import type { Problem } from '../../model/rule.js';
import type { Path } from '../../model/source.js';
import { guide, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { SES_REGIONS } from '../kit/regions.js';
import { objects, section } from '../kit/resolved.js';
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
  needs: 'spec',
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
    const { region } = input.spec.pool;
    const { identity } = section(input, 'emailSender');
    yield* foreign(region, identity, ['emailSender', 'identity'], 'EmailConfiguration');
    for (const { settings, path } of objects(input, 'risk'))
      yield* foreign(region, settings.notifyIdentity, path('notifyIdentity'), 'NotifyConfiguration');
  },
};

function* foreign(region: string, identity: string | undefined, path: Path, member: string): Iterable<Problem> {
  const allowed = SES_REGIONS[region];
  const found = identity && parseArn(identity)?.region;
  if (!found || !allowed || allowed.includes(found)) return;
  yield {
    path,
    message:
      `${path.join('.')} is in ${found}, and a pool in ${region} cannot send from there; AWS would answer "Invalid ` +
      `${member}.SourceArn. Provided SourceArn must be in one of the following SES regions: ${allowed.join(', ')}."`,
    help: `Name an identity in ${allowed.join(', ')}.`,
  };
}
