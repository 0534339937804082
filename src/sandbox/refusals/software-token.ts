import type { Refusal } from '../refusal.js';
import type { StoredUser } from '../store.js';
import type { World } from '../world.js';

/** A user whose authenticator app is to be deleted. */
export interface SoftwareTokenSubject {
  readonly user: StoredUser;
  readonly world: World;
}

export const softwareTokenRefusals: readonly Refusal<SoftwareTokenSubject>[] = [
  {
    id: 'software-token-none',
    evidence: 'inferred',
    words: ({ user, world }) =>
      world.deletingNoSoftwareToken === 'refused' && !user.totpRegistered && 'User has no software token.',
  },
];
