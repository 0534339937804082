import type { Severity } from '../../model/finding.js';

type Paint = (text: string) => string;

/** The few ways in which a report stresses a word. */
export interface Style {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly good: Paint;
  readonly severity: (severity: Severity, text: string) => string;
}

const SEVERITY_CODES: Readonly<Record<Severity, string>> = { error: '1;31', warning: '1;33', note: '1;36' };

/** ANSI colours, or none. Only text that is already escaped may be given to it. */
export function style(color: boolean): Style {
  const sgr = (code: string, text: string) => (color && text !== '' ? `\x1b[${code}m${text}\x1b[0m` : text);
  return {
    strong: (text) => sgr('1', text),
    faint: (text) => sgr('2', text),
    good: (text) => sgr('32', text),
    severity: (severity, text) => sgr(SEVERITY_CODES[severity], text),
  };
}
