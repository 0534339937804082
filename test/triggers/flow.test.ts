// What the functions of an e-mail challenge decide, played as Cognito plays it: define, create, verify, and again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_LANGUAGES } from '../../src/facets/email-challenge.js';
import type { CreateSettings } from '../../src/model/trigger-settings.js';
import { challengeOf, type Mail } from '../../src/triggers/flow/challenge.js';
import { drawCode, opens, seal } from '../../src/triggers/flow/code.js';
import type { ChallengeRequest, ChallengeResult } from '../../src/triggers/flow/event.js';
import { mailText } from '../../src/triggers/flow/mail-text.js';
import { nextStep } from '../../src/triggers/flow/next-step.js';
import { sealedIn, sealedOf, sealedText } from '../../src/triggers/flow/sealed-text.js';
import { TEXTS } from '../../src/triggers/flow/texts.js';

const START = Date.UTC(2026, 0, 1);
const OWNER = { userPoolId: 'eu-west-1_Example01', userName: 'ada' };
const ADA = { sub: '1', email: 'ada@example.com', email_verified: 'true' };
const SETTINGS: CreateSettings = {
  attempts: 3,
  codeLength: 6,
  minutes: 5,
  language: 'en',
  texts: {},
  from: 'no-reply@example.com',
  region: 'eu-west-1',
};
const PASSWORD: readonly ChallengeResult[] = [
  { challengeName: 'SRP_A', challengeResult: true },
  { challengeName: 'PASSWORD_VERIFIER', challengeResult: true },
];

interface Played {
  readonly outcome: 'tokens' | 'fail' | 'waiting';
  readonly mails: readonly Mail[];
  readonly asked: number;
}

/** A sign-in after the password; each answer is given `after` milliseconds, and may look at the mails so far. */
function play(
  answers: readonly { readonly after: number; say(mails: readonly Mail[]): unknown }[],
  settings = SETTINGS,
  user: Pick<ChallengeRequest, 'userAttributes' | 'userNotFound'> = { userAttributes: ADA },
): Played {
  const [session, mails] = [[...PASSWORD], [] as Mail[]];
  let now = START;
  for (let round = 0; ; round++) {
    const request = { ...user, session };
    const step = nextStep(request, settings.attempts, now);
    if (step === 'tokens' || step === 'fail') return { outcome: step, mails, asked: round };
    expect(step).toBe('code');
    const { mail, privateChallengeParameters, challengeMetadata } = challengeOf(request, OWNER, settings, now);
    if (mail) mails.push(mail);
    const answer = answers[round];
    if (!answer) return { outcome: 'waiting', mails, asked: round + 1 };
    now += answer.after;
    const challengeResult = opens(answer.say(mails), sealedOf(privateChallengeParameters), OWNER, now);
    session.push({ challengeName: 'CUSTOM_CHALLENGE', challengeResult, challengeMetadata });
  }
}

const codeIn = (mails: readonly Mail[]): string => /\d{6,8}/.exec(mails[0]?.body ?? '')?.[0] ?? 'none';
const right = { after: 1000, say: codeIn };
const wrong = { after: 1000, say: (mails: readonly Mail[]) => (codeIn(mails) === '000000' ? '000001' : '000000') };
const late = { after: SETTINGS.minutes * 60_000, say: codeIn };

/** Answers of all kinds, of which none is the code. */
const notTheCode = fc
  .oneof(fc.string(), fc.stringMatching(/^\d{6}$/), fc.anything(), fc.constantFrom('', '000000', null, undefined, {}))
  .map((said) => ({ after: 1, say: (mails: readonly Mail[]) => (said === codeIn(mails) ? 'x' : said) }));

