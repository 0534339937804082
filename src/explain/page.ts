import type { Finding } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';

/** What a link leads to: another page, or an address of the web. */
export type Target =
  | { readonly rule: string }
  | { readonly finding: string }
  | { readonly section: string; readonly setting?: string }
  | { readonly url: string };

/** A piece of a sentence. Backquotes in plain text mark code. */
export type Span = string | { readonly code: string } | { readonly link: string; readonly to: Target };

/** One or a few sentences, on one line. */
export type Text = string | readonly Span[];

/** A piece of a page. Both printers know every kind. */
export type Block =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, text: Text])[] }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'yaml'; readonly text: string }
  /** Findings, as `validate` prints them. */
  | { readonly kind: 'report'; readonly findings: readonly Finding[]; readonly document: SourceDocument };

/** What there is to say about one rule, finding or setting. `markdown` and `terminal` print it. */
export interface Page {
  /** As `poolward explain` takes it. */
  readonly name: string;
  /** What it is, in a few words. */
  readonly what: string;
  readonly blocks: readonly Block[];
}

export const code = (text: string): Span => ({ code: text });

/** An address of the web, shown as itself or by a name. */
export const web = (url: string, name = url): Span => ({ link: name, to: { url } });

export const ruleLink = (id: string): Span => ({ link: id, to: { rule: id } });

/** Spans with commas between them. */
export function listed(spans: readonly Span[]): Span[] {
  return spans.flatMap((span, index) => (index === 0 ? [span] : [', ', span]));
}
