import { eachClientOfPeople, isPublic } from '../kit/clients.js';
import { guide, rfc9700 } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const refreshTokenNotRotated: PostureRule = {
  id: 'refresh-token-not-rotated',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'Refresh tokens of browsers and phones are good for one use.',
  why:
    'A refresh token that was copied from a browser or a phone signs the thief in for as long as it is valid, and ' +
    'nobody notices. Rotation makes each good for one use: once the thief or the user has renewed, the other is out. ' +
    'A client with a secret needs it less, because the token alone renews nothing there.',
  references: [rfc9700('2.2.2'), guide('amazon-cognito-user-pools-using-the-refresh-token')],
  sets: ['recommended'],
  controls: { rfc9700: ['2.2.2', '4.14.2'] },
  examples: {
    valid: [
      yaml`
        clients:
          app:
            authFlows: [srp]
            refreshTokenRotation: true
      `,
      yaml`
        clients:
          web:
            secret: true
      `,
    ],
    invalid: [
      yaml`
        clients:
          app:
            authFlows: [srp, refreshToken]
      `,
      yaml`
        clients:
          spa:
            type: public
            oauthFlows: [code]
            oauthScopes: [openid]
            callbackUrls: [https://app.example.com/callback]
      `,
    ],
  },
  *check(input) {
    for (const client of eachClientOfPeople(input)) {
      const { settings, path, name } = client;
      if (settings.refreshTokenRotation || !isPublic(input, client)) continue;
      yield {
        path: path('refreshTokenRotation'),
        message: `${name('refreshTokenRotation')} is false, so that a stolen refresh token works for ${settings.refreshTokenValidity ?? '30d'}; it should be true.`,
        help: 'Write refreshTokenRotation: true and take refreshToken out of authFlows; the application renews with GetTokensFromRefreshToken or at the token endpoint.',
      };
    }
  },
};