describe('a sign-in', () => {
  it('ends in tokens by the code that was mailed', () => {
    expect(play([right])).toMatchObject({ outcome: 'tokens', mails: [{ to: 'ada@example.com' }] });
  });

  it('never ends in tokens without it, asks no oftener than it may, and mails once', () => {
    fc.assert(
      fc.property(fc.array(notTheCode, { maxLength: 8 }), fc.integer({ min: 1, max: 5 }), (answers, attempts) => {
        const { outcome, mails, asked } = play(answers, { ...SETTINGS, attempts });
        expect(outcome).not.toBe('tokens');
        expect(asked).toBeLessThanOrEqual(attempts);
        expect(mails).toHaveLength(1);
        if (answers.length >= attempts) expect(outcome).toBe('fail');
      }),
    );
  });

  it('takes the code after wrong answers, as long as there are answers left', () => {
    expect(play([wrong, wrong, right]).outcome).toBe('tokens');
    expect(play([wrong, wrong, wrong, right])).toMatchObject({ outcome: 'fail', asked: 3 });
  });

  it('takes no code after its end, and sends no other', () => {
    expect(play([late])).toMatchObject({ outcome: 'fail', mails: { length: 1 } });
    expect(play([{ ...late, after: late.after - 1 }]).outcome).toBe('tokens');
  });

  it.each([
    ['digits with spaces', (code: string) => ` ${code.slice(0, 3)} ${code.slice(3)}\n`],
    [
      'full-width digits',
      (code: string) => code.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    ],
  ])('takes %s', (_name, typed) => {
    expect(play([{ after: 1, say: (mails) => typed(codeIn(mails)) }]).outcome).toBe('tokens');
  });

  it.each([
    ['an address that is not verified', { userAttributes: { ...ADA, email_verified: 'false' } }],
    ['no word of verification', { userAttributes: { email: 'ada@example.com' } }],
    ['no address', { userAttributes: { email_verified: 'true' } }],
    ['no attributes', {}],
    ['nobody there', { userAttributes: ADA, userNotFound: true }],
  ])('with %s fails before a code is drawn', (_name, user) => {
    expect(play([right], SETTINGS, user)).toMatchObject({ outcome: 'fail', mails: [], asked: 0 });
  });

  it('shows an unknown user what it shows any other, and mails nothing', () => {
    const challenge = (user: ChallengeRequest) => challengeOf({ ...user, session: PASSWORD }, OWNER, SETTINGS, START);
    const [known, unknown] = [
      challenge({ userAttributes: ADA }),
      challenge({ userAttributes: {}, userNotFound: true }),
    ];
    expect(unknown.publicChallengeParameters).toEqual(known.publicChallengeParameters);
    expect(Object.keys(unknown.privateChallengeParameters)).toEqual(Object.keys(known.privateChallengeParameters));
    expect(unknown.mail).toBeUndefined();
  });
});

