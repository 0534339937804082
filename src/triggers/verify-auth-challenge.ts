import { opens } from './flow/code.js';
import type { VerifyEvent } from './flow/event.js';
import { sealedOf } from './flow/sealed-text.js';

/** Judges the answer to a challenge. */
export async function handler(event: VerifyEvent): Promise<VerifyEvent> {
  const { privateChallengeParameters, challengeAnswer, userNotFound } = event.request;
  const right = opens(challengeAnswer, sealedOf(privateChallengeParameters), event, Date.now());
  return { ...event, response: { answerCorrect: right && userNotFound !== true } };
}
