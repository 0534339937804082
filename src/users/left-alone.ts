import { type Count, EXAMPLES, NOBODY, oneMore } from './count.js';
import { type OpenSuspension, suspensionWords } from './open-suspensions.js';
import type { ListedUser } from './ports.js';
import type { UserName } from './user-names.js';

/** Users who are not changed, because their second factor is suspended; `overdue` beyond the end time. */
export interface LeftAlone {
  readonly suspended: Count;
  readonly overdue: Count;
}

/** Of two that have no user in common. */
export function together(one: LeftAlone, other: LeftAlone): LeftAlone {
  const sum = (a: Count, b: Count) => ({
    users: a.users + b.users,
    examples: [...a.examples, ...b.examples].slice(0, EXAMPLES),
  });
  return { suspended: sum(one.suspended, other.suspended), overdue: sum(one.overdue, other.overdue) };
}

/** Counts them, each user once. */
export function leavingAlone(name: UserName) {
  const known = new Set<string>();
  let [suspended, overdue]: [Count, Count] = [NOBODY, NOBODY];
  return {
    add(user: Pick<ListedUser, 'username'>, suspension: OpenSuspension) {
      if (known.has(user.username)) return;
      known.add(user.username);
      const example = () => `${name(user)} (${suspensionWords(suspension)})`;
      if (suspension.due) overdue = oneMore(overdue, example);
      else suspended = oneMore(suspended, example);
    },
    counts: (): LeftAlone => ({ suspended, overdue }),
  };
}
