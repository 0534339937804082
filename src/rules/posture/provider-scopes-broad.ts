import { guide, rfc9700 } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const providerScopesBroad: PostureRule = {
  id: 'provider-scopes-broad',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'An identity provider is asked for who the user is, and no more.',
  why:
    'Users see what is asked for, and many turn back at their calendar or their files. Cognito reads only the user’s ' +
    'profile, so that wider scopes serve nobody but whoever steals the provider’s token.',
  references: [rfc9700('2.3'), guide('cognito-user-pools-social-idp')],
  sets: ['strict'],
  controls: { rfc9700: ['2.3'] },
  examples: {
    valid: [
      yaml`
        identityProviders:
          Google:
            type: google
            details:
              client_id: 1example23456789.apps.googleusercontent.com
              authorize_scopes: email openid
            secretVariable: google_secret
      `,
    ],
    invalid: [
      yaml`
        identityProviders:
          Google:
            type: google
            details:
              client_id: 1example23456789.apps.googleusercontent.com
              authorize_scopes: email openid https://www.googleapis.com/auth/drive
            secretVariable: google_secret
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'identityProviders')) {
      const asked: string = settings.details?.['authorize_scopes'] ?? '';
      const scopes = asked.split(/[\s,]+/).filter((scope) => scope !== '');
      const more = scopes.filter((scope) => !PROFILE.has(scope));
      if (more.length === 0) continue;
      yield {
        path: path('details', 'authorize_scopes'),
        message: `${name('details', 'authorize_scopes')} asks for ${more.join(', ')}, which the sign-in does not need.`,
        help: `Write authorize_scopes: ${scopes.filter((scope) => PROFILE.has(scope)).join(' ') || 'openid'}.`,
      };
    }
  },
};

const PROFILE: ReadonlySet<string> = new Set(
  'openid email profile phone address groups roles name public_profile profile:user_id user:email'.split(' '),
);
