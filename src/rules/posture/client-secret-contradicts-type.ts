import { clientType } from '../kit/intent.js';
import { guide, rfc9700 } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const clientSecretContradictsType: PostureRule = {
  id: 'client-secret-contradicts-type',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'A client has a secret exactly where it can keep one.',
  why:
    'A server that could keep a secret and has none lets anybody with the client’s id call the API in its name, and ' +
    'exchange a code that leaked. A secret in a browser, phone or desktop application is known to all who have the ' +
    'application: it protects nothing, and libraries for browsers cannot use it. Whether a client has one is fixed at ' +
    'its creation.',
  references: [rfc9700('2.5'), guide('user-pool-settings-client-apps')],
  sets: ['recommended'],
  controls: { rfc9700: ['2.5'] },
  examples: {
    valid: [
      yaml`
        clients:
          server:
            type: confidential
            secret: true
          app:
            type: public
          unsaid:
            secret: true
      `,
    ],
    invalid: [
      yaml`
        clients:
          server:
            type: confidential
      `,
      yaml`
        clients:
          app:
            type: public
            secret: true
      `,
    ],
  },
  *check(input) {
    for (const { key, settings, path, name } of objects(input, 'clients')) {
      const type = clientType(input, key);
      if (type === undefined || settings.secret === (type === 'confidential')) continue;
      const can = type === 'confidential' ? 'can keep a secret and has none' : 'cannot keep a secret and has one';
      yield {
        path: path('secret'),
        message: `${name('secret')} is ${settings.secret}, but the client is ${type}: it ${can}.`,
        help: `Make a new client with secret: ${type === 'confidential'}, move the application to it, and remove this one.`,
      };
    }
  },
};
