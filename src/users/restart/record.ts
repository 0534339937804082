import type { Intent, Recorded } from '../journal-lines.js';
import { pages } from '../pages.js';
import type { Factor } from '../pool-mfa.js';
import type { UserSettings } from '../ports.js';
import type { Restarting } from './restart.js';

/** Users whose settings are asked for at once. */
const AT_ONCE = 8;

/** Writes down what every user has set, unless an earlier run of the journal has. Answers how many have set something. */
export async function recordUsers(restarting: Restarting): Promise<number> {
  const { journal, now } = restarting;
  if (journal.marks.has('recorded')) return recorded(restarting);
  // Of a run that was cut off while it wrote them down: nothing was sent, and users may have changed since.
  for (const { n } of journal.open) await journal.settle({ n, at: now().toISOString(), result: 'dropped' });
  let users = 0;
  for await (const intent of intents(restarting)) {
    await journal.intend(intent);
    users += 1;
  }
  await journal.mark('recorded', now().toISOString());
  return users;
}

/** How many users have MFA settings of their own, which Cognito would forget. */
export async function countUsers(restarting: Omit<Restarting, 'journal' | 'mfa' | 'writer'>): Promise<number> {
  let users = 0;
  for await (const _intent of intents(restarting)) users += 1;
  return users;
}

async function recorded({ journal }: Restarting): Promise<number> {
  let users = 0;
  for await (const { settled } of journal.entries()) if (settled?.result !== 'dropped') users += 1;
  return users;
}

type Reading = Pick<Restarting, 'reader' | 'poolId' | 'offered' | 'signal' | 'now' | 'onUsers'>;

async function* intents({ reader, poolId, offered, signal, now, onUsers }: Reading): AsyncGenerator<Omit<Intent, 'n'>> {
  let looked = 0;
  for await (const { users } of pages(reader, poolId, undefined)) {
    for (let from = 0; from < users.length; from += AT_ONCE) {
      signal.throwIfAborted();
      const some = users.slice(from, from + AT_ONCE);
      // Whoever signs in elsewhere has no second factor here, and AWS refuses the question.
      const own = some.filter(({ status }) => status !== 'EXTERNAL_PROVIDER');
      const settings = await Promise.all(own.map(({ username }) => reader.settings(poolId, username)));
      looked += some.length;
      onUsers?.(looked);
      for (const [index, { username }] of own.entries()) {
        const before = recordedOf(settings[index]);
        if (before) yield { at: now().toISOString(), user: username, before, wanted: possible(before, offered) };
      }
    }
  }
}

/** Undefined for a user who has set nothing: Cognito has nothing to forget. */
function recordedOf(settings: UserSettings | undefined): Recorded | undefined {
  if (settings === undefined || settings.enabled.length === 0) return undefined;
  const { enabled, preferred } = settings;
  return { enabled, ...(preferred && { preferred }) };
}

/** What of it can be set in a pool that offers these factors. */
export function possible({ enabled, preferred }: Recorded, offered: readonly Factor[]): Recorded {
  const kept = enabled.filter((factor) => offered.includes(factor));
  return { enabled: kept, ...(preferred && kept.includes(preferred) && { preferred }) };
}
