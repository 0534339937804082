import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const assetExtensionOfCategory: RefusalRule = {
  id: 'asset-extension-of-category',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'An ICO file is a favicon and nothing else.',
  why: 'Managed login shows ICO files as the faviconIco of the page alone; AWS refuses them in every other place.',
  references: [api('AssetType'), RECORDED_REFUSALS],
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
            assets:
              - { category: faviconIco, colorMode: dynamic, extension: ico, file: favicon.ico }
              - { category: pageBackground, colorMode: light, extension: png, file: background.png }
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
            assets:
              - { category: pageBackground, colorMode: light, extension: ico, file: background.ico }
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'branding')) {
      for (const [index, { category, extension }] of (settings.assets ?? []).entries()) {
        if (extension !== 'ico' || category === 'faviconIco') continue;
        yield {
          path: path('assets', index, 'extension'),
          message: `${name('assets', index)} is an ico file for ${category}; AWS would answer "Invalid assets provided."`,
          help: 'Use png, jpeg, svg or webp; ico is for category faviconIco.',
        };
      }
    }
  },
};
