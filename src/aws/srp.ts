import { createSrpSession, signSrpSession } from 'cognito-srp-helper';
import type { PasswordProof } from '../signin/ports.js';

/** Proves a password to a pool without sending it. Signing throws where the parameters are not those of SRP. */
export function passwordProof(poolId: string, username: string, password: string): PasswordProof {
  const session = createSrpSession(username, password, poolId, false);
  return {
    start: session.largeA,
    sign: (ChallengeParameters) => {
      const { passwordSignature, secret, timestamp } = signSrpSession(session, { ChallengeParameters });
      return {
        PASSWORD_CLAIM_SIGNATURE: passwordSignature,
        PASSWORD_CLAIM_SECRET_BLOCK: secret,
        TIMESTAMP: timestamp,
      };
    },
  };
}
