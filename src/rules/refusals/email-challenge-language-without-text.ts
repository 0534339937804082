import { BUILT_IN_LANGUAGES } from '../../facets/email-challenge.js';
import { hasEmailChallenge } from '../kit/made.js';
import { guide } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const emailChallengeLanguageWithoutText: RefusalRule = {
  id: 'email-challenge-language-without-text',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'There is a text in the language of an e-mail challenge.',
  why: 'The language is for users whose own has no text. One without a text itself would be English, and nobody would have said so.',
  references: [
    guide('user-pool-lambda-create-auth-challenge'),
    'https://www.rfc-editor.org/rfc/rfc4647.html#section-3.4',
  ],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        emailChallenge:
          from: no-reply@example.com
          identity: example.com
          language: it-CH
          texts:
            it: { subject: Codice, body: "{code}" }
        clients:
          web:
            authFlows: [custom]
            authSessionMinutes: 5
      `,
    ],
    invalid: [
      yaml`
        emailChallenge:
          from: no-reply@example.com
          identity: example.com
          language: it
        clients:
          web:
            authFlows: [custom]
            authSessionMinutes: 5
      `,
    ],
  },
  *check(input) {
    const { language = 'en', texts = {} } = section(input, 'emailChallenge');
    if (!hasEmailChallenge(input)) return;
    const tags = [...BUILT_IN_LANGUAGES, ...Object.keys(texts)].map(plain);
    if (tags.some((tag) => plain(language) === tag || plain(language).startsWith(`${tag}-`))) return;
    yield {
      path: ['emailChallenge', 'language'],
      message: `emailChallenge.language is ${language}, and there is no text in it.`,
      help: `Write a text for it in emailChallenge.texts, or one of ${BUILT_IN_LANGUAGES.join(', ')}.`,
    };
  },
};

const plain = (tag: string): string => tag.replaceAll('_', '-').toLowerCase();
