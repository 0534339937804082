// Which challenges there are, what each is answered with, and what of it can be answered without asking anybody.
// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html
import type { Challenge, PasswordProof, Values } from './ports.js';

/** What is known before the sign-in begins. */
export interface Known {
  readonly password?: string | undefined;
  readonly proof?: PasswordProof | undefined;
  /** The code of the user's authenticator app, now. */
  readonly appCode?: (() => string) | undefined;
  /** The first factor to take where there is a choice, in AWS's word. */
  readonly firstFactor?: string | undefined;
}

/** Something that a person has to say. */
export interface Question {
  readonly text: string;
  /** Not to be seen on the terminal while it is typed. */
  readonly hidden: boolean;
  /** To be typed a second time. */
  readonly twice?: true;
  /** One of these is the answer. */
  readonly options?: readonly string[];
}

/** What is to be done about a challenge. */
export type Step =
  | { readonly kind: 'answer'; readonly with: string; readonly responses: Values }
  | {
      readonly kind: 'ask';
      readonly questions: readonly Question[];
      readonly responses: (answers: readonly string[]) => Values;
    }
  /** One of these factors is set up first. */
  | { readonly kind: 'setUp'; readonly factors: readonly string[] }
  /** It cannot be answered here. */
  | { readonly kind: 'stop'; readonly why: string };

interface Kind {
  /** What Cognito wants, in words. */
  readonly wants: string;
  readonly step: (challenge: Challenge, known: Known) => Step;
}

/** What is to be done about a challenge, with what is known. */
export function stepFor(challenge: Challenge, known: Known): Step {
  const kind = kindOf(challenge.name);
  return kind?.step(challenge, known) ?? stop('Poolward does not know this challenge');
}

/** What a challenge wants, in words; empty where nobody knows it. */
export function wanted(challenge: Challenge): string {
  const wants = kindOf(challenge.name)?.wants ?? '';
  const choices = [...choicesOf(challenge), ...list(challenge.parameters['MFAS_CAN_SETUP'])];
  return choices.length > 0 ? `${wants}: ${choices.join(', ')}` : wants;
}

/** What a choice of factors lets choose from, in AWS's words. The developer guide has another name for it than AWS's own clients. */
export function choicesOf({ parameters, available }: Challenge): readonly string[] {
  return available.length > 0 ? available : list(parameters['MFAS_CAN_CHOOSE'] ?? parameters['MFAS_CAN_SELECT']);
}

function code(wants: string, parameter: string): Kind {
  return { wants, step: () => askCode(parameter) };
}

function askCode(parameter: string): Step {
  const questions = [{ text: 'Code', hidden: false }];
  return { kind: 'ask', questions, responses: ([text = '']) => ({ [parameter]: text.trim() }) };
}

function refusing(wants: string, why: string): Kind {
  return { wants, step: () => stop(why) };
}

const APP = 'SOFTWARE_TOKEN_MFA';
const APP_CODE = 'SOFTWARE_TOKEN_MFA_CODE';
const DEVICE = 'only a device that Cognito remembers answers it';

const KINDS: Readonly<Record<string, Kind>> = {
  SMS_MFA: code('a code by SMS', 'SMS_MFA_CODE'),
  SMS_OTP: code('a code by SMS, in place of a password', 'SMS_OTP_CODE'),
  EMAIL_OTP: code('a code by e-mail', 'EMAIL_OTP_CODE'),
  SOFTWARE_TOKEN_MFA: { wants: 'a code of the authenticator app', step: appCode },
  SELECT_MFA_TYPE: { wants: 'a choice of the second factor', step: secondFactor },
  SELECT_CHALLENGE: { wants: 'a choice of the first factor', step: firstFactor },
  MFA_SETUP: { wants: 'a second factor to be set up', step: setUp },
  NEW_PASSWORD_REQUIRED: { wants: 'a new password in place of the temporary one', step: newPassword },
  CUSTOM_CHALLENGE: { wants: 'what the functions of the pool ask', step: custom },
  PASSWORD: { wants: 'the password', step: (_challenge, { password }) => byPassword(password) },
  PASSWORD_SRP: { wants: 'the password, by SRP', step: (_challenge, { proof }) => beginning(proof) },
  PASSWORD_VERIFIER: { wants: 'the proof of the password', step: verifier },
  WEB_AUTHN: refusing('a passkey', 'a terminal has no passkeys'),
  DEVICE_SRP_AUTH: refusing('the proof of a remembered device', DEVICE),
  DEVICE_PASSWORD_VERIFIER: refusing('the proof of a remembered device', DEVICE),
};

