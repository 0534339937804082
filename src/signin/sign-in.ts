import { choicesOf, type Known, type Question, type Step, stepFor, wanted } from './challenges.js';
import { beginning, type Flow } from './flows.js';
import type { Answer, Challenge, SignInPort, Tokens } from './ports.js';
import { type TokenFacts, tokenFacts } from './token-facts.js';

/** Who sits at the terminal, if anybody does. */
export interface Person {
  /** Undefined where nobody answers. */
  ask(question: Question): Promise<string | undefined>;
  /** One line about how it goes; nothing secret and nothing personal is in it. */
  say(line: string): void;
}

/** How somebody signs in. */
export interface Attempt {
  readonly flow: Flow;
  readonly username: string;
  readonly admin: boolean;
  readonly known: Known;
}

/** One challenge that Cognito came with. */
export interface Asked {
  readonly name: string;
  /** It proves who is there, comes on top of that, or follows from an answer that was given. */
  readonly role: 'first' | 'second' | 'follows';
  /** What there is to choose from. */
  readonly options: readonly string[];
}

/** How a sign-in ended. */
export type Ending =
  | { readonly kind: 'signedIn'; readonly facts: TokenFacts; readonly left: Left }
  /** The last challenge was not answered. */
  | { readonly kind: 'stopped'; readonly at: string; readonly why: string }
  /** In AWS's words. */
  | { readonly kind: 'refused'; readonly reason: string };

/** What is left of the session: nothing, or a refresh token that could not be revoked. */
export type Left = 'nothing' | { readonly reason: string };

export interface SignIn {
  /** In the order in which Cognito asked. */
  readonly asked: readonly Asked[];
  readonly ending: Ending;
}

/** Functions of a pool may go on asking for ever. */
const MOST = 20;
/** How often a person may mistype a code. */
const TRIES = 3;

/** Signs in, answers what can be answered, and leaves no session behind. Rejects only when the person is interrupted. */
export async function signIn(port: SignInPort, attempt: Attempt, person: Person): Promise<SignIn> {
  const { flow, parameters } = beginning(attempt.flow, attempt.username, attempt.known, attempt.admin);
  const asked: Asked[] = [];
  let { username } = attempt;
  let answer = await tried(port.start(flow, parameters));
  while ('name' in answer) {
    const { name, parameters } = answer;
    person.say(`asks     ${name}${wanted(answer) && ` (${wanted(answer)})`}`);
    asked.push({ name, role: roleOf(answer, asked, attempt), options: choicesOf(answer) });
    if (asked.length > MOST)
      return { asked, ending: { kind: 'stopped', at: name, why: `${MOST} challenges are enough` } };
    username = parameters['USER_ID_FOR_SRP'] ?? username;
    const next = await answered(port, answer, username, attempt.known, person);
    if ('why' in next) return { asked, ending: { kind: 'stopped', at: name, why: next.why } };
    answer = next;
  }
  if ('reason' in answer) return { asked, ending: { kind: 'refused', reason: answer.reason } };
  return { asked, ending: await ended(port, answer, person) };
}

interface Refused {
  readonly reason: string;
}

/** What AWS refused is an answer too. */
async function tried<T>(call: Promise<T>): Promise<T | Refused> {
  return call.catch((error: unknown) => ({ reason: error instanceof Error ? error.message : String(error) }));
}

/** Second factors are asked for after a password; codes that take its place are not. */
function roleOf({ name }: Challenge, before: readonly Asked[], { flow, known }: Attempt): Asked['role'] {
  if (FIRST.has(name) || (name === 'EMAIL_OTP' && flow === 'choice' && known.password === undefined)) return 'first';
  const last = before.at(-1);
  return last !== undefined && (LEADING.has(last.name) || last.name === name) ? 'follows' : 'second';
}

/** What is asked for after these is what was chosen, or set up. */
const LEADING: ReadonlySet<string> = new Set(['SELECT_MFA_TYPE', 'MFA_SETUP']);

