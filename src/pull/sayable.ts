import { facetOf, type PoolSpec } from '../facets/index.js';
import type { Finding } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';
import { settingName } from '../model/state.js';
import { refusals } from '../rules/run.js';
import { validateSpec } from '../spec/validate.js';
import validator from '../spec/validator.generated.js';
import { type Draft, type Place, placesOf, without } from './draft.js';

/** What of a live pool no spec can say, and why. */
export interface Unsaid {
  readonly place: Place;
  readonly reason: string;
}

/** A draft that is a valid spec, and what had to be left out of it. */
export interface Sayable {
  readonly draft: Draft;
  readonly unsaid: readonly Unsaid[];
}

/** Leaves out, one by one, what the schema or a rule refuses. `read` gives the document that a draft would be. */
export function sayable(draft: Draft, read: (draft: Draft) => SourceDocument): Sayable {
  const unsaid: Unsaid[] = [];
  let left = draft;
  for (;;) {
    const [problem] = problems(read(left));
    const place = problem && placeOf(problem, left);
    if (!problem || !place) return { draft: left, unsaid };
    unsaid.push({ place, reason: problem.message });
    left = without(left, place);
  }
}

function problems(document: SourceDocument): Finding[] {
  const schema = validateSpec(document, validator);
  const found = schema.length > 0 ? schema : refusals(document, document.value as PoolSpec);
  return found.filter(({ severity }) => severity === 'error');
}

/** The innermost part of the draft that a problem is about; undefined when it is about what is not there, or who the pool is. */
function placeOf({ setting }: Finding, draft: Draft): Place | undefined {
  if (setting === undefined) return undefined;
  return placesOf(draft).find((place) => {
    const name = settingName(place.address, place.setting);
    return !isIdentity(place) && (setting === name || setting.startsWith(`${name}.`));
  });
}

/** Without these there is no spec at all. */
function isIdentity({ address, setting }: Place): boolean {
  return address === 'pool' && (setting === undefined || facetOf('pool')?.fields[setting]?.required === true);
}
