import { eachClientOfPeople } from '../kit/clients.js';
import { api, guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const writeAttributesLeftOut: PostureRule = {
  id: 'write-attributes-left-out',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'Each client says which attributes its users may write.',
  why:
    'Where writeAttributes is left out, users may set all standard attributes: the address that mail goes to, the ' +
    'phone number, the name that others see. A list keeps what the application never asks for out of their hands, and ' +
    'out of those of a stolen token.',
  references: [guide('user-pool-settings-attributes'), api('CreateUserPoolClient')],
  sets: ['strict'],
  controls: { nist80053: ['AC-6'] },
  examples: {
    valid: [
      yaml`
        clients:
          web:
            writeAttributes: [name]
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            authFlows: [srp, refreshToken]
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of eachClientOfPeople(input)) {
      if (settings.writeAttributes?.length) continue;
      yield {
        path: path('writeAttributes'),
        message: `${name('writeAttributes')} is left out, so that users may write all standard attributes, and by reports those of the pool’s own too; it should list those that the application needs.`,
        help: 'Write writeAttributes: [email, name], or what the application lets its users change.',
      };
    }
  },
};