const FIRST: ReadonlySet<string> = new Set([
  'PASSWORD',
  'PASSWORD_SRP',
  'PASSWORD_VERIFIER',
  'SELECT_CHALLENGE',
  'SMS_OTP',
  'WEB_AUTHN',
]);

interface NotAnswered {
  readonly why: string;
}

async function answered(
  port: SignInPort,
  challenge: Challenge,
  USERNAME: string,
  known: Known,
  person: Person,
): Promise<Answer | Refused | NotAnswered> {
  const step = stepFor(challenge, known);
  if (step.kind === 'stop') return { why: step.why };
  if (step.kind === 'setUp') return setUp(port, challenge, USERNAME, step.factors, person);
  if (step.kind === 'ask') return asking(port, challenge, USERNAME, step, person);
  person.say(`answers  with ${step.with}`);
  return tried(port.respond(challenge, { USERNAME, ...step.responses }));
}

const NOBODY: NotAnswered = { why: 'nobody answered it' };
const MISTYPED = 'CodeMismatchException';

/** A mistyped code may be typed again: the session goes on. */
async function asking(
  port: SignInPort,
  challenge: Challenge,
  USERNAME: string,
  { questions, responses }: Extract<Step, { kind: 'ask' }>,
  person: Person,
): Promise<Answer | Refused | NotAnswered> {
  let answer: Answer | Refused = { reason: '' };
  for (let tries = 0; tries < TRIES; tries += 1) {
    const texts = await askAll(questions, person);
    if (texts === undefined) return NOBODY;
    answer = await tried(port.respond(challenge, { USERNAME, ...responses(texts) }));
    if (!('reason' in answer) || !answer.reason.startsWith(MISTYPED)) return answer;
    person.say(`refused  ${answer.reason}`);
  }
  return answer;
}

async function askAll(questions: readonly Question[], person: Person): Promise<string[] | undefined> {
  const texts: string[] = [];
  for (const question of questions) {
    const text = await person.ask(question);
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return texts;
}

/** What is set up stays with the user, so only a person may do it. */
async function setUp(
  port: SignInPort,
  challenge: Challenge,
  USERNAME: string,
  factors: readonly string[],
  person: Person,
): Promise<Answer | Refused | NotAnswered> {
  const factor = await person.ask({ text: 'Set up for this user, for good', hidden: false, options: factors });
  if (factor === 'SOFTWARE_TOKEN_MFA') return setUpApp(port, challenge, USERNAME, person);
  const email = factor && (await person.ask({ text: 'E-mail address', hidden: false }));
  return email ? tried(port.respond(challenge, { USERNAME, email })) : NOBODY;
}

/** The secret is shown where it is asked for, and nowhere else. */
async function setUpApp(
  port: SignInPort,
  challenge: Challenge,
  USERNAME: string,
  person: Person,
): Promise<Answer | Refused | NotAnswered> {
  const app = await tried(port.associate(challenge.session ?? ''));
  if ('reason' in app) return app;
  const uri = `otpauth://totp/${encodeURIComponent(USERNAME)}?secret=${app.secret}&issuer=Cognito`;
  const text = `Give the app this secret: ${app.secret}\n  ${uri}\n  Its code`;
  const code = await person.ask({ text, hidden: false });
  if (code === undefined) return NOBODY;
  const session = await tried(port.verify(app.session, code.trim()));
  if (typeof session !== 'string') return session;
  return tried(port.respond({ ...challenge, session }, { USERNAME }));
}

async function ended(port: SignInPort, tokens: Tokens, person: Person): Promise<Ending> {
  if (tokens.newDevice) person.say('device   Cognito would remember this device; it was not confirmed');
  const revoked = tokens.refresh === undefined ? undefined : await tried(port.revoke(tokens.refresh));
  return { kind: 'signedIn', facts: tokenFacts(tokens), left: revoked ?? 'nothing' };
}
