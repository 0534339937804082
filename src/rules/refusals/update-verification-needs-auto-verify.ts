import { items } from '../kit/items.js';
import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const updateVerificationNeedsAutoVerify: RefusalRule = {
  id: 'update-verification-needs-auto-verify',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'What is confirmed before it changes must be verified at sign-up too.',
  why: 'Cognito confirms a new address with the code that auto-verification sends; without the one it has no way to do the other.',
  references: [api('UserAttributeUpdateSettingsType'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        verification:
          autoVerify: [email]
          beforeUpdate: [email]
      `,
    ],
    invalid: [
      yaml`
        verification:
          beforeUpdate: [email]
      `,
    ],
  },
  *check(input) {
    const { autoVerify = [], beforeUpdate = [] } = section(input, 'verification');
    const missing = (name: string) => !autoVerify.includes(name);
    for (const { path, item } of items(beforeUpdate, ['verification', 'beforeUpdate'], missing)) {
      yield {
        path,
        message:
          `verification.beforeUpdate has ${item}, which autoVerify has not; AWS would answer "All attributes in ` +
          'AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes."',
        help: `Add ${item} to verification.autoVerify; or remove it from beforeUpdate.`,
      };
    }
  },
};
