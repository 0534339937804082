// Every member with which somebody may configure a pool, from the types of the installed SDK.
import { type Member, writableBlocks, writableMembers } from '../../test/harness/writable-members.js';
import { OPERATIONS } from './operations.js';

/** What a request is about rather than what it sets. */
const TARGETS = ['UserPoolId', 'ClientId', 'ManagedLoginBrandingId', 'TermsId', 'ClientSecretId'];

/** Operations that set something, those that make an object before those that change it. */
const SETTERS = Object.entries(OPERATIONS)
  .filter(([name, { kind }]) => kind === 'configuration' && !name.startsWith('Delete'))
  .map(([name]) => name)
  .sort((a, b) => Number(a.startsWith('Update')) - Number(b.startsWith('Update')) || (a < b ? -1 : 1));

/** `UpdateGroup.Description` is the `CreateGroup.Description` of the same group. */
export function canonical(member: string): string {
  return member.replace(/^Update(?=[^.]*\.)/, 'Create');
}

/** `CreateUserPool.MfaConfiguration` → what it may hold. A member that only an update has keeps the name of the update. */
export const MEMBERS: ReadonlyMap<string, Member> = allMembers();

/** The blocks that hold members. */
export const BLOCKS: ReadonlySet<string> = writableBlocks(SETTERS.filter((name) => !name.startsWith('Update')));

function allMembers(): Map<string, Member> {
  const found = new Map<string, Member>();
  for (const [name, member] of writableMembers(SETTERS))
    if (!TARGETS.includes(name.split('.').slice(1).join('.')) && !found.has(canonical(name))) found.set(name, member);
  return found;
}

/** `CreateUserPool` of `CreateUserPool.MfaConfiguration`. */
export function operationOf(member: string): string {
  return member.split('.')[0] ?? member;
}
