// Which members Terraform's provider knows, by running the rows.
import { ROWS, type Row } from '../../src/explain/rows.js';
import { terraformArguments } from '../../src/explain/terraform-arguments.js';
import type { Facet } from '../../src/model/facet.js';
import { EXCEPTIONS } from '../coverage/exceptions.js';
import { MEMBERS } from '../coverage/members.js';

/** Whether a version of the provider has the resource of a facet. */
export function has({ providerSince }: Facet, version: string): boolean {
  if (!providerSince) return true;
  const installed = version.split('.').map(Number);
  const [at] = providerSince
    .map((part, index) => (installed[index] ?? 0) - part)
    .filter((difference) => difference !== 0);
  return (at ?? 0) >= 0;
}

/** The row that stands for a member; the first of several. */
export const rowOf = (member: string): Row | undefined => ROWS.find(({ field }) => field.covers.includes(member));

/** Members that this version of the provider has an argument for. */
export function knownMembers(version: string): string[] {
  return [...MEMBERS.keys()].filter((member) => {
    const row = rowOf(member);
    if (!row || member in EXCEPTIONS || !has(row.facet, version)) return false;
    return terraformArguments(row).length > 0;
  });
}
