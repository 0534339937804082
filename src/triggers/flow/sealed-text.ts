import type { Sealed } from './code.js';
import type { Texts } from './event.js';

/**
 * Custom challenges get their name by what their metadata begins with. Cognito hands the metadata to the functions that
 * define and create challenges, and to nobody else; it is the one thing that is kept from one round to the next.
 */
const NAME = 'EMAIL_CODE';

/** As `challengeMetadata`. */
export function sealedText({ salt, digest, expiresAt }: Sealed): string {
  return [NAME, expiresAt, salt, digest].join('.');
}

/** The other way; undefined for what is no such text. */
export function sealedIn(text: unknown): Sealed | undefined {
  const [, expiresAt = '', salt = '', digest = ''] = PATTERN.exec(typeof text === 'string' ? text : '') ?? [];
  return digest === '' ? undefined : { salt, digest, expiresAt: Number(expiresAt) };
}

const PATTERN = new RegExp(`^${NAME}\\.([0-9]{1,15})\\.([\\w-]{22})\\.([\\w-]{43})$`);

/** As `privateChallengeParameters`, which only the verifying function is given. */
export function privateParameters(sealed: Sealed | undefined): Texts {
  return sealed ? { sealed: sealedText(sealed) } : {};
}

/** The other way. */
export function sealedOf(parameters: Texts | null | undefined): Sealed | undefined {
  return sealedIn(parameters?.['sealed']);
}
