import type { Tokens } from './ports.js';

/** What tokens say that is no secret. */
export interface TokenFacts {
  /** Minutes that the token is valid. */
  readonly accessMinutes: number | undefined;
  readonly idMinutes: number | undefined;
  /** Groups of the user. */
  readonly groups: readonly string[];
  readonly scopes: readonly string[];
}

/** Reads tokens that came from Cognito itself; their signatures are for those who get them from others. */
export function tokenFacts({ access, id }: Tokens): TokenFacts {
  const claims = claimsOf(access);
  const groups = claims['cognito:groups'];
  const scope = claims['scope'];
  return {
    accessMinutes: minutes(claims),
    idMinutes: id === undefined ? undefined : minutes(claimsOf(id)),
    groups: Array.isArray(groups) ? groups.filter((one) => typeof one === 'string').sort() : [],
    scopes: typeof scope === 'string' ? scope.split(' ').filter(Boolean).sort() : [],
  };
}

type Claims = Readonly<Record<string, unknown>>;

function claimsOf(token: string): Claims {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) ?? {};
  } catch {
    return {};
  }
}

function minutes({ iat, exp }: Claims): number | undefined {
  return typeof iat === 'number' && typeof exp === 'number' ? Math.round((exp - iat) / 60) : undefined;
}
