import type { DeepPartial, WriteInputs } from '../model/facet.js';
import { defineKeyedFacet } from './kit/define.js';
import { reference } from './kit/reference.js';

type Texts = Readonly<Record<string, string>>;

const update = (partial: DeepPartial<WriteInputs['UpdateResourceServer']>) =>
  ({ operation: 'UpdateResourceServer', partial }) as const;

/** Scopes of the spec, as AWS and Terraform list them; AWS answers them sorted. */
function sorted(scopes: Texts): readonly (readonly [name: string, description: string])[] {
  return Object.entries(scopes).sort(([a], [b]) => (a < b ? -1 : 1));
}

export const resourceServers = defineKeyedFacet({
  id: 'resourceServers',
  title: 'Resource servers',
  summary: 'APIs with scopes of their own. A client asks for them as `identifier/scope` in its oauthScopes.',
  noun: 'resource server',
  reads: ['resourceServers'],
  resource: 'aws_cognito_resource_server',
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateResourceServer.html',
  ],
  key: {
    doc: 'Identifier of the API: a name (`orders`) or a URL (`https://api.example.com`), without spaces, quotes and backslashes.',
    pattern: '^[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,256}$',
    example: 'orders',
    answer: 'Member must satisfy regular expression pattern: [\\x21\\x23-\\x5B\\x5D-\\x7E]+',
  },
  closed: true,
  extra: 'error',
  entries: ({ resourceServers }) => resourceServers,
  importId: (poolId, { key }) => `${poolId}|${key}`,
  remove: ({ key }) => ({ operation: 'DeleteResourceServer', input: { Identifier: key } }),
  adviseExtra: ({ item }) => ({
    cause: `Made outside the code; clients can be given its scopes: ${
      (item.ok && item.value.Scopes?.map(({ ScopeName }) => ScopeName).join(', ')) || 'none yet'
    }.`,
  }),
  assemble: (_values, _context, identifier) => ({
    identifier,
    userPoolId: reference('aws_cognito_user_pool', 'pool', 'id'),
  }),
  silence: 'recorded: the service adds nothing (cdk-real-drift)',
  fields: (f) => ({
    name: f.text({
      doc: 'Name that AWS shows; where it is left out the identifier, with a dash for what a name cannot hold.',
      length: [1, 256],
      pattern: '^[\\w\\s+=,.@-]+$',
      says: 'letters, digits, spaces and + = , . @ - _',
      example: 'Orders API',
      covers: ['CreateResourceServer.Name'],
      implied: (_values, _identity, key) => key?.replace(/[^\w\s+=,.@-]+/g, '-'),
      live: (server) => server.Name,
      terraform: (name) => ({ name }),
      write: (Name) => update({ Name }),
      severity: 'note',
    }),
    scopes: f.map({
      doc: 'Scopes and what each permits, in words.',
      keys: {
        length: [1, 256],
        pattern: '^[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]+$',
        says: 'a scope without spaces, quotes, backslashes and slashes',
      },
      values: { length: [1, 256] },
      count: [0, 100],
      answers: { maxProperties: 'Member must have length less than or equal to 100' },
      default: {},
      example: { read: 'Read orders' },
      covers: ['CreateResourceServer.Scopes[].ScopeName', 'CreateResourceServer.Scopes[].ScopeDescription'],
      live: (server) =>
        Object.fromEntries((server.Scopes ?? []).map((scope) => [scope.ScopeName ?? '', scope.ScopeDescription ?? ''])),
      terraform: (scopes) =>
        Object.keys(scopes).length > 0
          ? { scope: sorted(scopes).map(([scopeName, scopeDescription]) => ({ scopeName, scopeDescription })) }
          : {},
      write: (scopes) =>
        update({
          Scopes: sorted(scopes ?? {}).map(([ScopeName, ScopeDescription]) => ({ ScopeName, ScopeDescription })),
        }),
      severity: 'error',
    }),
  }),
});
