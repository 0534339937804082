import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const rotationShutsRefreshFlow: PostureRule = {
  id: 'rotation-shuts-refresh-flow',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'A client that rotates refresh tokens does not allow the flow that cannot.',
  why:
    'REFRESH_TOKEN_AUTH does not work in a client with refresh token rotation: an application that renews with it ' +
    'signs its users out as soon as their access token has expired. AWS asks to disable the flow, and to renew with ' +
    'GetTokensFromRefreshToken. Where authFlows is left out, Cognito allows the flow.',
  references: [guide('amazon-cognito-user-pools-using-the-refresh-token')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        clients:
          app:
            authFlows: [srp]
            refreshTokenRotation: true
      `,
    ],
    invalid: [
      yaml`
        clients:
          app:
            authFlows: [srp, refreshToken]
            refreshTokenRotation: true
      `,
      yaml`
        clients:
          app:
            refreshTokenRotation: true
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'clients')) {
      if (!settings.refreshTokenRotation || !settings.authFlows?.includes('refreshToken')) continue;
      yield {
        path: path('authFlows'),
        message: `${name('authFlows')} has refreshToken, which does not work with refreshTokenRotation: true.`,
        help: `Write authFlows: [${settings.authFlows.filter((flow) => flow !== 'refreshToken').join(', ')}], and renew with GetTokensFromRefreshToken or at the token endpoint.`,
      };
    }
  },
};