describe('the next step', () => {
  const result = fc.record({
    challengeName: fc.constantFrom(
      ...['SRP_A', 'PASSWORD_VERIFIER', 'CUSTOM_CHALLENGE', 'SMS_MFA', 'EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'],
      ...['DEVICE_SRP_AUTH', 'DEVICE_PASSWORD_VERIFIER', 'ADMIN_NO_SRP_AUTH', 'NEW_PASSWORD_REQUIRED', 'toString', ''],
    ),
    challengeResult: fc.boolean(),
  });
  const step = (session: readonly ChallengeResult[]) => nextStep({ userAttributes: ADA, session }, 3, START);

  it('is tokens only where password and code were proved, in that order, and nothing else was wrong', () => {
    fc.assert(
      fc.property(fc.array(result, { maxLength: 7 }), (session) => {
        if (step(session) !== 'tokens') return;
        const names = session.map(({ challengeName }) => challengeName);
        expect(names.slice(0, 2)).toEqual(['SRP_A', 'PASSWORD_VERIFIER']);
        const codes = session.filter(({ challengeName }) => challengeName === 'CUSTOM_CHALLENGE');
        expect(codes.filter(({ challengeResult }) => challengeResult)).toHaveLength(1);
        expect(codes.at(-1)?.challengeResult).toBe(true);
        const others = session.filter(({ challengeName }) => challengeName !== 'CUSTOM_CHALLENGE');
        expect(others.every(({ challengeResult }) => challengeResult)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  const code = { challengeName: 'CUSTOM_CHALLENGE', challengeResult: true };
  const device = ['DEVICE_SRP_AUTH', 'DEVICE_PASSWORD_VERIFIER'].map((challengeName) => ({
    challengeName,
    challengeResult: true,
  }));

  it.each<[string, readonly ChallengeResult[], string]>([
    ['of a sign-in that begins with SRP', PASSWORD.slice(0, 1), 'password'],
    ['after the password', PASSWORD, 'code'],
    [
      'after the password and Cognito’s own factor',
      [...PASSWORD, { challengeName: 'SMS_MFA', challengeResult: true }],
      'code',
    ],
    ['after the password and a known device', [...PASSWORD, ...device], 'code'],
    ['after the code', [...PASSWORD, code], 'tokens'],
    ['after the code and a known device', [...PASSWORD, code, ...device], 'tokens'],
    ['of a sign-in that begins with nothing', [], 'fail'],
    ['of one that begins with a code', [code], 'fail'],
    [
      'after a wrong password',
      [PASSWORD[0] as ChallengeResult, { challengeName: 'PASSWORD_VERIFIER', challengeResult: false }],
      'fail',
    ],
    [
      'after a device that is not the one',
      [...PASSWORD, { ...(device[0] as ChallengeResult), challengeResult: false }],
      'fail',
    ],
    ['after two codes', [...PASSWORD, code, code], 'fail'],
  ])('%s is %s', (_name, session, expected) => {
    expect(step(session)).toBe(expected);
  });

  it('is none after a wrong answer whose challenge was not ours', () => {
    const foreign = {
      challengeName: 'CUSTOM_CHALLENGE',
      challengeResult: false,
      challengeMetadata: 'challenge-123456',
    };
    expect(step([...PASSWORD, foreign])).toBe('fail');
  });
});

describe('a code', () => {
  it.each([6, 7, 8])('of %i digits has them all, as often as the others', (length) => {
    const drawn = Array.from({ length: 4000 }, () => drawCode(length));
    expect(drawn.every((one) => new RegExp(`^\\d{${length}}$`).test(one))).toBe(true);
    const first = drawn.map((one) => one[0]);
    for (const digit of '0123456789') {
      const share = first.filter((one) => one === digit).length / drawn.length;
      // Six standard deviations of 4,000 draws.
      expect(Math.abs(share - 0.1)).toBeLessThan(0.029);
    }
  });

  it('is in nothing that is kept of it, and is sealed anew each time', () => {
    const [one, other] = [seal('123456', OWNER, START + 1), seal('123456', OWNER, START + 1)];
    expect(one.digest).not.toBe(other.digest);
    expect(sealedText(one).replace(String(START + 1), '')).not.toContain('123456');
    expect(sealedIn(sealedText(one))).toEqual(one);
  });

  it('is good for its user alone, in its pool', () => {
    const sealed = seal('123456', OWNER, START + 1);
    expect(opens('123456', sealed, OWNER, START)).toBe(true);
    expect(opens('123456', sealed, { ...OWNER, userName: 'bob' }, START)).toBe(false);
    expect(opens('123456', sealed, { ...OWNER, userPoolId: 'eu-west-1_Other0001' }, START)).toBe(false);
    expect(opens('123456', { ...sealed, expiresAt: START + 1000 }, OWNER, START)).toBe(false);
  });

  it('is not found in text that is no seal', () => {
    fc.assert(fc.property(fc.anything(), (text) => sealedIn(text) === undefined));
    for (const answer of ['', '0', undefined]) expect(opens(answer, undefined, OWNER, START)).toBe(false);
  });
});

describe('the mail', () => {
  it('is there in every built-in language, with the code in the body alone', () => {
    expect(Object.keys(TEXTS).sort()).toEqual([...BUILT_IN_LANGUAGES].sort());
    for (const { subject, body } of Object.values(TEXTS)) {
      expect(subject).not.toContain('{');
      expect(body.match(/\{\w+\}/g)).toEqual(['{code}', '{minutes}']);
    }
  });

  const texts = { it: { subject: 'Codice', body: '{code}' }, 'pt-PT': { subject: 'Código', body: '{code}' } };

  it.each([
    ['de', 'Ihr Anmeldecode'],
    ['de_CH', 'Ihr Anmeldecode'],
    ['JA-jp', TEXTS['ja']?.subject],
    ['pt-BR', TEXTS['pt']?.subject],
    ['pt_pt', 'Código'],
    ['it', 'Codice'],
    ['xx', 'Votre code de connexion'],
    ['', 'Votre code de connexion'],
    [undefined, 'Votre code de connexion'],
    ['constructor', 'Votre code de connexion'],
  ])('to a user whose locale is %s is in the nearest language', (locale, subject) => {
    expect(mailText(locale, '123456', { texts, language: 'fr', minutes: 5 }).subject).toBe(subject);
  });

  it('has code and minutes filled in whatever the text is, and nothing else', () => {
    const body = '{code} {minutes} {code} {other} $& $1';
    const own = { en: { subject: 's', body } };
    expect(mailText('en', '012345', { texts: own, language: 'en', minutes: 7 }).body).toBe(
      '012345 7 012345 {other} $& $1',
    );
  });

  it('is found for any locale', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (locale, language) => {
        expect(mailText(locale, '123456', { texts: {}, language, minutes: 5 }).body).toContain('123456');
      }),
    );
  });
});
