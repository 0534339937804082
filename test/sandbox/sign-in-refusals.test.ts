import { createSrpSession, signSrpSession, wrapAuthChallenge, wrapInitiateAuth } from 'cognito-srp-helper';
import { describe, expect, it } from 'vitest';
import { PASSWORD, type SignIn, type Stage, signIn } from './signing-in.js';
import { sms, totp } from './support.js';

const phone = { phone_number: '+15550100' };
const allowing = (...ExplicitAuthFlows: string[]) => ({ client: { ExplicitAuthFlows } });
const passwordOnly = allowing('ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH');
const token = async (s: SignIn) => (await s.password()).AuthenticationResult;
const revoke = async (s: SignIn) =>
  s.call('RevokeToken', { Token: (await token(s)).RefreshToken, ClientId: s.clientId });

/** An answer to the SRP challenge with another member in it. */
async function srpWith(s: SignIn, responses: object) {
  const srp = createSrpSession('ann', PASSWORD, s.poolId, false);
  const request = { ClientId: s.clientId, AuthFlow: 'USER_SRP_AUTH' as const, AuthParameters: { USERNAME: 'ann' } };
  const asked = await s.call('InitiateAuth', wrapInitiateAuth(srp, request));
  const answer = { ClientId: s.clientId, ChallengeName: asked.ChallengeName, ChallengeResponses: { USERNAME: 'ann' } };
  const signed = wrapAuthChallenge(signSrpSession(srp, asked), answer);
  return s.call('RespondToAuthChallenge', {
    ...signed,
    ChallengeResponses: { ...signed.ChallengeResponses, ...responses },
  });
}

const cases: Record<string, [Stage, (s: SignIn) => Promise<unknown>, string]> = {
  'a refresh that the client does not allow': [
    allowing('ALLOW_USER_PASSWORD_AUTH'),
    async (s) => s.initiate('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: (await token(s)).RefreshToken }),
    'InvalidParameterException: REFRESH_TOKEN_AUTH is not enabled for the client.',
  ],
  'a time that is not written as AWS wants it': [
    {},
    (s) => srpWith(s, { TIMESTAMP: '2026-01-01T00:00:00Z' }),
    'InvalidParameterException: TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english',
  ],
  'a time that was not signed': [
    {},
    (s) => srpWith(s, { TIMESTAMP: 'Thu Jan 1 00:00:00 UTC 2026' }),
    'NotAuthorizedException: Incorrect username or password.',
  ],
  'a secret block of somebody else': [
    {},
    (s) => srpWith(s, { PASSWORD_CLAIM_SECRET_BLOCK: 'AAAA' }),
    'NotAuthorizedException: Invalid session for the user.',
  ],
  'a number that would give the key away': [
    {},
    (s) => s.initiate('USER_SRP_AUTH', { SRP_A: '0' }),
    'NotAuthorizedException: Incorrect username or password.',
  ],
  'a user who has nothing that he may be asked for': [
    {
      pool: { AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] } },
      mfa: { MfaConfiguration: 'ON', SmsMfaConfiguration: { SmsConfiguration: sms } },
      user: { attributes: { email: 'ann@example.com' } },
    },
    (s) => s.password(),
    'NotAuthorizedException: The user has no factor that is eligible for MFA.',
  ],
  'a first factor that was not offered': [
    {},
    async (s) => s.answer(await s.initiate('USER_AUTH'), { ANSWER: 'SMS_OTP' }),
    'InvalidParameterException: SMS_OTP is not among the factors that the challenge offers.',
  ],
  'a secret that is not the client\u2019s': [
    { client: { GenerateSecret: true } },
    async (s) => {
      const { RefreshToken: Token } = await token(s);
      return s.call('RevokeToken', { Token, ClientId: s.clientId, ClientSecret: 'x'.repeat(24) });
    },
    'UnauthorizedException: Invalid client secret.',
  ],
  'a revocation where the client has none': [
    { client: { ...passwordOnly.client, EnableTokenRevocation: false } },
    revoke,
    'UnsupportedOperationException: Token revocation is not enabled for this client.',
  ],
  'a code for who is not to be verified': [
    { user: { status: 'UNCONFIRMED' } },
    (s) => s.call('ResendConfirmationCode', { ClientId: s.clientId, Username: 'ann' }),
    'InvalidParameterException: Auto verification not turned on.',
  ],
  'an attribute that nobody verifies': [
    {},
    async (s) => s.call('GetUserAttributeVerificationCode', { ...(await bearer(s)), AttributeName: 'name' }),
    'InvalidParameterException: name is not an attribute that can be verified.',
  ],
  'an attribute that the user has not': [
    {},
    async (s) => s.call('GetUserAttributeVerificationCode', { ...(await bearer(s)), AttributeName: 'phone_number' }),
    'InvalidParameterException: User does not have the attribute phone_number.',
  ],
  'an app with neither a token nor a session': [
    { mfa: { MfaConfiguration: 'OPTIONAL', ...totp } },
    (s) => s.call('AssociateSoftwareToken'),
    'InvalidParameterException: Missing required parameter AccessToken',
  ],
  'an app with the session of another challenge': [
    {
      mfa: { MfaConfiguration: 'OPTIONAL', SmsMfaConfiguration: { SmsConfiguration: sms } },
      user: { attributes: phone, settings: ['SMS_MFA'] },
    },
    async (s) => s.call('AssociateSoftwareToken', { Session: (await s.password()).Session }),
    'NotAuthorizedException: Invalid session for the user.',
  ],
};

const bearer = async (s: SignIn) => ({ AccessToken: (await token(s)).AccessToken });

describe('who signs in is refused', () => {
  it.each(Object.entries(cases))('%s', async (_what, [stage, act, words]) => {
    const s = await signIn(stage);
    expect(await s.words(act(s))).toBe(words);
  });

  it('a passkey, which nobody can verify here', async () => {
    const pool = { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } };
    const s = await signIn({ pool });
    s.sandbox.seed(s.poolId, ({ users }) => {
      const ann = users.get('ann');
      if (ann) ann.passkeys = 1;
    });
    const asked = await s.initiate('USER_AUTH');
    expect(asked.AvailableChallenges).toContain('WEB_AUTHN');
    const answer = s.answer(asked, { ANSWER: 'WEB_AUTHN', CREDENTIAL: '{}' });
    expect(await s.words(answer)).toBe('NotAuthorizedException: Passkeys cannot be verified here.');
  });
});
