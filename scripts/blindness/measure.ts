// Changes each member beside the real provider, and asks Terraform what it sees.
import type { StoredPool } from '../../src/sandbox/index.js';
import { type Bench, wire } from '../../test/detection/bench.js';
import { saysOf, UNSEEN } from '../../test/detection/expected.js';
import { type Mutation, mutations, same, sendMutation } from '../../test/detection/mutate.js';
import { clientId, KINDS, type Names, type Place, type Send } from '../../test/detection/objects.js';
import { seed } from '../../test/detection/seeds.js';
import { clientFor } from '../../test/sandbox/support.js';
import type { Sight } from '../coverage/measured.js';
import { MEMBERS, operationOf } from '../coverage/members.js';
import { configurationOf, copyOf, type Stack } from './copies.js';
import type { Shown, Terraform } from './terraform.js';

/** A stack that members may be changed in, and the names in it that only one pool may have. */
export interface Ground {
  /** Of the pool, which is its name too. */
  readonly id: string;
  readonly stack: Stack;
  readonly names: Names;
}

/** The resource that a member's object is, else what it needs to be made by hand; the pool itself where none of these is. */
const OBJECTS: Readonly<Record<string, readonly string[]>> = {
  CreateUserPoolClient: ['aws_cognito_user_pool_client.'],
  CreateUserPoolDomain: ['aws_cognito_user_pool_domain.'],
  CreateResourceServer: ['aws_cognito_resource_server.'],
  CreateIdentityProvider: ['aws_cognito_identity_provider.'],
  CreateGroup: ['aws_cognito_user_group.'],
  SetRiskConfiguration: ['aws_cognito_risk_configuration.pool'],
  SetUICustomization: ['aws_cognito_user_pool_ui_customization.pool', 'aws_cognito_user_pool_domain.'],
};

interface Copy {
  readonly member: string;
  readonly pool: string;
  readonly suffix: string;
  readonly names: Names;
  readonly resources: Stack['resource'];
}

function copyFor(member: string, index: number, { id, stack, names }: Ground, suffix = `m${index}`): Copy {
  const domain = names.domain.includes('.') ? `${suffix}.example.com` : `login-${suffix}`;
  const all = Object.entries(stack.resource).flatMap(([type, named]) =>
    Object.keys(named).map((name) => `${type}.${name}`),
  );
  const wanted = [...(OBJECTS[operationOf(member)] ?? []), 'aws_cognito_user_pool.'];
  const addresses =
    wanted.map((start) => all.filter((address) => address.startsWith(start))).find((some) => some.length > 0) ?? [];
  return {
    member,
    pool: id,
    suffix,
    names: { ...names, domain },
    resources: copyOf(stack, addresses, suffix, { [names.domain]: domain, [`"name":"${id}"`]: `"name":"${suffix}"` }),
  };
}

/** Applies a copy for each member, and one of each stack that nobody touches; changes the member of each, and asks. */
export async function measure(
  members: readonly (readonly [string, Ground])[],
  terraform: Terraform,
): Promise<Map<string, Sight>> {
  const copies = members.map(([member, ground], index) => copyFor(member, index, ground));
  const all = [...copies, ...controls(members)];
  const stacks = [...new Set(members.map(([, { stack }]) => stack))];
  await terraform.apply(configurationOf(stacks, all));
  mustBeQuiet(await terraform.plan(), 'plan');
  mustBeQuiet(await terraform.refreshOnly(), 'plan -refresh-only');
  const changed = await changeAll(copies, terraform);
  const [plan, refreshOnly] = [await terraform.plan(), await terraform.refreshOnly()];
  for (const shown of [plan, refreshOnly]) mustBeQuiet(of('control', shown), 'of what nobody touched');
  return new Map(
    changed.map(({ member, suffix }) => [
      member,
      { plan: of(`_${suffix}`, plan).size > 0, refreshOnly: of(`_${suffix}`, refreshOnly).size > 0 },
    ]),
  );
}

function controls(members: readonly (readonly [string, Ground])[]): Copy[] {
  const grounds = [...new Map(members.map(([, ground]) => [ground.id, ground])).values()];
  return grounds.map((ground) => ({ ...copyFor('CreateUserPoolClient', 0, ground, `${ground.id}control`) }));
}

async function changeAll(copies: readonly Copy[], terraform: Terraform): Promise<Copy[]> {
  const client = clientFor(terraform.sandbox.url);
  const send = wire(client);
  const changed: Copy[] = [];
  for (const copy of copies) if (await change(copy, terraform, send)) changed.push(copy);
  client.destroy();
  return changed;
}

/** What is shown of the copies whose names end so. */
const of = (end: string, shown: Shown): Shown => new Map([...shown].filter(([address]) => address.endsWith(end)));

/** Whether the change is one that the audit finds. */
export function isSeen(mutation: Mutation, pool: string): boolean {
  return !UNSEEN.some(([change]) => change.test(saysOf(mutation, pool)));
}

function mustBeQuiet(shown: Shown, what: string): void {
  const loud = [...shown].map(([address, attributes]) => `${address}: ${[...attributes].join(', ')}`);
  if (loud.length > 0) throw new Error(`terraform ${what} shows changes of a fresh stack:\n${loud.join('\n')}`);
}

/** Changes the member as the law of detection does: by the API, or in the store where no call reaches. */
async function change({ member, pool: id, suffix, names }: Copy, { sandbox }: Terraform, send: Send): Promise<boolean> {
  // The last of that name: the provider may have sent a request again that had been answered.
  const named = [...sandbox.store().pools].filter(([, { pool }]: [string, StoredPool]) => pool.Name === suffix);
  const poolId = named.at(-1)?.[0] ?? '';
  const ClientId = await clientId({ send, poolId, names });
  const place: Place = { send, poolId, names, ...(ClientId && { clientId: ClientId }) };
  const [kind] = KINDS.filter(({ operation }) => operation === operationOf(member));
  const about = MEMBERS.get(member);
  if (!kind || !about) return false;
  const all = (await mutations(member, about, kind, place)).filter((mutation) => isSeen(mutation, id));
  for (const mutation of all) if ((await sendMutation(mutation, place)) === 'changed') return true;
  const bench = { ...place, stored: sandbox.peek(poolId) } as unknown as Bench;
  for (const mutation of all) {
    const before = await kind.read(place);
    if (!mutation.removes && seed(bench, mutation) && !same(before, await kind.read(place))) return true;
  }
  return false;
}
