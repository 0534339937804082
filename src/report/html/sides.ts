import type { Change } from '../../model/finding.js';
import type { Observed } from '../../model/state.js';
import { contrast, type Limits } from '../parts/contrast.js';
import { grouped } from './labels.js';
import { type Markup, markup } from './markup.js';

/** What the spec says beside what is live; beneath the spec's value the lines that say so. */
export function sides(change: Change | undefined, source: Markup | undefined, limits: Limits): Markup | undefined {
  if (change === undefined) return source;
  const { desired, live } = change;
  const groups = new Map(grouped(contrast(change, limits)));
  const both = groups.get('both') ?? [];
  return markup`<div class="sides"><section class="want"><h5>Spec</h5>${values(groups.get('desired'), desired)}${source}</section>${markup`<section class="live"><h5>Live pool</h5>${values(groups.get('live'), live)}</section>`}</div>${both.map((text) => markup`<p class="both">${text.trim()} on both sides</p>`)}`;
}

/** A list of which this side has nothing that the other has not. */
const NOTHING = markup`<p class="none">nothing else</p>`;

function values(texts: readonly string[] | undefined, { kind }: Observed): Markup {
  if (texts === undefined) return NOTHING;
  return markup`${texts.map((text) => markup`<p class="${kind === 'value' ? 'v' : 'v off'}"><code>${text}</code></p>`)}`;
}
