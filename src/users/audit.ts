import { awsFailure } from '../model/aws-failure.js';
import { type Count, oneMore } from './count.js';
import { isJudged, type Judged, judgeUser, type Kind, suspensionKind } from './judge-user.js';
import type { Measure } from './measured.js';
import { type SuspensionOf, suspensionWords } from './open-suspensions.js';
import { pages } from './pages.js';
import type { PoolMfa } from './pool-mfa.js';
import type { ListedUser, UserReader, UserSettings } from './ports.js';
import type { Progress } from './progress.js';
import type { SeenUsers, Unseen } from './seen-users.js';
import type { UserName } from './user-names.js';

/** How the users of a pool are audited. */
export interface UserAudit {
  readonly pool: PoolMfa;
  readonly poolId: string;
  readonly reader: UserReader;
  /** Whether each user's own settings are read too. */
  readonly deep: boolean;
  /** What users' own settings are measured against; without it there is no policy. */
  readonly measure?: Measure | undefined;
  /** Whose second factor is suspended. */
  readonly suspensionOf?: SuspensionOf | undefined;
  /** Which users are wanted. */
  readonly wanted: (user: ListedUser) => boolean;
  readonly name: UserName;
  readonly signal: AbortSignal;
  /** Is told each judged user, in the order of the list. */
  readonly onUser?: (name: string, user: ListedUser, judged: Judged) => Promise<void>;
  /** Where an earlier run stopped; not without `seen`. */
  readonly from?: Progress | undefined;
  /** Whom it had seen by then, and who is seen now. */
  readonly seen?: Pick<SeenUsers, 'add' | 'count' | 'recall'> | undefined;
  /** Is told after each page how many users were seen, and where it would go on; nothing after the last page. */
  readonly onPage?: (seen: number, progress: Progress | undefined) => Promise<void>;
  /** AWS does not take the token of the earlier run any more: the list begins again, without those who were seen. */
  readonly onRestart?: () => void;
}

/** What was seen; its size does not depend on the number of users. */
export interface Seen {
  /** Users judged. */
  readonly judged: number;
  /** Disabled, not confirmed yet, or not in the sample. */
  readonly passedOver: number;
  readonly counts: ReadonlyMap<Kind, Count>;
  /** What could not be read, and why: `ListUsers` after so many users, or the settings of so many. */
  readonly unread: readonly { readonly what: string; readonly reason: string }[];
}

/** Requests under way at once. */
const AT_ONCE = 8;

interface Running {
  /** Of this run. */
  pages: number;
  again: boolean;
  judged: number;
  passedOver: number;
  unreadSettings: number;
  reason: string | undefined;
  /** Asking again would be refused again. */
  refused: boolean;
  readonly counts: Map<Kind, Count>;
}

/** Judges the users of a pool one page at a time. Never rejects for what AWS answers. */
export async function auditUsers(audit: UserAudit): Promise<Seen> {
  const from = audit.seen && audit.from;
  const run = runFrom(from);
  const ended = await judgePages(audit, run, from?.token);
  if (from === undefined || run.pages > 0 || !ended?.startsWith('InvalidParameterException')) return seen(run, ended);
  audit.onRestart?.();
  run.again = true;
  return seen(run, await judgePages(audit, run, undefined));
}

/** Why it ended before the end of the list; undefined where it did not. */
async function judgePages(audit: UserAudit, run: Running, token: string | undefined): Promise<string | undefined> {
  const unseen = run.again ? await audit.seen?.recall() : undefined;
  const listed = pages(audit.reader, audit.poolId, token);
  let ended: string | undefined;
  for (;;) {
    audit.signal.throwIfAborted();
    const page = await listed.next().catch((error: unknown) => {
      ended = messageOf(error);
      return { done: true } as const;
    });
    if (page.done) break;
    run.pages += 1;
    await judgePage(await left(page.value.users, unseen, audit), audit, run);
    await audit.onPage?.(sizeOf(run), progressOf(run, page.value.next, audit.seen?.count()));
  }
  audit.signal.throwIfAborted();
  return ended;
}

