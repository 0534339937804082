import { api } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const STYLE = ['settings', 'assets'] as const;

export const brandingDefaultsExcludeStyle: RefusalRule = {
  id: 'branding-defaults-exclude-style',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'A style is Cognito’s own, or has settings and assets.',
  why: 'With cognitoDefaults AWS takes neither settings nor assets in the same request.',
  references: [api('CreateManagedLoginBranding')],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        terraform:
          providerVersion: ">= 6.12.0"
        clients:
          web: {}
        branding:
          web:
            cognitoDefaults: true
      `,
    ],
    invalid: [
      yaml`
        terraform:
          providerVersion: ">= 6.12.0"
        clients:
          web: {}
        branding:
          web:
            cognitoDefaults: true
            assets:
              - { category: faviconIco, colorMode: dynamic, extension: ico, file: favicon.ico }
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name, declares } of objects(input, 'branding')) {
      if (settings.cognitoDefaults !== true) continue;
      for (const member of STYLE.filter((one) => declares(one))) {
        yield {
          path: path(member),
          message: `${name()} has ${member} and cognitoDefaults, and AWS takes one of them.`,
          help: `Remove cognitoDefaults, or ${member}.`,
        };
      }
    }
  },
};
