import { PoolwardError } from '../../model/errors.js';
import { visible } from '../../report/parts/visible.js';
import type { Question } from '../../signin/challenges.js';
import type { Person } from '../../signin/sign-in.js';
import type { SignInArgs } from '../engines.js';

/** Who sits at the terminal; what is typed is added to the secrets. An empty line stops the sign-in. */
export function personOf({ io, talk }: SignInArgs, secrets: Set<string>): Person {
  const ask = async (text: string, hidden: boolean): Promise<string | undefined> => {
    const typed = await io.ask?.(text, hidden);
    return typed ? typed : undefined;
  };
  return {
    say: (line) => talk.say(visible(redacted(line, secrets))),
    ask: async (question) => {
      if (question.options) return chosen(question, question.options, ask);
      const typed = await ask(`  ${shown(question.text)} (empty: stop here): `, question.hidden);
      if (typed !== undefined) secrets.add(typed);
      if (typed !== undefined && question.twice) await repeated(typed, ask);
      return typed;
    },
  };
}

type AskLine = (text: string, hidden: boolean) => Promise<string | undefined>;

/** By its number or its name; asked again until it is one of them. */
async function chosen({ text }: Question, options: readonly string[], ask: AskLine): Promise<string | undefined> {
  const list = options.map((option, index) => `${index + 1} ${option}`).join(', ');
  for (;;) {
    const typed = await ask(`  ${text}: ${shown(list)} (empty: stop here): `, false);
    if (typed === undefined) return undefined;
    const found = options.find((option, index) => typed.trim() === option || typed.trim() === String(index + 1));
    if (found !== undefined) return found;
  }
}

async function repeated(typed: string, ask: AskLine): Promise<void> {
  if ((await ask('  The same again: ', true)) === typed) return;
  throw new PoolwardError('typed-differently', 'The two passwords differ; nothing was sent.', { fault: 'user' });
}

/** Line by line, because what AWS sends may hold what moves a cursor. */
const shown = (text: string): string => text.split('\n').map(visible).join('\n');

/** What is shorter than this is no secret, and would be found in any text. */
const SHORTEST = 4;

/** A text without what must not be printed. */
export function redacted(text: string, secrets: ReadonlySet<string>): string {
  return [...secrets]
    .filter((secret) => secret.length >= SHORTEST)
    .sort((a, b) => b.length - a.length)
    .reduce((left, secret) => left.replaceAll(secret, '<redacted>'), text);
}
