import type { Listed } from '../../model/facet.js';
import { attempt, inParallel, type ReadContext } from './context.js';

/**
 * What belongs to one client or another, one call each; `undefined` where a client has nothing of its own. Whether a
 * client that could not be asked has something is not known: it is listed with the reason.
 */
export async function ofEachClient<T>(
  { section }: ReadContext,
  read: (clientId: string) => Promise<T | undefined>,
  idOf: (item: T, clientId: string) => string | undefined = (_item, clientId) => clientId,
): Promise<Listed<T>[]> {
  const listed = await inParallel(await section('clients'), async ({ id = '', name }): Promise<Listed<T>[]> => {
    const item = await attempt(() => read(id));
    if (!item.ok) return [{ name, owner: id, item }];
    const { value } = item;
    return value === undefined ? [] : [{ name, id: idOf(value, id) ?? id, owner: id, item: { ok: true, value } }];
  });
  return listed.flat();
}

/** The key of what belongs to the pool and to no client. */
export const OF_THE_POOL = 'pool';
