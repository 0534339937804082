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
import { guide } from '../kit/pages.js';
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
    'SignUp. An application that takes custom:role or custom:tenant from the token then makes an administrator, or a ' +
    'customer of somebody else, of whoever asks. Roles belong into groups, or are written by an administrator.',
  references: [guide('user-pool-settings-attributes'), 'https://cwe.mitre.org/data/definitions/915.html'],
  sets: ['recommended'],
  needs: 'spec',
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
    ],
  },
  *check(input) {
    const fixed = new Set(objects(input, 'attributes').flatMap(({ key, settings }) => (settings.mutable ? [] : [key])));
    for (const client of eachClientOfPeople(input)) {
      const { settings, path, name } = client;
      for (const { item, path: at } of items(settings.writeAttributes, path('writeAttributes'), isPrivilege)) {
        const ways = [
          opensSignUp(input, client) && 'at sign-up',
          !fixed.has(item) && changes(input, client, item) && 'at any time',
        ].filter((way) => way !== false);
        if (ways.length === 0) continue;
        yield {
          path: at,
          message: `${name('writeAttributes')} has ${item}, which every user can then set to anything ${ways.join(' and ')}.`,
          help: `Take ${item} out of writeAttributes, and let a server write it with AdminUpdateUserAttributes; or use groups.`,
        };
      }
    }
  },
};

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
