import { visible } from '../parts/visible.js';

/** A piece of a page. Only this file makes one, so that no text gets into a page unescaped. */
export class Markup {
  constructor(readonly source: string) {}
}

/** What a template may hold: markup as it is, texts escaped, lists joined, nothing for `undefined` and `false`. */
export type Part = Markup | string | number | undefined | false | readonly Part[];

/** A template of markup. Attributes have to be in double quotes. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((text, index) => text + sourceOf(parts[index])).join(''));
}

/** Markup out of our own text, as it is: a style sheet, a script. Never for anything that was read. */
export function verbatim(source: string): Markup {
  return new Markup(source);
}

function sourceOf(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.source;
  return typeof part === 'object' ? part.map(sourceOf).join('') : escaped(String(part));
}

function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
