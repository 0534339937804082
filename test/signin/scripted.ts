import type { Answer, Challenge, SignInPort, Values } from '../../src/signin/ports.js';
import { type Attempt, type SignIn, signIn } from '../../src/signin/sign-in.js';

/** A challenge as Cognito sends it. */
export function challenge(name: string, parameters: Values = {}, available: readonly string[] = []): Challenge {
  return { kind: 'challenge', name, session: `session of ${name}`, parameters, available };
}

const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url');
export const TOKENS: Answer = {
  kind: 'tokens',
  access: `x.${part({ iat: 0, exp: 3600, scope: 'b a', 'cognito:groups': ['admins'] })}.SIGNATURE`,
  id: `x.${part({ iat: 0, exp: 300 })}.SIGNATURE`,
  refresh: 'REFRESH',
  newDevice: false,
};

export const PROOF = { start: 'A', sign: ({ SRP_B = '' }: Values): Values => ({ SIGNED: SRP_B }) };

export interface Played {
  readonly seen: SignIn;
  /** Every call that was made, in order. */
  readonly calls: readonly (readonly unknown[])[];
  readonly said: string;
  readonly questions: readonly string[];
}

/** Plays a sign-in whose answers are a list; one that is a text is a refusal. Answers that nobody typed are an empty terminal. */
export async function play(
  answers: readonly (Answer | string)[],
  typed: readonly string[] = [],
  attempt: Partial<Attempt> = {},
  port: Partial<SignInPort> = {},
): Promise<Played> {
  const [left, lines, calls, said, questions] = [
    [...answers],
    [...typed],
    [] as unknown[][],
    [] as string[],
    [] as string[],
  ];
  const next = async (...call: unknown[]): Promise<Answer> => {
    calls.push(call);
    const answer = left.shift() ?? 'the script is over';
    if (typeof answer === 'string') throw new Error(answer);
    return answer;
  };
  const scripted: SignInPort = {
    start: (flow, parameters) => next('start', flow, parameters),
    respond: ({ name, session }, responses) => next('respond', name, session, responses),
    associate: async (session) => {
      calls.push(['associate', session]);
      return { secret: 'APPSECRET', session: 'associated' };
    },
    verify: async (session, code) => {
      calls.push(['verify', session, code]);
      return 'verified';
    },
    revoke: async (token) => void calls.push(['revoke', token]),
    ...port,
  };
  const person = {
    say: (line: string) => void said.push(line),
    ask: async ({ text }: { readonly text: string }) => {
      questions.push(text);
      return lines.shift();
    },
  };
  const known = { password: 'Secret-1', proof: PROOF };
  const seen = await signIn(scripted, { flow: 'srp', username: 'ada', admin: false, known, ...attempt }, person);
  return { seen, calls, said: said.join('\n'), questions };
}
