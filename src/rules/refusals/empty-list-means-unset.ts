import { FACETS } from '../../facets/index.js';
import type { Facet } from '../../model/facet.js';
import { addressOf, type Entry, settingName, yamlPath } from '../../model/state.js';
import { api, cdkIssue } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const emptyListMeansUnset: RefusalRule = {
  id: 'empty-list-means-unset',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'A list that AWS takes for left out is not empty.',
  why:
    'Cognito takes an empty list of sign-in flows, or of attributes that a client may read or write, for none given, and ' +
    'applies its default: the spec says nothing, and the client may much. No deploy and no call makes such a list empty.',
  references: [api('CreateUserPoolClient'), cdkIssue(30608), cdkIssue(21835)],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        clients:
          web:
            authFlows: [refreshToken]
            writeAttributes: [name]
            callbackUrls: []
      `,
      yaml`
        clients:
          web:
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            writeAttributes: []
      `,
      yaml`
        clients:
          web:
            readAttributes: []
            writeAttributes: [email]
      `,
      yaml`
        clients:
          web:
            authFlows: []
      `,
    ],
  },
  *check({ state }) {
    for (const [address, entry] of state.entries)
      for (const [name, means] of emptyLists(entry)) {
        const setting = settingName(addressOf(entry.facet, entry.key), name);
        yield {
          path: yamlPath(address, name),
          message: `${setting} is empty, which AWS takes for left out: ${means}.`,
          help: `Name at least one in ${setting}; or leave it out, if that is meant.`,
        };
      }
  },
};

/** The settings of an entry that are an empty list, with what AWS makes of it. */
function emptyLists({ facet: id, settings }: Entry): [name: string, means: string][] {
  const { fields = {} } = (FACETS as readonly Facet[]).find((facet) => facet.id === id) ?? {};
  return [...settings].flatMap(([name, seen]): [string, string][] => {
    const means = fields[name]?.emptyMeans;
    return means && seen.kind === 'value' && Array.isArray(seen.value) && seen.value.length === 0
      ? [[name, means]]
      : [];
  });
}
