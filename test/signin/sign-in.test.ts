// The flow alone: challenges in, responses out.
import { describe, expect, it } from 'vitest';
import { endingLines } from '../../src/signin/ending-lines.js';
import { compare, expectedOf } from '../../src/signin/expectation.js';
import { allows, beginning, FLOWS, type Flow } from '../../src/signin/flows.js';
import type { Answer, Values } from '../../src/signin/ports.js';
import { totp } from '../../src/signin/totp.js';
import { challenge, PROOF, play, TOKENS } from './scripted.js';

const VERIFIER = challenge('PASSWORD_VERIFIER', { SRP_B: 'B', USER_ID_FOR_SRP: 'sub-1' });
const roles = ({ asked }: Awaited<ReturnType<typeof play>>['seen']) => asked.map(({ name, role }) => `${name} ${role}`);

describe('each challenge is answered with its own parameters', () => {
  const code = () => '123456';
  const CHOICE = JSON.stringify(['SMS_MFA', 'SOFTWARE_TOKEN_MFA']);
  const REQUIRED = JSON.stringify(['userAttributes.name']);
  it.each<[name: string, parameters: Values, typed: readonly string[], responses: Values, known?: object]>([
    ['SMS_MFA', {}, ['111111 '], { SMS_MFA_CODE: '111111' }],
    ['EMAIL_OTP', {}, ['111111'], { EMAIL_OTP_CODE: '111111' }],
    ['SMS_OTP', {}, ['111111'], { SMS_OTP_CODE: '111111' }],
    ['SOFTWARE_TOKEN_MFA', {}, ['111111'], { SOFTWARE_TOKEN_MFA_CODE: '111111' }],
    ['SOFTWARE_TOKEN_MFA', {}, [], { SOFTWARE_TOKEN_MFA_CODE: '123456' }, { appCode: code }],
    ['SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: CHOICE }, ['SMS_MFA'], { ANSWER: 'SMS_MFA' }],
    ['SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: CHOICE }, [], { ANSWER: 'SOFTWARE_TOKEN_MFA' }, { appCode: code }],
    ['NEW_PASSWORD_REQUIRED', {}, ['New-1'], { NEW_PASSWORD: 'New-1' }],
    [
      'NEW_PASSWORD_REQUIRED',
      { requiredAttributes: REQUIRED },
      ['New-1', 'Ada'],
      { NEW_PASSWORD: 'New-1', 'userAttributes.name': 'Ada' },
    ],
    ['CUSTOM_CHALLENGE', { hint: 'a mail' }, ['42'], { ANSWER: '42' }],
    ['PASSWORD', {}, [], { PASSWORD: 'Secret-1' }],
    ['PASSWORD_SRP', {}, [], { SRP_A: 'A' }],
    ['PASSWORD_VERIFIER', { SRP_B: 'B' }, [], { SIGNED: 'B' }],
  ])('%s %j %j', async (name, parameters, typed, responses, known = {}) => {
    const attempt = { known: { password: 'Secret-1', proof: PROOF, ...known } };
    const { calls, seen } = await play([challenge(name, parameters), TOKENS], typed, attempt);
    expect(calls[1]).toEqual(['respond', name, `session of ${name}`, { USERNAME: 'ada', ...responses }]);
    expect(seen.ending.kind).toBe('signedIn');
  });

  it.each<[Values[string][], object, Values]>([
    [['PASSWORD', 'PASSWORD_SRP', 'EMAIL_OTP'], {}, { ANSWER: 'PASSWORD_SRP', SRP_A: 'A' }],
    [['PASSWORD', 'EMAIL_OTP'], {}, { ANSWER: 'PASSWORD', PASSWORD: 'Secret-1' }],
    [['PASSWORD', 'EMAIL_OTP'], { firstFactor: 'EMAIL_OTP' }, { ANSWER: 'EMAIL_OTP' }],
  ])('SELECT_CHALLENGE among %j', async (available, known, responses) => {
    const attempt: Partial<Parameters<typeof play>[2]> = {
      flow: 'choice',
      known: { password: 'Secret-1', proof: PROOF, ...known },
    };
    const { calls } = await play([challenge('SELECT_CHALLENGE', {}, available), TOKENS], [], attempt);
    expect(calls[1]?.[3]).toEqual({ USERNAME: 'ada', ...responses });
  });

  it('SELECT_CHALLENGE without a password: a person chooses among what needs none', async () => {
    const ask = challenge('SELECT_CHALLENGE', {}, ['PASSWORD', 'SMS_OTP', 'WEB_AUTHN']);
    const { calls, questions } = await play([ask, challenge('SMS_OTP'), TOKENS], ['SMS_OTP', '1234'], {
      flow: 'choice',
      known: {},
    });
    expect(calls.slice(0, 3).map((call) => call[3])).toEqual([
      undefined,
      { USERNAME: 'ada', ANSWER: 'SMS_OTP' },
      { USERNAME: 'ada', SMS_OTP_CODE: '1234' },
    ]);
    expect(questions).toEqual(['Which', 'Code']);
  });

  it('MFA_SETUP: an address is given by a person', async () => {
    const setup = challenge('MFA_SETUP', { MFAS_CAN_SETUP: '["SMS_MFA","EMAIL_OTP"]' });
    const { calls, seen } = await play(
      [setup, challenge('EMAIL_OTP'), TOKENS],
      ['EMAIL_OTP', 'ada@example.com', '123456'],
    );
    expect(calls[1]).toEqual([
      'respond',
      'MFA_SETUP',
      'session of MFA_SETUP',
      { USERNAME: 'ada', email: 'ada@example.com' },
    ]);
    expect(roles(seen)).toEqual(['MFA_SETUP second', 'EMAIL_OTP follows']);
  });

  it('MFA_SETUP: the app gets its secret from the person alone', async () => {
    const setup = challenge('MFA_SETUP', { MFAS_CAN_SETUP: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]' });
    const { calls, questions, said } = await play([setup, TOKENS], ['SOFTWARE_TOKEN_MFA', '654321']);
    expect(calls.slice(1, 4)).toEqual([
      ['associate', 'session of MFA_SETUP'],
      ['verify', 'associated', '654321'],
      ['respond', 'MFA_SETUP', 'verified', { USERNAME: 'ada' }],
    ]);
    expect(questions[1]).toContain('otpauth://totp/ada?secret=APPSECRET');
    expect(said).not.toContain('APPSECRET');
    expect((await play([setup])).calls.map(([what]) => what)).toEqual(['start']);
  });
});

describe('what cannot be answered stops the sign-in', () => {
  it.each([
    ['WEB_AUTHN', {}, 'a terminal has no passkeys'],
    ['DEVICE_SRP_AUTH', {}, 'only a device that Cognito remembers answers it'],
    ['DEVICE_PASSWORD_VERIFIER', {}, 'only a device that Cognito remembers answers it'],
    ['MFA_SETUP', { MFAS_CAN_SETUP: '["SMS_MFA"]' }, 'a phone number has to be given to the user first'],
    ['SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: 'no list' }, 'it names nothing to choose from'],
    ['SMS_MFA', {}, 'nobody answered it'],
    ['BRAND_NEW', {}, 'Poolward does not know this challenge'],
    ['constructor', {}, 'Poolward does not know this challenge'],
  ])('%s', async (name, parameters, why) => {
    const { seen, calls, said } = await play([challenge(name, parameters)]);
    expect(seen.ending).toMatchObject({ kind: 'stopped', at: name, why: expect.stringContaining(why) });
    expect(calls.length).toBe(1);
    expect(said).toContain(`asks     ${name}`);
  });

  it('a proof that is not as SRP has it', async () => {
    const sign = () => {
      throw new Error('no SALT');
    };
    const known = { password: 'Secret-1', proof: { start: 'A', sign } };
    expect((await play([VERIFIER], [], { known })).seen.ending).toMatchObject({ kind: 'stopped' });
  });

  it('functions that never have enough', async () => {
    const forever = Array.from({ length: 50 }, () => challenge('CUSTOM_CHALLENGE'));
    const { seen } = await play(forever, Array(50).fill('x'), { flow: 'custom' });
    expect(seen.ending).toMatchObject({ kind: 'stopped', why: '20 challenges are enough' });
  });
});

describe('a sign-in', () => {
  it('goes on under the name that Cognito gives the user', async () => {
    const { calls } = await play([VERIFIER, challenge('SMS_MFA'), TOKENS], ['1234']);
    expect(calls.slice(1, 3).map((call) => (call[3] as Values)['USERNAME'])).toEqual(['sub-1', 'sub-1']);
  });

  it('leaves no session behind, and says what its tokens say', async () => {
    const { calls, seen, said } = await play([VERIFIER, TOKENS]);
    expect(calls.at(-1)).toEqual(['revoke', 'REFRESH']);
    expect(seen.ending).toEqual({
      kind: 'signedIn',
      facts: { accessMinutes: 60, idMinutes: 5, groups: ['admins'], scopes: ['a', 'b'] },
      left: 'nothing',
    });
    const lines = endingLines(seen.ending, '30d').join('\n');
    expect(lines).toContain('access token 60 min; ID token 5 min; groups admins; scopes a, b');
    expect(said + lines).not.toMatch(/SIGNATURE|REFRESH|Secret-1|session of/);
  });

  it('says what it had to leave behind', async () => {
    const revoke = async () => {
      throw new Error('UnsupportedOperationException: no');
    };
    const { seen } = await play([TOKENS], [], {}, { revoke });
    expect(endingLines(seen.ending, '30d').at(-1)).toContain('was not revoked, and is good for 30d: Unsupported');
  });

  it('lets a mistyped code be typed again, three times', async () => {
    const wrong = 'CodeMismatchException: wrong';
    const typed = ['1111', '2222', '3333', '4444'];
    expect((await play([challenge('SMS_MFA'), wrong, wrong, TOKENS], typed)).seen.ending.kind).toBe('signedIn');
    const { seen, questions } = await play([challenge('SMS_MFA'), wrong, wrong, wrong, TOKENS], typed);
    expect([seen.ending, questions.length]).toEqual([{ kind: 'refused', reason: wrong }, 3]);
  });

  it('that is refused ends with the words of AWS', async () => {
    const words = 'NotAuthorizedException: User is disabled.';
    const { seen } = await play([words]);
    expect(seen.ending).toEqual({ kind: 'refused', reason: words });
    expect(endingLines(seen.ending, '30d')).toEqual([`refused  ${words}`, expect.stringContaining('Enable the user')]);
  });

  it('without a token for refreshing has nothing to revoke', async () => {
    const { calls } = await play([{ ...TOKENS, refresh: undefined } as Answer]);
    expect(calls.map(([what]) => what)).toEqual(['start']);
  });

  it('tells what proves the user from what comes on top', async () => {
    const select = challenge('SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: '["SMS_MFA","EMAIL_OTP"]' });
    expect(roles((await play([VERIFIER, select, challenge('SMS_MFA'), TOKENS], ['SMS_MFA', '1234'])).seen)).toEqual([
      'PASSWORD_VERIFIER first',
      'SELECT_MFA_TYPE second',
      'SMS_MFA follows',
    ]);
    const code = [challenge('EMAIL_OTP'), TOKENS] as const;
    expect(roles((await play(code, ['1234'], { flow: 'choice', known: {} })).seen)).toEqual(['EMAIL_OTP first']);
    expect(roles((await play(code, ['1234'], { flow: 'choice' })).seen)).toEqual(['EMAIL_OTP second']);
    const twice = [challenge('CUSTOM_CHALLENGE'), challenge('CUSTOM_CHALLENGE'), TOKENS];
    expect(roles((await play(twice, ['a', 'b'], { flow: 'custom' })).seen)).toEqual([
      'CUSTOM_CHALLENGE second',
      'CUSTOM_CHALLENGE follows',
    ]);
  });
});

describe('flows', () => {
  const known = { password: 'Secret-1', proof: PROOF };
  it.each<[Flow, object, boolean, string, Values]>([
    ['srp', known, false, 'USER_SRP_AUTH', { SRP_A: 'A' }],
    ['password', known, false, 'USER_PASSWORD_AUTH', { PASSWORD: 'Secret-1' }],
    ['password', known, true, 'ADMIN_USER_PASSWORD_AUTH', { PASSWORD: 'Secret-1' }],
    ['custom', {}, false, 'CUSTOM_AUTH', {}],
    ['custom', known, false, 'CUSTOM_AUTH', { CHALLENGE_NAME: 'SRP_A', SRP_A: 'A' }],
    ['choice', {}, false, 'USER_AUTH', {}],
    ['choice', { firstFactor: 'SMS_OTP' }, false, 'USER_AUTH', { PREFERRED_CHALLENGE: 'SMS_OTP' }],
    [
      'choice',
      { ...known, firstFactor: 'PASSWORD_SRP' },
      false,
      'USER_AUTH',
      { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: 'A' },
    ],
  ])('%s %j', (flow, what, admin, name, parameters) => {
    expect(beginning(flow, 'ada', what, admin)).toEqual({ flow: name, parameters: { USERNAME: 'ada', ...parameters } });
  });

  it('need an entry of authFlows each, and legacy entries count', () => {
    for (const flow of FLOWS) expect([allows([], flow, false), allows([flow], flow, false)]).toEqual([false, true]);
    expect(allows(['password'], 'password', true)).toBe(false);
    expect(allows(['legacyAdminNoSrp'], 'password', true)).toBe(true);
    expect(allows(['legacyPassword'], 'password', false)).toBe(true);
  });
});

describe('what is expected', () => {
  it('is read from words', () => {
    expect(expectedOf('none')).toEqual({ names: [] });
    expect(expectedOf('NEW_PASSWORD_REQUIRED, SMS_MFA')).toEqual({ names: ['NEW_PASSWORD_REQUIRED', 'SMS_MFA'] });
    for (const text of ['', 'sms', 'none,SMS_MFA', 'SMS_MFA,', 'SMS_MFS', 'PASSWORD_VERIFIER,SMS_MFA'])
      expect(expectedOf(text)).toBeUndefined();
  });

  it.each<[string, readonly (Answer | string)[], string]>([
    ['SMS_MFA', [VERIFIER, challenge('SMS_MFA')], 'asExpected'],
    ['none', [VERIFIER, TOKENS], 'asExpected'],
    ['none', [VERIFIER, challenge('SMS_MFA')], 'other'],
    ['SMS_MFA', [VERIFIER, TOKENS], 'other'],
    ['SMS_MFA', [VERIFIER, challenge('EMAIL_OTP')], 'other'],
    ['SMS_MFA', [VERIFIER, challenge('BRAND_NEW')], 'other'],
    // What follows an unanswered challenge, or a refusal, nobody knows.
    ['NEW_PASSWORD_REQUIRED,SMS_MFA', [VERIFIER, challenge('NEW_PASSWORD_REQUIRED')], 'unknown'],
    ['none', ['NotAuthorizedException: Incorrect username or password.'], 'unknown'],
    ['none', [challenge('WEB_AUTHN')], 'unknown'],
  ])('%s', async (words, answers, verdict) => {
    const { seen } = await play(answers);
    const found = compare(seen, expectedOf(words) ?? { names: ['broken'] });
    expect(typeof found === 'string' ? found : 'unknown').toBe(verdict);
  });

  it('may be a choice, whatever its order', async () => {
    const { seen } = await play([
      VERIFIER,
      challenge('SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: '["SMS_MFA","EMAIL_MFA"]' }),
    ]);
    const names = ['SELECT_MFA_TYPE'];
    expect(compare(seen, { names, options: ['EMAIL_OTP', 'SMS_MFA'] })).toBe('asExpected');
    expect(compare(seen, { names, options: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] })).toBe('other');
    expect(compare(seen, { names })).toBe('asExpected');
  });
});

describe('codes of an app', () => {
  // RFC 6238, appendix B, the last six of eight digits; the key is the text 12345678901234567890.
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1234567890, '005924'],
    [20000000000, '353130'],
  ])('at %d seconds', (seconds, code) => {
    const secret = 'GEZD GNBV GY3T QOJQ gezd gnbv gy3t qojq';
    expect(totp(secret, new Date(seconds * 1000))).toBe(code);
  });

  it.each(['', '0189', 'ABC!'])('%j is no secret', (secret) => {
    expect(totp(secret, new Date())).toBeUndefined();
  });
});
