import { type Acceptance, isOver } from '../model/accept.js';
import type { Finding } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';

/** The spec that entries of `accept` stand in. */
interface Home {
  readonly document: SourceDocument;
  readonly spec: { readonly pool: { readonly id: string }; readonly accept?: readonly Acceptance[] };
}

/** Entries whose day has come: what they accepted counts again. */
export function expiredAcceptances(home: Home, today: string): Finding[] {
  return entries(home)
    .filter(([, entry]) => isOver(entry, today))
    .map(([index, entry]) =>
      finding(home, index, entry, {
        rule: 'accept/expired',
        key: 'expires',
        message: `The acceptance of ${named(entry)} (${entry.owner}) ended on ${entry.expires}; what it accepted counts again.`,
        help: 'Mend what it accepted and remove the entry, or agree on a new day.',
      }),
    );
}

/** Entries that matched nothing. `looked` tells which of them could have been matched by what was looked at. */
export function unusedAcceptances(
  home: Home,
  used: ReadonlySet<number>,
  today: string,
  looked: (entry: Acceptance) => boolean,
): Finding[] {
  return entries(home)
    .filter(([index, entry]) => !used.has(index) && !isOver(entry, today) && looked(entry))
    .map(([index, entry]) =>
      finding(home, index, entry, {
        rule: 'accept/unused',
        key: 'rule',
        message: `accept names ${named(entry)}, but there is no such finding.`,
        help: 'Remove the entry: it would hide the next one.',
      }),
    );
}

function entries({ spec }: Home): [number, Acceptance][] {
  return [...(spec.accept ?? []).entries()];
}

function named({ rule, path }: Acceptance): string {
  return path === undefined ? rule : `${rule} at ${path}`;
}

function finding(
  { document, spec }: Home,
  index: number,
  { rule: accepted, path }: Acceptance,
  { rule, key, message, help }: Record<'rule' | 'key' | 'message' | 'help', string>,
): Finding {
  return {
    rule,
    severity: 'warning',
    message,
    help,
    target: document.file,
    setting: `accept.${index}.${key}`,
    at: document.locate(['accept', index, key]),
    confidence: 'measured',
    fingerprint: `${spec.pool.id}:${rule}:${accepted}:${path ?? ''}`,
  };
}
