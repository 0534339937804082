import { api } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const poolWithoutClients: PostureRule = {
  id: 'pool-without-clients',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'A pool has an app client.',
  why:
    'Nobody signs in without one: the pool is new, left over, or its clients are made by somebody whom the spec does not ' +
    'name. A forgotten pool keeps its users’ data, and nobody looks after it.',
  references: [api('CreateUserPoolClient')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        clients:
          web:
            authFlows: [srp, refreshToken]
      `,
    ],
    invalid: [
      yaml`
        clients: {}
      `,
    ],
  },
  *check(input) {
    if (objects(input, 'clients').length > 0) return;
    yield {
      path: ['clients'],
      message: 'The pool has no app client, so that nobody can sign in; expected at least one in clients.',
      help: 'Declare the clients; or name whoever makes them in unmanaged (path: clients).',
    };
  },
};
