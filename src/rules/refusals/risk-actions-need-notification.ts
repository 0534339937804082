import { admitsBelow } from '../../model/version.js';
import { api, providerIssue, providerResource } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects, section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const LEVELS = ['lowRisk', 'mediumRisk', 'highRisk'] as const;

/** The bindings of this version know the block as optional; 5.100 refuses to do without it. */
const OPTIONAL_SINCE = [6, 25, 0] as const;

export const riskActionsNeedNotification: RefusalRule = {
  id: 'risk-actions-need-notification',
  kind: 'refusal',
  severity: 'warning',
  confidence: 'measured',
  summary: 'Older providers take actions on risky sign-ins only with somebody who notifies.',
  why:
    'AWS takes actions without notifications. The provider demanded a notify_configuration beside them, and with an older ' +
    'one no plan of the stack succeeds.',
  references: [
    providerIssue(28784),
    providerResource('cognito_risk_configuration'),
    api('AccountTakeoverRiskConfigurationType'),
  ],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: enforced
        risk:
          pool:
            highRisk: block
            notifyIdentity: arn:aws:ses:eu-west-1:123456789012:identity/example.com
      `,
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: enforced
        risk:
          pool:
            highRisk: block
        terraform:
          providerVersion: ">= 6.25.0, < 7.0.0"
      `,
    ],
    invalid: [
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: enforced
        risk:
          pool:
            highRisk: block
      `,
    ],
  },
  *check(input) {
    const { providerVersion = '' } = section(input, 'terraform');
    if (!admitsBelow(providerVersion, OPTIONAL_SINCE)) return;
    for (const { settings, path, name } of objects(input, 'risk')) {
      const level = LEVELS.find((one) => settings[one] !== undefined);
      if (level === undefined || settings.notifyIdentity !== undefined) continue;
      yield {
        path: path(level),
        message:
          `${name(level)} has no ${name('notifyIdentity')} beside it, and terraform.providerVersion admits providers ` +
          'that answer "Insufficient notify_configuration blocks".',
        help: `Write ${name('notifyIdentity')}, the ARN of an SES identity; or terraform.providerVersion: ">= 6.25.0, < 7.0.0".`,
      };
    }
  },
};
