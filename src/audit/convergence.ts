import { FACETS } from '../facets/index.js';
import type { Advice, ChangeContext, Facet, Field, KeyedFacet, TerraformContext } from '../model/facet.js';
import type { Change } from '../model/finding.js';
import type { Entry, PoolState } from '../model/state.js';
import { settingArguments } from '../synth/arguments.js';

/** What brings a change back, and why it is there, as far as the provider's way with the argument tells. */
export function convergence(
  one: Change,
  field: Field<any> | undefined,
  context: ChangeContext,
  desired: PoolState,
  terraform: TerraformContext,
): Advice {
  if (one.kind === 'unchecked') return {};
  if (one.kind === 'missing') return missingAdvice(facetOfChange(one));
  if (one.kind === 'extra') return extraAdvice(facetOfChange(one));
  const entry = desired.entries.get(one.address);
  if (!field || !entry) return {};
  return { ...settingAdvice(one, entry, field, terraform), ...defined(field.advise(context)) };
}

function facetOfChange(one: Change): Facet | undefined {
  return (FACETS as readonly Facet[]).find(({ id }) => id === one.address.split('/')[0]);
}

function missingAdvice(facet: Facet | undefined): Advice {
  if (facet?.kind !== 'keyed' || !facet.unsupported)
    return { convergedBy: 'terraform', deploy: 'creates it, unless its state still holds the old one' };
  return {
    convergedBy: facet.create ? 'fix' : 'nobody',
    cause: `The Terraform provider cannot make it: ${facet.unsupported.unsupported}.`,
    deploy: 'changes nothing',
    docs: facet.unsupported.issue,
  };
}

function extraAdvice(facet: Facet | undefined): Advice {
  const removable = facet?.kind === 'keyed' && (facet as KeyedFacet).remove !== undefined;
  return {
    convergedBy: removable ? 'fix' : 'nobody',
    deploy: 'leaves it: Terraform reads only what its state holds',
  };
}

function settingAdvice(one: Change, entry: Entry, field: Field<any>, context: TerraformContext): Advice {
  if (field.fixedAtCreation !== undefined)
    return {
      convergedBy: 'nobody',
      cause: `Terraform ignores ${field.fixedAtCreation}, which it could only change by replacing the pool.`,
      deploy: 'changes nothing',
    };
  const byFix = field.write ? 'fix' : 'nobody';
  if (field.onChange === 'replace' && one.impact !== 'update')
    return {
      convergedBy: field.inPlaceSince ? byFix : 'nobody',
      ...(field.inPlaceSince && { cause: olderProvider(field.inPlaceSince) }),
      deploy:
        one.impact === 'replace'
          ? 'would destroy and make it anew, with all that is in it; prevent_destroy refuses that for a pool'
          : 'changes nothing',
    };
  const lost = one.live.kind === 'absent' && one.desired.kind === 'value' && field.lost?.(one.desired.value);
  if (lost) return { convergedBy: byFix, cause: lost, deploy: 'changes nothing' };
  if ('unsupported' in field.terraform)
    return {
      convergedBy: byFix,
      cause: `The Terraform provider cannot express this setting: ${field.terraform.unsupported}.`,
      deploy: 'changes nothing',
      docs: field.terraform.issue,
    };
  const writes = Object.keys(settingArguments(entry, one.setting ?? '', field, context)).length > 0;
  if (writes || 'via' in field.terraform) return { convergedBy: 'terraform', deploy: 'sets it as the spec says' };
  if (!field.computed) return { convergedBy: 'terraform', deploy: 'removes it' };
  return {
    convergedBy: byFix,
    cause:
      'Made outside the code. The provider’s argument is Optional and Computed: with nothing in the code, Terraform keeps what it finds and plans no change.',
    deploy: (one.live.kind === 'value' && field.untold?.(one.live.value)) || 'changes nothing',
    docs: 'https://developer.hashicorp.com/terraform/plugin/framework/handling-data/attributes/string#computed',
  };
}

/** Why a deploy may replace what AWS changes in place. */
export function olderProvider(since: readonly number[]): string {
  return `A provider older than ${since.join('.')}, which terraform.providerVersion admits, replaces it; AWS changes it in place.`;
}

/** Only what the row says; what it leaves out stays as the general answer. */
function defined(advice: Advice): Advice {
  return Object.fromEntries(Object.entries(advice).filter(([, value]) => value !== undefined));
}
