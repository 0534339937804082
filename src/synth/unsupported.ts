import { FACETS } from '../facets/index.js';
import type { Facet, Field, Unsupported } from '../model/facet.js';
import { specWords } from '../model/spec-name.js';
import { type Entry, type PoolState, settingName } from '../model/state.js';
import { shell } from '../text/shell.js';

/** Something that a spec declares and the stack cannot hold. */
export interface LeftOut extends Unsupported {
  /** `terms.web/terms-of-use` for an object, `sessions.tracking` for a setting. */
  readonly name: string;
  /** Whether `fix` brings it about; else it is audited only. */
  readonly byFix: boolean;
}

/** What the YAML says and the provider has no argument or resource for, in the order of the facets. */
export function leftOut(desired: PoolState): readonly LeftOut[] {
  return (FACETS as readonly Facet[]).flatMap((facet) =>
    [...desired.entries].flatMap(([address, entry]) => {
      if (entry.facet !== facet.id) return [];
      if (facet.kind === 'keyed' && facet.unsupported)
        return [{ name: settingName(address), byFix: facet.create !== undefined, ...facet.unsupported }];
      return settingsLeftOut(facet, address, entry);
    }),
  );
}

function settingsLeftOut(facet: Facet, address: string, { declared }: Entry): LeftOut[] {
  return Object.entries(facet.fields).flatMap(([setting, field]: [string, Field<any>]) =>
    declared?.has(setting) && 'unsupported' in field.terraform
      ? [{ name: settingName(address, setting), byFix: field.write !== undefined, ...field.terraform }]
      : [],
  );
}

/** One line about one of them. */
export function leftOutLine({ name, unsupported, issue, byFix }: LeftOut, file: string): string {
  const way = byFix
    ? shell`after the deploy: poolward fix ${specWords(file)} --yes`
    : 'it is audited, and nothing sets it';
  return `${name} is not in the stack: the provider cannot express it, because ${unsupported} (${issue}); ${way}`;
}