/** Those of a page who are to be judged, noted as seen: a run that ends meanwhile forgets them, because the page is not noted. */
async function left(
  users: readonly ListedUser[],
  unseen: Unseen | undefined,
  { seen }: UserAudit,
): Promise<readonly ListedUser[]> {
  const some = unseen ? await unseen(users) : users;
  await seen?.add(some);
  return some;
}

function runFrom(from: Progress | undefined): Running {
  const { judged = 0, passedOver = 0, unreadSettings = 0, reason, counts = [] } = from ?? {};
  const again = from?.again ?? false;
  return { pages: 0, again, judged, passedOver, unreadSettings, reason, refused: false, counts: new Map(counts) };
}

function progressOf(run: Running, token: string | undefined, seen = 0): Progress | undefined {
  const { again, judged, passedOver, unreadSettings, reason, counts } = run;
  if (token === undefined) return undefined;
  const sums = { judged, passedOver, unreadSettings, ...(reason !== undefined && { reason }), counts: [...counts] };
  return { token, seen, again, ...sums };
}

const sizeOf = ({ judged, passedOver, unreadSettings }: Running): number => judged + passedOver + unreadSettings;

function seen(run: Running, ended: string | undefined): Seen {
  const all = sizeOf(run);
  const settings = run.unreadSettings === 1 ? 'settings of 1 user' : `settings of ${run.unreadSettings} users`;
  return {
    judged: run.judged,
    passedOver: run.passedOver,
    counts: run.counts,
    unread: [
      ...(ended === undefined ? [] : [{ what: `all users after the first ${all}`, reason: ended }]),
      ...(run.unreadSettings === 0 ? [] : [{ what: settings, reason: run.reason ?? 'not read' }]),
    ],
  };
}

async function judgePage(users: readonly ListedUser[], audit: UserAudit, run: Running): Promise<void> {
  const wanted = users.filter((user) => isJudged(user) && audit.wanted(user));
  run.passedOver += users.length - wanted.length;
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    audit.signal.throwIfAborted();
    const some = wanted.slice(from, from + AT_ONCE);
    const settings = await Promise.all(some.map((user) => settingsOf(user, audit, run)));
    for (const [index, user] of some.entries()) await judgeOne(user, settings[index], audit, run);
  }
}

/** Undefined where they are not asked for; who is gone, or whose settings could not be read, is not judged. */
type Asked = UserSettings | undefined | 'gone' | 'unread';

async function settingsOf(user: ListedUser, audit: UserAudit, run: Running): Promise<Asked> {
  if (!audit.deep || user.status === 'EXTERNAL_PROVIDER') return undefined;
  if (run.refused) return 'unread';
  try {
    return (await audit.reader.settings(audit.poolId, user.username)) ?? 'gone';
  } catch (error) {
    const reason = messageOf(error);
    run.reason ??= reason;
    run.refused ||= awsFailure(reason) === 'access';
    return 'unread';
  }
}

async function judgeOne(user: ListedUser, settings: Asked, audit: UserAudit, run: Running): Promise<void> {
  if (settings === 'gone') run.passedOver += 1;
  else if (settings === 'unread') run.unreadSettings += 1;
  else {
    const { measure, suspensionOf } = audit;
    const judged = judgeUser(audit.pool, user, settings, { measure, suspension: suspensionOf?.(user) });
    run.judged += 1;
    for (const kind of judged.kinds)
      run.counts.set(
        kind,
        oneMore(run.counts.get(kind), () => exampleOf(kind, audit.name(user), judged)),
      );
    await audit.onUser?.(audit.name(user), user, judged);
  }
}

function exampleOf(kind: Kind, name: string, { suspension }: Judged): string {
  return suspension && kind === suspensionKind(suspension) ? `${name} (${suspensionWords(suspension)})` : name;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
