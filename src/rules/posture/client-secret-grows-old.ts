import { api } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const clientSecretGrowsOld: PostureRule = {
  id: 'client-secret-grows-old',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'Somebody notices when a client’s secret is more than a year old.',
  why:
    'A secret lies in build systems, wikis and the notes of people who left. It does not expire by itself, and ' +
    'Cognito tells nobody how old it is. A client may have two, so that the new one can take over before the old one ' +
    'goes.',
  references: [api('ListUserPoolClientSecrets'), api('AddUserPoolClientSecret')],
  sets: ['strict'],
  controls: { nist80053: ['IA-5'], pciDss: ['8.6.3'] },
  examples: {
    valid: [
      yaml`
        clients:
          server:
            secret: true
            secretMaxAgeDays: 365
          app:
            type: public
      `,
    ],
    invalid: [
      yaml`
        clients:
          server:
            secret: true
      `,
      yaml`
        clients:
          server:
            secret: true
            secretMaxAgeDays: 1000
      `,
    ],
  },
  *check(input) {
    const live = input.state.origin === 'live';
    for (const { settings, path, name } of objects(input, 'clients')) {
      if (!settings.secret) continue;
      // Live it is the age, in a spec the limit; 0 is none.
      const { secretMaxAgeDays: days = 0 } = settings;
      if (days <= YEAR && (live || days > 0)) continue;
      const setting = name('secretMaxAgeDays');
      const found = live ? `the secret of ${name()} is ${days} days old` : `${setting} is ${days || '0, no limit'}`;
      yield {
        path: path('secretMaxAgeDays'),
        message: `${found.replace(/^t/, 'T')}, and should be ${YEAR} or less.`,
        help: live
          ? 'Add a new secret (aws cognito-idp add-user-pool-client-secret), give it to the application, and delete the old one.'
          : `Write secretMaxAgeDays: ${YEAR}: the audit then tells when a secret is due.`,
      };
    }
  },
};

const YEAR = 365;
