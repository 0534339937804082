import { parseDuration } from '../../facets/kit/duration.js';
import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const tokenValidTooLong: PostureRule = {
  id: 'token-valid-too-long',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'Access and ID tokens are valid for an hour at most, refresh tokens that are not rotated for 30 days.',
  why:
    'An API that checks an access or ID token by itself takes it until it expires, whether its user has signed out, ' +
    'lost the device or been dismissed. A refresh token stands for all of them. Cognito’s defaults are an hour and 30 ' +
    'days; rotation makes a long session bearable.',
  references: [guide('amazon-cognito-user-pools-using-tokens-with-identity-providers')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        clients:
          web:
            accessTokenValidity: 15m
            idTokenValidity: 1h
            refreshTokenValidity: 30d
      `,
      yaml`
        clients:
          app:
            authFlows: [srp]
            refreshTokenValidity: 90d
            refreshTokenRotation: true
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            accessTokenValidity: 12h
            idTokenValidity: 1d
      `,
      yaml`
        clients:
          app:
            refreshTokenValidity: 365d
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'clients')) {
      const { accessTokenValidity: access, idTokenValidity: id, refreshTokenValidity: refresh, oauthFlows } = settings;
      const people = !oauthFlows?.includes('clientCredentials');
      const tokens = [
        { setting: 'accessTokenValidity', value: access, most: '1h', applies: true },
        { setting: 'idTokenValidity', value: id, most: '1h', applies: people },
        {
          setting: 'refreshTokenValidity',
          value: refresh,
          most: '30d',
          applies: people && !settings.refreshTokenRotation,
        },
      ];
      for (const { setting, value, most } of tokens.filter(({ applies }) => applies)) {
        if (value === undefined || seconds(value) <= seconds(most)) continue;
        const rotate = setting === 'refreshTokenValidity' ? ', or rotate refresh tokens' : '';
        yield {
          path: path(setting),
          message: `${name(setting)} is ${value}, and should be ${most} or less.`,
          help: `Write ${setting}: ${most}${rotate}.`,
        };
      }
    }
  },
};

const seconds = (text: string): number => parseDuration(text)?.seconds ?? 0;
