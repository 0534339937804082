import type { ChangeContext, LiveClient } from '../../model/facet.js';
import { type ClientPartial, type ClientRows, update } from './client-rows.js';
import { DURATION_SCHEMA, formatDuration, parseDuration, sameDuration } from './duration.js';
import { fewer, on, shorter } from './stronger.js';

type Token = 'AccessToken' | 'IdToken' | 'RefreshToken';

/** The units that AWS assumes where none is set. */
const ASSUMED = { AccessToken: 'hours', IdToken: 'hours', RefreshToken: 'days' } as const;

function liveToken(client: LiveClient, token: Token): string | undefined {
  const amount = client[`${token}Validity`];
  const unit = client.TokenValidityUnits?.[token] ?? ASSUMED[token];
  return amount === undefined || amount === 0 ? undefined : formatDuration(amount, unit);
}

/**
 * All units, as soon as one is not what AWS assumes: removing one from code would turn 10 minutes into 10 hours. The
 * provider reads units that AWS assumes as none, so that written out they would be planned for ever for an imported client.
 * Source: https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/cognitoidp/user_pool_client.go
 */
export function tokenUnits(
  values: Readonly<Record<'accessTokenValidity' | 'idTokenValidity' | 'refreshTokenValidity', unknown>>,
) {
  const unit = (text: unknown, token: Token) => parseDuration(String(text))?.unit ?? ASSUMED[token];
  const accessToken = unit(values.accessTokenValidity, 'AccessToken');
  const idToken = unit(values.idTokenValidity, 'IdToken');
  const refreshToken = unit(values.refreshTokenValidity, 'RefreshToken');
  const assumed = [accessToken, idToken, refreshToken].join() === Object.values(ASSUMED).join();
  return assumed ? {} : { tokenValidityUnits: [{ accessToken, idToken, refreshToken }] };
}

/** The provider keeps the number and drops the unit. */
const unitLost = (token: Token) => (live: string) => {
  const { amount, unit } = parseDuration(live) ?? {};
  const left = amount === undefined || unit === ASSUMED[token] ? undefined : formatDuration(amount, ASSUMED[token]);
  return left && `drops its unit: ${live} becomes ${left}`;
};

const ROWS = {
  AccessToken: 'accessTokenValidity',
  IdToken: 'idTokenValidity',
  RefreshToken: 'refreshTokenValidity',
} as const;
const TOKENS = ['AccessToken', 'IdToken', 'RefreshToken'] as const;

/** Whether a lifetime has lost its unit: the number is the same, and the unit is the one that AWS assumes. */
function lostUnit(context: ChangeContext, token: Token): boolean {
  const at = context.sibling(ROWS[token]);
  const [desired, live] = [context.desiredAt(at), context.liveAt(at)].map((one) => parseDuration(String(one)));
  return context.changed(at) && desired?.amount === live?.amount && live?.unit === ASSUMED[token];
}

/** A client without its block of units is one change: the first lifetime that lost its own tells the others. */
const unitsGone = (token: Token) => (context: ChangeContext) => {
  const first = TOKENS.find((one) => lostUnit(context, one));
  return first === undefined || first === token || !lostUnit(context, token) ? undefined : context.sibling(ROWS[first]);
};

function tokenWrite(text: string | undefined, token: Token) {
  const duration = text === undefined ? undefined : parseDuration(text);
  return update({
    [`${token}Validity`]: duration?.amount,
    TokenValidityUnits: { [token]: duration?.unit },
  } as ClientPartial);
}

/** How long tokens are valid, and how they are refreshed. */
export function tokenRows(f: ClientRows) {
  return {
    accessTokenValidity: f.custom<string>(DURATION_SCHEMA)({
      doc: 'How long an access token is valid: 5 minutes to 1 day.',
      default: '1h',
      covers: ['CreateUserPoolClient.AccessTokenValidity', 'CreateUserPoolClient.TokenValidityUnits.AccessToken'],
      readable: 'whenSet',
      equal: sameDuration,
      live: (client) => liveToken(client, 'AccessToken'),
      terraform: (text) => ({ accessTokenValidity: parseDuration(text)?.amount }),
      write: (text) => tokenWrite(text, 'AccessToken'),
      computed: true,
      untold: unitLost('AccessToken'),
      stronger: shorter,
    }),
    idTokenValidity: f.custom<string>(DURATION_SCHEMA)({
      doc: 'How long an ID token is valid: 5 minutes to 1 day.',
      default: '1h',
      covers: ['CreateUserPoolClient.IdTokenValidity', 'CreateUserPoolClient.TokenValidityUnits.IdToken'],
      readable: 'whenSet',
      equal: sameDuration,
      live: (client) => liveToken(client, 'IdToken'),
      derivedFrom: unitsGone('IdToken'),
      terraform: (text) => ({ idTokenValidity: parseDuration(text)?.amount }),
      write: (text) => tokenWrite(text, 'IdToken'),
      computed: true,
      untold: unitLost('IdToken'),
      stronger: shorter,
    }),
    refreshTokenValidity: f.custom<string>(DURATION_SCHEMA)({
      doc: 'How long a refresh token is valid: 60 minutes to 10 years.',
      default: '30d',
      silence: 'documented: CreateUserPoolClientRequest, "the default value of 30 days"',
      covers: ['CreateUserPoolClient.RefreshTokenValidity', 'CreateUserPoolClient.TokenValidityUnits.RefreshToken'],
      readable: 'whenSet',
      equal: sameDuration,
      live: (client) => liveToken(client, 'RefreshToken'),
      derivedFrom: unitsGone('RefreshToken'),
      terraform: (text) => ({ refreshTokenValidity: parseDuration(text)?.amount }),
      write: (text) => tokenWrite(text, 'RefreshToken'),
      computed: true,
      untold: unitLost('RefreshToken'),
      stronger: shorter,
    }),
    refreshTokenRotation: f.boolean({
      doc: 'Whether each use of a refresh token replaces it.',
      default: false,
      covers: ['CreateUserPoolClient.RefreshTokenRotation.Feature'],
      readable: 'whenSet',
      live: (client) => client.RefreshTokenRotation?.Feature && client.RefreshTokenRotation.Feature === 'ENABLED',
      // Off is left out: providers confuse DISABLED with null (issues 45646, 47554), and show a live rotation that is not in the code.
      terraform: (on) => (on ? { refreshTokenRotation: [{ feature: 'ENABLED' }] } : {}),
      write: (on) => update({ RefreshTokenRotation: { Feature: on ? 'ENABLED' : 'DISABLED' } }),
      stronger: on,
    }),
    refreshTokenGraceSeconds: f.integer({
      doc: 'How many seconds a rotated refresh token still works.',
      range: [0, 60],
      default: 0,
      covers: ['CreateUserPoolClient.RefreshTokenRotation.RetryGracePeriodSeconds'],
      readable: 'whenSet',
      live: (client) => client.RefreshTokenRotation?.RetryGracePeriodSeconds,
      // Without rotation there is no token to be lenient about: AWS drops the period with it.
      derivedFrom: (context) => {
        const rotation = context.sibling('refreshTokenRotation');
        return context.changed(rotation) && context.liveAt(rotation) === false ? rotation : undefined;
      },
      terraform: (retryGracePeriodSeconds, { own }) =>
        own('refreshTokenRotation') === true ? { refreshTokenRotation: [{ retryGracePeriodSeconds }] } : {},
      write: (RetryGracePeriodSeconds) => update({ RefreshTokenRotation: { RetryGracePeriodSeconds } }),
      stronger: fewer,
    }),
  };
}
