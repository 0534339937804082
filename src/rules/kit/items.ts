import type { Path } from '../../model/source.js';

/** The members of a list that a test picks out, each with its way in the YAML. */
export function items(
  list: readonly string[] | undefined,
  path: Path,
  picks: (item: string) => boolean,
): { readonly item: string; readonly path: Path }[] {
  return (list ?? []).flatMap((item, index) => (picks(item) ? [{ item, path: [...path, index] }] : []));
}
