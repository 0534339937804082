import type { TimeUnitsType, UserPoolClientType } from '@aws-sdk/client-cognito-identity-provider';
import type { Refusal } from '../refusal.js';
import type { ClientSubject } from './clients.js';

const seconds: Readonly<Record<TimeUnitsType, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86400 };

interface Lifetimes {
  readonly access: number;
  readonly id: number;
  readonly refresh: number;
}

/** In seconds. Units default to hours, hours and days; unset is one hour for access and ID tokens and 30 days for refresh. */
function lifetimesOf(client: UserPoolClientType): Lifetimes {
  const units = client.TokenValidityUnits;
  return {
    access: (client.AccessTokenValidity ?? 0) * seconds[units?.AccessToken ?? 'hours'] || 3600,
    id: (client.IdTokenValidity ?? 0) * seconds[units?.IdToken ?? 'hours'] || 3600,
    refresh: (client.RefreshTokenValidity ?? 0) * seconds[units?.RefreshToken ?? 'days'] || 30 * seconds.days,
  };
}

const outside = (value: number, min: number, max: number): boolean => value < min || value > max;

export const tokenRefusals: readonly Refusal<ClientSubject>[] = [
  {
    id: 'token-range',
    evidence: 'measured',
    words: ({ next }) => {
      const { access, id, refresh } = lifetimesOf(next);
      return (
        (outside(access, 300, 86400) || outside(id, 300, 86400) || outside(refresh, 3600, 3650 * 86400)) &&
        'Invalid range for token validity.'
      );
    },
  },
  {
    id: 'token-order',
    evidence: 'measured',
    words: ({ next }) => {
      const { access, id, refresh } = lifetimesOf(next);
      return (
        Math.max(access, id) > refresh &&
        'Access and Id Token expiration times must be less than or equal to refresh token expiration times.'
      );
    },
  },
];
