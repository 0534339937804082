import { parseDuration } from '../../facets/kit/duration.js';
import type { Problem } from '../../model/rule.js';
import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const MINUTE = 60;
const DAY = 86_400;
const SHORT = { least: 5 * MINUTE, most: DAY, words: '5 minutes and 1 day' };
const LONG = { least: 60 * MINUTE, most: 3650 * DAY, words: '60 minutes and 10 years' };
const RANGES = { accessTokenValidity: SHORT, idTokenValidity: SHORT, refreshTokenValidity: LONG } as const;

export const tokenValidityRange: RefusalRule = {
  id: 'token-validity-range',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'Tokens live as long as AWS allows, and none longer than the refresh token.',
  why:
    'AWS takes 5 minutes to 1 day for access and ID tokens and 60 minutes to 10 years for refresh tokens, and refuses an ' +
    'access or ID token that outlives the refresh token.',
  references: [api('CreateUserPoolClient'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        clients:
          web:
            accessTokenValidity: 5m
            idTokenValidity: 24h
            refreshTokenValidity: 3650d
      `,
      yaml`
        clients:
          kiosk:
            refreshTokenValidity: 60m
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            accessTokenValidity: 25h
      `,
      yaml`
        clients:
          web:
            refreshTokenValidity: 30m
      `,
      yaml`
        clients:
          web:
            accessTokenValidity: 12h
            refreshTokenValidity: 2h
      `,
    ],
  },
  *check(input) {
    for (const client of objects(input, 'clients')) {
      const outside = [...outsideRange(client)];
      yield* outside.length > 0 ? outside : outlivesRefresh(client);
    }
  },
};

type Client = ReturnType<typeof objects<'clients'>>[number];
type Token = keyof typeof RANGES;

const secondsOf = ({ settings }: Client, token: Token): number => parseDuration(settings[token] ?? '')?.seconds ?? 0;

function* outsideRange(client: Client): Iterable<Problem> {
  for (const [token, { least, most, words }] of Object.entries(RANGES) as [Token, typeof SHORT][]) {
    const seconds = secondsOf(client, token);
    if (seconds >= least && seconds <= most) continue;
    yield {
      path: client.path(token),
      message: `${client.name(token)} is ${client.settings[token]}; AWS would answer "Invalid range for token validity."`,
      help: `Write a time between ${words}.`,
    };
  }
}

function* outlivesRefresh(client: Client): Iterable<Problem> {
  const { refreshTokenValidity: refresh } = client.settings;
  for (const token of ['accessTokenValidity', 'idTokenValidity'] as const) {
    if (secondsOf(client, token) <= secondsOf(client, 'refreshTokenValidity')) continue;
    yield {
      path: client.path(client.declares(token) ? token : 'refreshTokenValidity'),
      message:
        `${client.name(token)} is ${client.settings[token]} but refreshTokenValidity is ${refresh}; AWS would answer "Access and ` +
        'Id Token expiration times must be less than or equal to refresh token expiration times."',
      help: `Write a time of at most ${refresh}; or a longer refreshTokenValidity.`,
    };
  }
}
