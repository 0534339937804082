import { api } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const attachmentSaysNothing: RefusalRule = {
  id: 'attachment-says-nothing',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'A risk configuration or a hosted UI style says something, or is not there.',
  why: 'A call with nothing but ids takes the configuration away: what is empty cannot exist, and would be missing for ever.',
  references: [api('SetRiskConfiguration'), api('SetUICustomization')],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: audit
        risk:
          pool:
            skippedIps: [198.51.100.0/24]
      `,
    ],
    invalid: [
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: audit
        risk:
          pool:
      `,
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: audit
        risk:
          pool:
            blockedIps: []
      `,
      yaml`
        domains:
          acme-login:
        hostedUi:
          pool: {}
      `,
    ],
  },
  *check(input) {
    const risk = objects(input, 'risk').filter(({ settings }) => {
      const { compromisedCredentials, lowRisk, mediumRisk, highRisk, blockedIps, skippedIps } = settings;
      const said = [compromisedCredentials, lowRisk, mediumRisk, highRisk].some((value) => value !== undefined);
      return !said && (blockedIps?.length ?? 0) + (skippedIps?.length ?? 0) === 0;
    });
    const styles = objects(input, 'hostedUi').filter(({ settings }) => !settings.css && !settings.image);
    for (const { path, name } of [...risk, ...styles])
      yield {
        path: path(),
        message: `${name()} says nothing, and AWS keeps nothing that is empty.`,
        help: 'Write a setting, or remove the key.',
      };
  },
};
