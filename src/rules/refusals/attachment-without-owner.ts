import { FACETS } from '../../facets/index.js';
import type { Facet, KeyedFacet } from '../../model/facet.js';
import type { Problem } from '../../model/rule.js';
import { addressOf } from '../../model/state.js';
import { api } from '../kit/pages.js';
import type { PoolInput, RefusalRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

/** The key of what belongs to the pool itself. */
const OF_THE_POOL = 'pool';

export const attachmentWithoutOwner: RefusalRule = {
  id: 'attachment-without-owner',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'What belongs to a client has the key of a client that the spec declares.',
  why:
    'A risk configuration, a style or a terms document belongs to one client, or to the pool. AWS would answer that the ' +
    'client does not exist; and the key pool means the pool, so that no client can have it beside them.',
  references: [api('SetRiskConfiguration'), api('CreateManagedLoginBranding')],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        clients:
          web:
        hostedUi:
          pool:
            css: ".banner-customizable { background-color: #123456; }"
          web:
            css: ".banner-customizable { background-color: #654321; }"
        domains:
          acme-login:
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
        hostedUi:
          wbe:
            css: ".banner-customizable { background-color: #123456; }"
        domains:
          acme-login:
      `,
      yaml`
        terms:
          web/terms-of-use:
            links:
              cognito:default: https://acme.example/terms
      `,
      yaml`
        clients:
          pool:
        hostedUi:
          pool:
            css: ".banner-customizable { background-color: #123456; }"
        domains:
          acme-login:
      `,
    ],
  },
  *check(input) {
    for (const facet of FACETS as readonly Facet[])
      if (facet.kind === 'keyed' && facet.keyedBy) yield* owners(facet, input);
  },
};

function* owners(facet: KeyedFacet, { state }: PoolInput): Iterable<Problem> {
  for (const { facet: id, key = '' } of state.entries.values()) {
    if (id !== facet.id) continue;
    const [owner = ''] = key.split('/');
    const declared = state.entries.has(addressOf(facet.keyedBy ?? '', owner));
    if (owner === OF_THE_POOL ? !declared : declared) continue;
    const [message, help] =
      owner === OF_THE_POOL
        ? [`${id}.${key} means the pool, but clients.pool is a client.`, 'Give that client another key.']
        : [
            `${id}.${key} belongs to the client ${owner}, which the spec does not declare.`,
            `Declare clients.${owner}, or correct the key.`,
          ];
    yield { path: [id, key], message, help };
  }
}
