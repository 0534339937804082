import type { BlindSpot } from './blind-spots.js';
import { count } from './count.js';
import { clip } from './literal.js';
import { visible } from './visible.js';

/** One sentence about what of a spec was not looked at. */
export function unseen({ items }: BlindSpot): string {
  if (items.some(({ setting }) => setting === '*')) return 'This was not looked at, so nothing is known of it.';
  const [be, them] = items.length === 1 ? ['was', 'it'] : ['were', 'them'];
  return `${count(items.length, 'setting')} ${be} not looked at, so nothing is known of ${them}.`;
}

/** What was not looked at, and why; one line for all that share a reason. */
export function unseenLines({ items }: BlindSpot): readonly string[] {
  const reasons = [...new Set(items.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const settings = items.filter((item) => item.reason === reason).map(({ setting }) => named(setting));
    return `${clip(visible(settings.join(', ')), ROOM)}: ${clip(visible(reason), ROOM)}`;
  });
}

const ROOM = 1000;

function named(setting: string): string {
  return setting === '*' ? 'everything' : setting;
}
