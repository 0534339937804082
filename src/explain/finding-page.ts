import type { FindingKind } from './findings/index.js';
import { type Page, type Text, web } from './page.js';

/** What there is to say about a finding that no rule makes. */
export function findingPage({ id, severity, summary, why, todo, references = [] }: FindingKind): Page {
  const links = references.map((url): [string, Text] => ['see', [web(url)]]);
  return {
    name: id,
    what: 'a finding',
    blocks: [
      { kind: 'text', text: summary },
      {
        kind: 'facts',
        rows: [['severity', severity.join(', ')], ['why', why], ['what to do', todo], ...links],
      },
    ],
  };
}
