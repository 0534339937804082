import type { PoolIdentity } from '../../model/facet.js';
import { arn } from './arn.js';

/** An ARN, a domain or an address. */
export const IDENTITY_PATTERN = `^((?=.{20,2048}$)arn:aws[a-z-]*:ses:[a-z0-9-]+:[0-9]{12}:identity/[\\w+=/,.@-]+|[^\\s:/]+\\.[^\\s:/]+)$`;

/** The domain or address of an identity's ARN. */
export function identityName(identity: string): string {
  return identity.slice(identity.indexOf('identity/') + 'identity/'.length);
}

/** The address of a From, which may have a display name before it. */
export function mailAddress(from: string): string {
  return /<([^<>]*)>\s*$/.exec(from)?.[1] ?? from;
}

/** A bare domain or address is an identity of the pool's own account and Region. */
export function identityArn(name: string, identity: PoolIdentity): string {
  return name.startsWith('arn:') ? name : arn(identity, 'ses', `identity/${name}`);
}
