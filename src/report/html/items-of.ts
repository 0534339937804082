import { isOpen } from '../../model/accept.js';
import type { Report, ReportContext } from '../../model/report.js';
import { fingerprints } from '../parts/fingerprints.js';
import { toldOnce } from '../parts/shared-cause.js';
import { findingItem } from './finding-item.js';
import type { Item } from './spec-groups.js';

/** So few findings are read, not looked through. */
const FEW = 3;

/** An item for each finding; for one that is the same in many specs a single one, with the list. */
export function itemsOf({ findings, targets }: Report, { document, describe, cwd }: ReportContext): readonly Item[] {
  const hashes = fingerprints(findings.map(({ fingerprint }) => fingerprint));
  const ids = new Map(findings.map((finding, index) => [finding, idOf(hashes[index])]));
  const told = toldOnce(findings);
  const few = findings.filter((finding) => isOpen(finding) && told.has(finding)).length <= FEW;
  const pools = new Map(targets.map(({ spec, poolId }) => [spec, poolId]));
  const poolOf = (spec: string) => pools.get(spec);
  const about = { cwd, poolOf, lines: linesOf(document), describes: (rule: string) => describe?.(rule) !== undefined };
  return findings.flatMap((finding, index): Item[] => {
    const once = told.get(finding);
    if (once === undefined) return [];
    const also = once.sameIn.map((other) => ({ finding: other, id: ids.get(other) ?? '' }));
    const context = { ...about, id: idOf(hashes[index]), open: few && isOpen(finding), also };
    return [{ finding, specs: also.length + 1, item: findingItem(finding, context) }];
  });
}

const idOf = (hash = ''): string => `f-${hash.slice(0, 16)}`;

/** Splits each file once, however many findings point into it. */
function linesOf(document: ReportContext['document']): (file: string) => readonly string[] | undefined {
  const known = new Map<string, readonly string[] | undefined>();
  return (file) => {
    if (!known.has(file)) known.set(file, document(file)?.text.split('\n'));
    return known.get(file);
  };
}
