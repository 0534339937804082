import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { ReadRequest } from '../../audit/ports.js';
import type { Fetched, SectionName, Sections } from '../../model/facet.js';
import { awsReason } from '../errors.js';

/** What the reader of a section has to work with. */
export interface ReadContext {
  readonly client: CognitoIdentityProviderClient;
  readonly UserPoolId: string;
  readonly request: ReadRequest;
  /** Another section of the same pool, read once. Rejects with its reason when it could not be read. */
  section<S extends SectionName>(name: S): Promise<Sections[S]>;
}

/** Reads one section; a rejection makes the section unread, with AWS's words as the reason. */
export type SectionReader<S extends SectionName> = (context: ReadContext) => Promise<Sections[S]>;

/** The most that AWS gives a page. */
export const PAGE = 60;

/** Requests of one section under way at once: enough to hide the latency; adaptive retries slow them when AWS asks for it. */
const AT_ONCE = 8;

/** A section could not be read because another one, on which it rests, could not. */
export class SectionUnread extends Error {}

/** The outcome of a call as a value. */
export async function attempt<T>(work: () => Promise<T>): Promise<Fetched<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, reason: error instanceof SectionUnread ? error.message : awsReason(error) };
  }
}

/**
 * All items of a list, page after page. A token that comes again would lead round in circles, or, taken for the end, to
 * half a list: it is an error. What moves while the list is read is on two pages, and one item all the same: as it was
 * last.
 */
export async function listAll<P extends { readonly NextToken?: string | undefined }, T>(
  page: (token: string | undefined) => Promise<P>,
  items: (page: P) => readonly T[] | undefined,
  idOf: (item: T) => string | undefined,
): Promise<T[]> {
  const found = new Map<string | undefined, T>();
  const visited = new Set<string>();
  let token: string | undefined;
  do {
    const answer = await page(token);
    for (const item of items(answer) ?? []) found.set(idOf(item), item);
    token = answer.NextToken;
    if (token !== undefined && visited.has(token)) throw new Error('AWS answered the same page token twice');
    if (token) visited.add(token);
  } while (token);
  return [...found.values()];
}

/** Works through a list, a few at once, in order of the list. */
export async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(items.length);
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index] as T);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
  return results;
}
