import { quote } from '../../spec/quote.js';
import { guide, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const hostedUiCssClassUnknown: RefusalRule = {
  id: 'hosted-ui-css-class-unknown',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'CSS of the hosted UI styles only the classes that it offers.',
  why:
    'The classes of the hosted UI end in -customizable. AWS refuses CSS with any other selector, an element such as body ' +
    'among them.',
  references: [guide('hosted-ui-classic-branding'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        domains:
          acme-login: {}
        hostedUi:
          pool:
            css: ".submitButton-customizable:hover { background-color: #104080; } /* ours */"
      `,
    ],
    invalid: [
      yaml`
        domains:
          acme-login: {}
        hostedUi:
          pool:
            css: "body { margin: 0; }"
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'hostedUi')) {
      const foreign = selectors(settings.css ?? '').find((selector) => !selector.includes('-customizable'));
      if (foreign === undefined) continue;
      yield {
        path: path('css'),
        message: `${name('css')} styles ${quote(foreign)}; AWS would answer "The CSS class ${foreign} is not in the list of allowed classes."`,
        help: 'Use classes such as banner-customizable and submitButton-customizable.',
      };
    }
  },
};

/** What stands before the braces, without comments. */
function selectors(css: string): string[] {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...bare.matchAll(/([^{}]+)\{[^{}]*\}/g)]
    .flatMap(([, before = '']) => before.split(','))
    .map((selector) => selector.trim().replaceAll(/\s+/g, ' '))
    .filter((selector) => selector !== '');
}
