import { isOpen } from '../../model/accept.js';
import type { Finding } from '../../model/finding.js';
import type { Report, ReportContext } from '../../model/report.js';
import { type BlindSpot, blindSpots } from './blind-spots.js';
import { type Labelled, ORDINARY } from './contrast.js';
import { count } from './count.js';
import { details } from './details.js';
import { goneFrom, goneTitle, placeOfGone } from './gone-text.js';
import { clip } from './literal.js';
import { html, markdownCode, markdownText } from './markdown-text.js';
import { type Told, toldOnce } from './shared-cause.js';
import { summary } from './summary.js';
import { unseen, unseenLines } from './unseen.js';
import { isUnchecked } from './verdict.js';
import { visible } from './visible.js';
import { worstFirst } from './worst-first.js';

/**
 * Markdown of at most so many bytes, 2,000 or more: what was found in one line, what was not looked at, and then the
 * findings, each folded, the worst first, as many as there is room for.
 */
export function markdownWithin(report: Report, context: ReportContext, most: number): string {
  const head = [`**${markdownText(summary(report, { ...context, color: false }))}**`];
  const blind = blindSpots(report, context.comparesLive === true).map((spot) => ({ text: blindSpot(spot), tells: 1 }));
  const open = worstFirst(report.findings).filter((finding) => isOpen(finding) && !isUnchecked(finding));
  const told = toldOnce(open);
  const room = most - bytes(head);
  const warnings = fitted(blind, 'spec', room / 4);
  // How many are gone stands in the head in any case.
  const gone = goneBlock(report).filter((text) => bytes([text]) <= room / 4);
  const findings = fitted(
    open.flatMap((finding) => block(told.get(finding))),
    'finding',
    room - bytes([...warnings, ...gone]),
  );
  return `${[...head, ...warnings, ...findings, ...gone].join(BETWEEN)}\n`;
}

const BETWEEN = '\n\n';

/** Bytes that blocks take, with what stands between them. */
function bytes(blocks: readonly string[]): number {
  return blocks.reduce((sum, block) => sum + Buffer.byteLength(block) + BETWEEN.length, 0);
}

/** A paragraph, and how many findings or specs it tells. */
interface Block {
  readonly text: string;
  readonly tells: number;
}

/** The first blocks that fit, and how much is told by those that did not. */
function fitted(blocks: readonly Block[], noun: string, room: number): readonly string[] {
  const texts = blocks.map(({ text }) => text);
  if (bytes(texts) <= room) return texts;
  const all = blocks.reduce((sum, { tells }) => sum + tells, 0);
  let left = room - bytes([rest(all, noun)]);
  let untold = all;
  const kept: string[] = [];
  for (const { text, tells } of blocks) {
    left -= bytes([text]);
    if (left < 0) break;
    kept.push(text);
    untold -= tells;
  }
  return [...kept, rest(untold, noun)];
}

function rest(number: number, noun: string): string {
  return `… and ${count(number, `more ${noun}`)}, for which there is no room here.`;
}

/** Characters of one text; a finding must not push the others out. */
const ROOM = 500;

const MOST_LINES = 5;

function blindSpot(spot: BlindSpot): string {
  const lines = unseenLines(spot);
  const shown = lines.slice(0, MOST_LINES).map((line) => `> - ${markdownText(clip(line, ROOM))}`);
  const more = lines.length > MOST_LINES ? [`> - … and ${lines.length - MOST_LINES} more reasons`] : [];
  const name = spot.target === '' ? '' : `${markdownCode(clip(spot.target, ROOM))}: `;
  return ['> [!WARNING]', `> ${name}${markdownText(unseen(spot))}`, '>', ...shown, ...more].join('\n');
}

function block(told: Told | undefined): readonly Block[] {
  if (!told) return [];
  const { finding, sameIn } = told;
  const { severity, at, target, setting, rule } = finding;
  const place = at === undefined ? target : `${at.file}:${at.start.line}`;
  const names = [place, setting].flatMap((name) => (name ? [`<code>${html(clip(name, ROOM))}</code>`] : []));
  const head = [`<b>${severity}</b>`, ...names, html(clip(visible(finding.message), ROOM))].join(' ');
  const lines = [...details(finding, ORDINARY), ['rule', rule] as Labelled].map(line);
  const text = `<details><summary>${head}</summary>\n\n${[...lines, ...alsoIn(sameIn)].join('\n')}\n\n</details>`;
  return [{ text, tells: 1 + sameIn.length }];
}

/** Where the same was found. */
function alsoIn(same: readonly Finding[]): readonly string[] {
  if (same.length === 0) return [];
  const places = same.map(({ at, target }) => (at ? `${at.file}:${at.start.line}` : (target ?? '')));
  const shown = places.slice(0, MOST_PLACES).map((place) => markdownCode(clip(place, ROOM)));
  const more = places.length > MOST_PLACES ? [`and ${places.length - MOST_PLACES} more`] : [];
  return [`- same in: ${[...shown, ...more].join(', ')}`];
}

const MOST_PLACES = 20;

function goneBlock(report: Report): readonly string[] {
  const gone = goneFrom(report);
  if (gone.length === 0) return [];
  const lines = gone
    .slice(0, MOST_GONE)
    .map((one) => `- ${markdownCode(clip(placeOfGone(one), ROOM))} ${markdownCode(clip(one.rule, ROOM))}`);
  const more = gone.length > MOST_GONE ? [`- … and ${gone.length - MOST_GONE} more`] : [];
  return [`<details><summary>${goneTitle(gone)}</summary>\n\n${[...lines, ...more].join('\n')}\n\n</details>`];
}

const MOST_GONE = 20;

/** Values are code: nothing in them is a link, or calls somebody. */
function line([label, text]: Labelled): string {
  const shown = clip(text, ROOM);
  if (label === '') return `  <br>${markdownCode(shown)}`;
  if (VALUES.has(label)) return `- ${label}: ${markdownCode(shown)}`;
  return `- ${label}: ${ADDRESS.test(shown) ? `<${shown}>` : markdownText(shown)}`;
}

const VALUES: ReadonlySet<string> = new Set(['desired', 'live', 'both', 'follows', 'rule']);
const ADDRESS = /^https:\/\/[\w./#?=%-]+$/;
