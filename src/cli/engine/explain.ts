import { contentsPage } from '../../explain/contents-page.js';
import { terminal } from '../../explain/terminal.js';
import { nearNames, pageOf } from '../../explain/topics.js';
import { PoolwardError } from '../../model/errors.js';
import { quote } from '../../spec/quote.js';
import type { ExplainArgs } from '../engines.js';

/** The page of a name; without one, the names that there are. */
export async function explainName({ name, color }: ExplainArgs): Promise<string> {
  if (name === undefined) return terminal(contentsPage(), color);
  const page = pageOf(name);
  if (page) return terminal(page, color);
  throw new PoolwardError('unknown-name', `There is no rule, finding or setting ${quote(name)}.`, {
    fault: 'user',
    help: helpFor(nearNames(name)),
  });
}

function helpFor(near: readonly string[]): string {
  const all = '`poolward explain` lists all.';
  return near.length === 0 ? all : `Did you mean ${near.join(', ')}? ${all}`;
}
