import { CloudTrailClient, LookupEventsCommand, type LookupEventsCommandOutput } from '@aws-sdk/client-cloudtrail';
import type { Meter } from '../audit/ports.js';
import { TRAIL_DAYS, type Trail, type TrailEvent, type TrailPage, trailEvent } from '../audit/trail.js';
import { Unread } from '../model/sections.js';
import { type Clock, REAL_CLOCK } from './clock.js';
import { awsReason } from './errors.js';
import type { Limiter } from './limiter.js';
import { type ConnectionOptions, open, PATIENCE } from './open.js';

/** Where the history is. */
export interface TrailOptions extends Omit<ConnectionOptions, 'limiter'> {
  /** Percent of AWS's limit to use at most; absent: as fast as the server answers. */
  readonly quotaShare?: number;
  readonly now: Date;
  /** Aborted when the user interrupts: nothing is asked any more. */
  readonly signal: AbortSignal;
}

const DAY = 24 * 60 * 60 * 1000;

/** What is told beside a result is not waited for as long as the result. */
const FEW = { ...PATIENCE, attempts: 4 };

/**
 * The real Trail. By the name of an event: the source alone would bring every sign-in of every user, and the log does not
 * say the pool as a resource. Pages are kept, because those of one operation are about all pools.
 * Source: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
 */
export async function trail({ quotaShare, now, signal, ...options }: TrailOptions, meter: Meter): Promise<Trail> {
  const limited = quotaShare === undefined ? {} : { limiter: spaced(quotaShare, REAL_CLOCK) };
  const client = await open(CloudTrailClient, { patience: FEW, ...options, ...limited, signal }, meter);
  const StartTime = new Date(now.getTime() - TRAIL_DAYS * DAY);
  const known = new Map<string, Promise<LookupEventsCommandOutput>>();
  const fetched = (operation: string, page: number): Promise<LookupEventsCommandOutput> => {
    const key = `${operation} ${page}`;
    const answer = known.get(key) ?? ask(operation, page);
    known.set(key, answer);
    return answer;
  };
  const ask = async (operation: string, page: number): Promise<LookupEventsCommandOutput> => {
    const NextToken = page === 0 ? undefined : (await fetched(operation, page - 1)).NextToken;
    const before = page < 2 ? undefined : (await fetched(operation, page - 2)).NextToken;
    if (before !== undefined && NextToken === before) throw new Error('AWS answered the same page token twice');
    const LookupAttributes = [{ AttributeKey: 'EventName' as const, AttributeValue: operation }];
    return client.send(new LookupEventsCommand({ LookupAttributes, StartTime, NextToken, MaxResults: 50 }));
  };
  return {
    since: iso(StartTime),
    page: async (operation, page) => {
      signal.throwIfAborted();
      try {
        return pageOf(await fetched(operation, page));
      } catch (error) {
        throw new Unread(awsReason(error));
      }
    },
  };
}

function pageOf({ Events = [], NextToken }: LookupEventsCommandOutput): TrailPage {
  const events = Events.flatMap(({ CloudTrailEvent }) => recordOf(CloudTrailEvent ?? '{}') ?? []);
  const oldest = Events.at(-1)?.EventTime;
  return { events, ...(oldest && { oldest: iso(oldest) }), last: NextToken === undefined };
}

/** A record that is no JSON says nothing of who did what. */
function recordOf(text: string): TrailEvent | undefined {
  try {
    return trailEvent(text);
  } catch (error) {
    throw new Error('LookupEvents answered with a record that is no JSON', { cause: error });
  }
}

/** To the second, as the events themselves. */
function iso(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** "The rate of lookup requests is limited to two per second, per account, per Region." */
const PER_SECOND = 2;

/** One call after the other, at the share of the limit. After a throttled one nothing goes out for a while. */
function spaced(share: number, clock: Clock): Limiter {
  const apart = 1000 / ((PER_SECOND * share) / 100);
  let next = 0;
  return {
    pass: async () => {
      const at = Math.max(clock.now(), next);
      const wait = at - clock.now();
      next = at + apart;
      if (wait > 0) await clock.wait(wait);
      return wait;
    },
    throttled: () => {
      next = clock.now() + 4 * apart;
    },
    raise: () => undefined,
  };
}
