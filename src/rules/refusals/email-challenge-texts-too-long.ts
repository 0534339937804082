import { hasEmailChallenge } from '../kit/made.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';

/** "4 KB, for all environment variables associated with the function, in aggregate", less what is there beside the texts. */
const ROOM = 3300;

const texts = (body: string) => `emailChallenge:
  from: no-reply@example.com
  identity: example.com
  texts:
    it: { subject: Codice, body: "{code} ${body}" }
    nl: { subject: Code, body: "{code} ${body}" }
clients:
  web:
    authFlows: [custom]
    authSessionMinutes: 5
`;

export const emailChallengeTextsTooLong: RefusalRule = {
  id: 'email-challenge-texts-too-long',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'The texts of an e-mail challenge fit into the environment of a function.',
  why:
    'The function that mails codes is told its texts by an environment variable, and Lambda takes 4 KB of them; a deploy ' +
    'with more is refused. The languages that are built in take none of it.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html'],
  sets: ['recommended'],
  examples: { valid: [texts('è il codice')], invalid: [texts('è il codice. '.repeat(140))] },
  *check(input) {
    const bytes = new TextEncoder().encode(JSON.stringify(section(input, 'emailChallenge').texts ?? {})).length;
    if (!hasEmailChallenge(input) || bytes <= ROOM) return;
    yield {
      path: ['emailChallenge', 'texts'],
      message: `emailChallenge.texts takes ${bytes} bytes; Lambda has room for ${ROOM} beside the rest.`,
      help: 'Shorten the texts, or leave out languages that are built in.',
    };
  },
};
