import type { Problem } from '../../model/rule.js';
import { apiSignIn, type Client, eachClientOfPeople, federated, opensSignUp } from '../kit/clients.js';
import { intent } from '../kit/intent.js';
import { api, guide } from '../kit/pages.js';
import type { PoolInput, PostureRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const ssoLetsPasswordsIn: PostureRule = {
  id: 'sso-lets-passwords-in',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'Where users come from an identity provider, passwords of the pool’s own do not let them in beside it.',
  why:
    'Taking COGNITO from a client’s providers hides the password form and no more: whoever knows the client’s id, ' +
    'which is public, signs in through the API with a user of the pool, or makes one, past the provider’s second ' +
    'factor and past the day on which an employee was dismissed there. The same goes for a workforce whose client ' +
    'lists COGNITO beside the company’s provider.',
  references: [guide('cognito-user-pools-identity-federation'), api('CreateUserPoolClient')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        identityProviders:
          Corporate:
            type: saml
            details:
              MetadataURL: https://idp.example.com/metadata
        clients:
          web:
            authFlows: [refreshToken]
            identityProviders: [Corporate]
      `,
      yaml`
        identityProviders:
          Google:
            type: google
            details:
              client_id: 1example23456789.apps.googleusercontent.com
              authorize_scopes: email openid
            secretVariable: google_secret
        clients:
          web:
            identityProviders: [COGNITO, Google]
      `,
    ],
    invalid: [
      yaml`
        identityProviders:
          Corporate:
            type: saml
            details:
              MetadataURL: https://idp.example.com/metadata
        clients:
          web:
            identityProviders: [Corporate]
      `,
      yaml`
        pool:
          audience: workforce
        identityProviders:
          Corporate:
            type: saml
            details:
              MetadataURL: https://idp.example.com/metadata
        clients:
          web:
            identityProviders: [COGNITO, Corporate]
      `,
    ],
  },
  *check(input) {
    for (const client of eachClientOfPeople(input)) {
      const { settings, path, name } = client;
      if (federated(client).length === 0) continue;
      if (!settings.identityProviders?.includes('COGNITO')) yield* throughApi(input, client);
      else if (intent(input).audience === 'workforce') {
        yield {
          path: path('identityProviders'),
          message: `${name('identityProviders')} has COGNITO beside ${federated(client).join(', ')}, so that passwords of the pool’s own pass by the company’s sign-in.`,
          help: 'Remove COGNITO; give an emergency account a client of its own.',
        };
      }
    }
  },
};

/** With a secret only the client’s own server can use the API. */
function* throughApi(input: PoolInput, client: Client): Iterable<Problem> {
  const { settings, path, name } = client;
  const flows = apiSignIn(client).filter((flow) => !ADMIN.includes(flow));
  if (settings.secret || flows.length === 0) return;
  const anybody = opensSignUp(input, client) ? 'anybody may make a user and sign in' : 'users of the pool sign in';
  yield {
    path: path('authFlows'),
    message: `${name('authFlows')} has ${flows.join(', ')}, though the client is for ${federated(client).join(', ')} only: ${anybody} through the API.`,
    help: 'Write authFlows: [refreshToken], and signUp.selfSignUp: false where nobody should register.',
  };
}

/** They need credentials of AWS. */
const ADMIN: readonly string[] = ['adminPassword', 'legacyAdminNoSrp'];
