import { PoolwardError } from '../../model/errors.js';
import type { Loaded, LoadedSpec } from '../../spec/load.js';
import type { SpecArgs } from '../engines.js';
import { load } from './load.js';

/** The one valid spec of a command about a user; `example` is a command line that names one. */
export function onlySpec(
  args: SpecArgs,
  example: string,
): Pick<Loaded, 'accounts' | 'documents'> & { readonly spec: LoadedSpec } {
  const { specs, invalid, findings, accounts, documents } = load(args);
  const [spec] = specs;
  if (!invalid && spec && specs.length === 1) return { spec, accounts, documents };
  const first = findings.find(({ severity }) => severity === 'error');
  if (invalid)
    throw new PoolwardError('invalid-spec', `The spec is not valid: ${first?.message ?? ''}`, {
      fault: 'user',
      help: '`poolward validate` shows all of it.',
    });
  throw new PoolwardError('several-specs', `A user belongs to one pool, and there are ${specs.length} specs here.`, {
    fault: 'user',
    help: `Name one: ${example}, with --environment where it has overlays.`,
  });
}
