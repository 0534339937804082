import type { Path } from '../../model/source.js';
import {
  apiSignIn,
  type Client,
  eachClientOfPeople,
  federated,
  opensSignUp,
  SELF_SERVICE_SCOPE,
  usesSignInPage,
} from '../kit/clients.js';
import { items } from '../kit/items.js';
import { cdkIssue, guide } from '../kit/pages.js';
import type { PoolInput, PostureRule } from '../kit/pool-rule.js';
import { isPrivilege } from '../kit/privileges.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const usersWriteTheirPrivileges: PostureRule = {
  id: 'users-write-their-privileges',
  kind: 'posture',
  severity: 'error',
  confidence: 'documented',
  summary: 'No client lets users write an attribute that gives them rights.',
  why:
    'A user may set every attribute that the client may write, with one call of UpdateUserAttributes or already of ' +
    'SignUp; where writeAttributes is left out, users have set custom attributes, too. An application that takes custom:role or custom:tenant from the token then makes an administrator, or a ' +
    'customer of somebody else, of whoever asks. Roles belong into groups, or are written by an administrator.',
  references: [
    guide('user-pool-settings-attributes'),
    'https://cwe.mitre.org/data/definitions/915.html',
    cdkIssue(30608),
  ],
  sets: ['recommended'],
  controls: { nist80053: ['AC-6'] },
  examples: {
    valid: [
      yaml`
        attributes:
          custom:role:
            maxLength: 64
        clients:
          web:
            readAttributes: [email, custom:role]
            writeAttributes: [email, name]
      `,
      yaml`
        signUp:
          selfSignUp: false
        attributes:
          custom:tenant:
            maxLength: 64
        identityProviders:
          Corporate:
            type: saml
            details:
              MetadataURL: https://idp.example.com/metadata
            attributeMapping:
              custom:tenant: tenant
        clients:
          web:
            oauthFlows: [code]
            oauthScopes: [openid]
            callbackUrls: [https://app.example.com/callback]
            identityProviders: [Corporate]
            writeAttributes: [email, custom:tenant]
      `,
    ],
    invalid: [
      yaml`
        attributes:
          custom:role:
            maxLength: 64
        clients:
          web:
            writeAttributes: [email, custom:role]
      `,
      yaml`
        attributes:
          custom:tenantId:
            mutable: false
        clients:
          web:
            writeAttributes: [email, custom:tenantId]
      `,
      yaml`
        attributes:
          custom:role:
            maxLength: 20
        clients:
          app:
            authFlows: [srp, refreshToken]
      `,
    ],
  },
  *check(input) {
    const fixed = new Set(objects(input, 'attributes').flatMap(({ key, settings }) => (settings.mutable ? [] : [key])));
    for (const client of eachClientOfPeople(input)) {
      const { settings, name } = client;
      const listed = (settings.writeAttributes ?? []).length > 0;
      for (const { item, path: at } of writable(input, client)) {
        const ways = [
          opensSignUp(input, client) && 'at sign-up',
          !fixed.has(item) && changes(input, client, item) && 'at any time',
        ].filter((way) => way !== false);
        if (ways.length === 0) continue;
        yield {
          path: at,
          message: listed
            ? `${name('writeAttributes')} has ${item}, which every user can then set to anything ${ways.join(' and ')}.`
            : `${name('writeAttributes')} is left out, so that by reports every user can set ${item} to anything ${ways.join(' and ')}.`,
          help: listed
            ? `Take ${item} out of writeAttributes, and let a server write it with AdminUpdateUserAttributes; or use groups.`
            : `Write writeAttributes without ${item}, and let a server write it with AdminUpdateUserAttributes; or use groups.`,
        };
      }
    }
  },
};

/**
 * The privileges that a client lets users write: those in its list; without one, all of the pool. AWS documents the standard
 * attributes alone, reports say the pool's own too (aws/aws-cdk issues 30608, 21835). No user writes a developer's attribute.
 */
function writable(input: PoolInput, { settings, path }: Client): readonly { item: string; path: Path }[] {
  const at = path('writeAttributes');
  if (settings.writeAttributes?.length) return items(settings.writeAttributes, at, isPrivilege);
  const own = objects(input, 'attributes').filter(({ key, settings }) => isPrivilege(key) && !settings.developerOnly);
  return own.map(({ key }) => ({ item: key, path: at }));
}

/**
 * Whether a user gets a token that may change attributes: every token of the API, and those of the sign-in page with the
 * scope for it. Users of a provider have no password for the API, and a client must be able to write what their provider fills.
 */
function changes(input: PoolInput, client: Client, attribute: string): boolean {
  const { oauthScopes = [], identityProviders = [] } = client.settings;
  if (usesSignInPage(client) && oauthScopes.includes(SELF_SERVICE_SCOPE)) return true;
  const filled = objects(input, 'identityProviders').some(
    ({ key, settings }) => federated(client).includes(key) && settings.attributeMapping?.[attribute] !== undefined,
  );
  return apiSignIn(client).length > 0 && !(filled && !identityProviders.includes('COGNITO'));
}
