// What Terraform and `fix` do with a setting, in words.
import { code, listed, type Text, web } from './page.js';
import { PLAN_SIGHT, PROVIDER } from './plan-sight.generated.js';
import { ROWS, type Row } from './rows.js';
import { terraformArguments } from './terraform-arguments.js';

/** The arguments that say it, or why there is none. */
export function terraformText(row: Row): Text {
  const { terraform } = row.field;
  const { providerSince, unsupported } = { unsupported: undefined, ...row.facet };
  const missing = 'unsupported' in terraform ? terraform : unsupported;
  if (missing) return ['unsupported: ', missing.unsupported, ' (', web(missing.issue), ')'];
  const written = terraformArguments(row);
  if (written.length === 0) return 'no argument of a resource';
  const since = providerSince ? ` (provider ${providerSince.slice(0, 2).join('.')} or newer)` : '';
  return [...listed(written.map(code)), since];
}

/** Whether `terraform plan` shows a change that was made outside the code, as it was measured. */
export function planWords(row: Row): string {
  const { field } = row;
  const sights = sightsOf(row);
  if ('unsupported' in field.terraform) return 'cannot show a change: the provider has no argument for it';
  if (sights.length === 0) return 'not measured';
  const seen = VARIANTS.map(([, words], index) => [words, verdict(sights.map((sight) => sight[index]))] as const);
  const known = seen.filter(([, sees]) => sees !== undefined);
  const measured = `measured with provider ${PROVIDER}`;
  if (known.every(([, sees]) => sees)) return `shows a change made outside the code (${measured})`;
  if (known.every(([, sees]) => !sees)) return `does not show a change made outside the code (${measured})`;
  const blind = known.filter(([, sees]) => !sees).map(([words]) => words);
  return `does not show a change made outside the code where ${blind.join(', or ')} (${measured})`;
}

/** Of its own members, else of the setting whose argument says it. */
function sightsOf({ field }: Row): readonly (readonly (boolean | null)[])[] {
  const own = field.covers.map((member) => PLAN_SIGHT[member]).filter((sight) => sight !== undefined);
  if (own.length > 0 || !('via' in field.terraform)) return own;
  const { via } = field.terraform;
  const other = ROWS.find(({ path }) => path === via);
  return other ? sightsOf(other) : [];
}

/** In the order of the generated table. */
const VARIANTS = [
  ['written', 'the spec says every setting'],
  ['silent', 'the spec says little'],
  ['minimal', 'the code is the least that a resource needs'],
] as const;

/** Of several members, one that is not seen is enough. */
function verdict(sights: readonly (boolean | null | undefined)[]): boolean | undefined {
  const known = sights.filter((sight) => typeof sight === 'boolean');
  return known.length === 0 ? undefined : known.every(Boolean);
}

/** Who brings a live pool back. Each finding of an audit says it for its own case. */
export function convergedWords({ facet, field }: Row): string {
  if (field.fixedAtCreation !== undefined)
    return `nothing: it is fixed at creation, and Terraform ignores ${field.fixedAtCreation} afterwards`;
  if (field.onChange === 'replace') return 'nothing: it is fixed at creation';
  const unsupported = 'unsupported' in field.terraform || ('unsupported' in facet && facet.unsupported !== undefined);
  if (unsupported) return field.write ? '`poolward fix`: Terraform cannot' : 'nothing that exists; change it by hand';
  if ('via' in field.terraform)
    return `a deploy, by way of ${field.terraform.via}${field.write ? '; where that changes nothing, `poolward fix`' : ''}`;
  const kept = field.computed && field.write;
  return kept ? 'a deploy; where the code says nothing about it, `poolward fix`' : 'a deploy';
}
