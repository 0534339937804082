// The registry of reporters: a format is one file beside this one, and one line here.
import type { Reporter } from '../model/report.js';

/** Each is loaded when it is used, so that knowing their names costs nothing. */
export const reporters = {
  text: async () => (await import('./text.js')).text,
  json: async () => (await import('./json.js')).json,
  sarif: async () => (await import('./sarif.js')).sarif,
  junit: async () => (await import('./junit.js')).junit,
  github: async () => (await import('./github.js')).github,
  gitlab: async () => (await import('./gitlab.js')).gitlab,
  markdown: async () => (await import('./markdown.js')).markdown,
  html: async () => (await import('./html.js')).html,
} as const satisfies Readonly<Record<string, () => Promise<Reporter>>>;

/** What `--format` and `--report` accept. */
export type FormatName = keyof typeof reporters;

export const FORMAT_NAMES = Object.keys(reporters) as readonly FormatName[];

/** Formats that carry along what a rule is about: `ReportContext.describe`. */
export const DESCRIBING: readonly FormatName[] = ['sarif', 'html'];
