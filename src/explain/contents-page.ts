import { FACETS } from '../facets/index.js';
import { RULES } from '../rules/index.js';
import { FINDINGS } from './findings/index.js';
import type { Block, Page } from './page.js';

/** Everything that can be explained. */
export function contentsPage(): Page {
  const rules = (kind: 'posture' | 'refusal') =>
    RULES.filter((rule) => rule.kind === kind).map(({ id, summary }) => [id, summary] as const);
  return {
    name: 'poolward explain',
    what: 'a rule, a finding, a section, or a setting such as mfa.sms or clients.web.callbackUrls',
    blocks: [
      ...group(
        'Sections',
        FACETS.map(({ id, title }) => [id, title]),
      ),
      ...group('Rules: what deploys and should not', rules('posture')),
      ...group('Rules: what AWS or a deploy refuses', rules('refusal')),
      ...group(
        'Findings',
        FINDINGS.map(({ id, summary }) => [id, summary]),
      ),
    ],
  };
}

function group(heading: string, rows: readonly (readonly [string, string])[]): Block[] {
  return rows.length === 0
    ? []
    : [
        { kind: 'heading', text: heading },
        { kind: 'facts', rows },
      ];
}
