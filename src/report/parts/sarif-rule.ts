import type { Severity } from '../../model/finding.js';
import type { ReportContext, RuleDescription } from '../../model/report.js';
import { shell } from '../../text/shell.js';
import { visible } from './visible.js';

/** Code scanning refuses more, and shows ten. */
const MOST_TAGS = 20;

/** Characters of a description that code scanning takes. */
const ROOM = 1024;

/** What a rule is about, with all that code scanning wants to know. */
export function sarifRule(id: string, { describe }: ReportContext): object {
  const known = describe?.(id) ?? undescribed(id);
  const { summary, why, severity, help, url, tags } = known;
  return {
    id,
    shortDescription: { text: cut(summary) },
    fullDescription: { text: cut(`${summary} ${why}`.trim()) },
    help,
    ...(url !== undefined && { helpUri: url }),
    defaultConfiguration: { level: severity },
    properties: { tags: tags.slice(0, MOST_TAGS), 'problem.severity': PROBLEM[severity] },
  };
}

/** As code scanning names them. */
const PROBLEM: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'recommendation' };

function undescribed(id: string): RuleDescription {
  const text = shell`\`poolward explain ${id}\` says what it is about.`;
  return { summary: visible(id), why: '', severity: 'warning', help: { text, markdown: text }, tags: [] };
}

function cut(text: string): string {
  return text.length <= ROOM ? text : `${text.slice(0, ROOM - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
