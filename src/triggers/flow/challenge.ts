import type { CreateSettings } from '../../model/trigger-settings.js';
import { drawCode, type Owner, type Sealed, seal } from './code.js';
import { type ChallengeRequest, type Texts, verifiedAddress } from './event.js';
import { mailText } from './mail-text.js';
import { privateParameters, sealedIn, sealedText } from './sealed-text.js';

/** A mail to be sent. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/** A challenge, and the mail that it takes. */
export interface Challenge {
  readonly publicChallengeParameters: Texts;
  readonly privateChallengeParameters: Texts;
  readonly challengeMetadata: string;
  /** None where a code is under way already, or where there is nobody who may have one. */
  readonly mail: Mail | undefined;
}

/**
 * The challenge of a round. The first one has a code drawn and mailed; the later ones are about the same code, which is
 * good until the same moment. An unknown user, or one without a verified address, gets a challenge like any other, and
 * no mail: no answer is right.
 */
export function challengeOf(
  request: ChallengeRequest,
  owner: Owner,
  settings: CreateSettings,
  now: number,
  draw: (length: number) => string = drawCode,
): Challenge {
  const answered = (request.session ?? []).filter(({ challengeName }) => challengeName === 'CUSTOM_CHALLENGE');
  const left = Math.max(settings.attempts - answered.length, 0);
  const last = answered.at(-1);
  // A round whose metadata is not ours has no code: another mail would be a second one.
  if (last) return challenge(sealedIn(last.challengeMetadata), settings, left, now, undefined);
  const code = draw(settings.codeLength);
  const sealed = seal(code, owner, now + settings.minutes * 60_000);
  const to = verifiedAddress(request);
  return challenge(
    sealed,
    settings,
    left,
    now,
    to && { to, ...mailText(request.userAttributes?.['locale'], code, settings) },
  );
}

function challenge(
  sealed: Sealed | undefined,
  { codeLength }: CreateSettings,
  left: number,
  now: number,
  mail: Mail | undefined | '',
): Challenge {
  return {
    publicChallengeParameters: {
      challenge: 'EMAIL_CODE',
      codeLength: String(codeLength),
      attemptsLeft: String(left),
      expiresAt: new Date(sealed?.expiresAt ?? now).toISOString(),
    },
    privateChallengeParameters: privateParameters(sealed),
    challengeMetadata: sealed ? sealedText(sealed) : '',
    mail: mail || undefined,
  };
}