function kindOf(name: string): Kind | undefined {
  return Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
}

const stop = (why: string): Step => ({ kind: 'stop', why });
const answer = (what: string, responses: Values): Step => ({ kind: 'answer', with: what, responses });
const NO_PASSWORD = 'there is no password to answer it with';

function verifier({ parameters }: Challenge, { proof }: Known): Step {
  if (!proof) return stop(NO_PASSWORD);
  try {
    return answer('the password, by SRP', proof.sign(parameters));
  } catch (error) {
    return stop(`it is not as SRP has it: ${(error as Error).message}`);
  }
}

function byPassword(password: string | undefined): Step {
  return password === undefined ? stop(NO_PASSWORD) : answer('the password', { PASSWORD: password });
}

function beginning(proof: PasswordProof | undefined): Step {
  return proof ? answer('the password, by SRP', { SRP_A: proof.start }) : stop(NO_PASSWORD);
}

function appCode(_challenge: Challenge, { appCode: now }: Known): Step {
  return now ? answer('a code of POOLWARD_TOTP_SECRET', { [APP_CODE]: now() }) : askCode(APP_CODE);
}

function secondFactor(challenge: Challenge, { appCode: now }: Known): Step {
  const choices = choicesOf(challenge);
  if (now && choices.includes(APP)) return answer(APP, { ANSWER: APP });
  return choice(choices, (ANSWER) => ({ ANSWER }));
}

/** A password is taken before it is asked what else there is; and as proof rather than as it stands. */
function firstFactor({ available }: Challenge, known: Known): Step {
  const wish = known.firstFactor ?? (known.password === undefined ? undefined : 'PASSWORD_SRP');
  const taken = wish === 'PASSWORD_SRP' && !available.includes(wish) ? 'PASSWORD' : wish;
  const isPassword = taken === 'PASSWORD' || taken === 'PASSWORD_SRP';
  if (isPassword && known.password === undefined) return stop(NO_PASSWORD);
  if (taken !== undefined)
    return available.includes(taken)
      ? answer(taken, { ANSWER: taken, ...withPassword(taken, known) })
      : stop(`${taken} is not among them`);
  const others = available.filter((one) => !one.startsWith('PASSWORD') && one !== 'WEB_AUTHN');
  return others.length > 0
    ? choice(others, (ANSWER) => ({ ANSWER }))
    : stop('neither a password nor a passkey is at hand');
}

function withPassword(taken: string, { password = '', proof }: Known): Values {
  if (taken === 'PASSWORD') return { PASSWORD: password };
  return taken === 'PASSWORD_SRP' ? { SRP_A: proof?.start ?? '' } : {};
}

function choice(options: readonly string[], responses: (chosen: string) => Values): Step {
  if (options.length === 0) return stop('it names nothing to choose from');
  const questions = [{ text: 'Which', hidden: false, options }];
  return { kind: 'ask', questions, responses: ([chosen = '']) => responses(chosen) };
}

function setUp({ parameters, session }: Challenge): Step {
  const factors = list(parameters['MFAS_CAN_SETUP']).filter((factor) => factor === APP || factor === 'EMAIL_OTP');
  if (session !== undefined && factors.length > 0) return { kind: 'setUp', factors };
  return stop('a phone number has to be given to the user first, and the sign-in begun again');
}

function newPassword({ parameters }: Challenge): Step {
  const attributes = list(parameters['requiredAttributes']);
  const name = (attribute: string) => attribute.replace(/^userAttributes\./, '');
  return {
    kind: 'ask',
    questions: [
      { text: 'New password', hidden: true, twice: true },
      ...attributes.map((attribute) => ({ text: `Value of ${name(attribute)}`, hidden: false })),
    ],
    responses: ([NEW_PASSWORD = '', ...values]) => ({
      NEW_PASSWORD,
      ...Object.fromEntries(attributes.map((one, index) => [`userAttributes.${name(one)}`, values[index] ?? ''])),
    }),
  };
}

/** What the functions say is for the one who signs in: shown where the answer is asked for, and nowhere else. */
function custom({ parameters }: Challenge): Step {
  const said = Object.entries(parameters).filter(([name]) => name !== 'USERNAME' && name !== 'USER_ID_FOR_SRP');
  const about =
    said.length > 0 ? ` (${said.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(', ')})` : '';
  return {
    kind: 'ask',
    questions: [{ text: `Answer${about}`, hidden: true }],
    responses: ([ANSWER = '']) => ({ ANSWER }),
  };
}

/** AWS sends lists as JSON in a text; what is no list of texts is none. */
function list(text: string | undefined): string[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
