// One Terraform configuration of many pools: a copy of a synthesised stack for each member that is to be changed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { desired, identityOf } from '../../src/spec/desired.js';
import { stackPlan } from '../../src/synth/plan.js';
import { writeStacks } from '../../src/synth/stack.js';
import { subjectAt } from '../../test/detection/bench.js';

/** Terraform JSON, as far as copies need it. */
export interface Stack {
  readonly provider: unknown;
  readonly variable: Readonly<Record<string, unknown>>;
  /** By type and name. */
  readonly resource: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}
type Json = any;

/** What Poolward writes for a spec of the detection tests. */
export async function synthesised(spec: string): Promise<Stack> {
  const { spec: value } = subjectAt(spec, '');
  const folder = mkdtempSync(join(tmpdir(), 'poolward-blindness-'));
  try {
    const plan = stackPlan(desired(value), identityOf(value));
    await writeStacks([plan], folder);
    const text = readFileSync(join(folder, 'stacks', plan.identity.id, 'cdk.tf.json'), 'utf8');
    const { provider, variable = {}, resource } = JSON.parse(text);
    return { provider, variable, resource };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a resource cannot do without, and what a change needs to be possible: everything else is left out of the code. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  aws_cognito_user_pool: ['name', 'mfa_configuration', 'software_token_mfa_configuration'],
  aws_cognito_user_pool_client: ['name', 'user_pool_id'],
  aws_cognito_user_pool_domain: ['domain', 'user_pool_id', 'certificate_arn'],
  aws_cognito_identity_provider: ['provider_name', 'provider_type', 'provider_details', 'user_pool_id'],
  aws_cognito_resource_server: ['identifier', 'name', 'user_pool_id'],
  aws_cognito_user_group: ['name', 'user_pool_id'],
};

/** The same stack as somebody writes it who relies on defaults. */
export function minimal({ provider, variable, resource }: Stack): Stack {
  const kept = Object.entries(resource).map(([type, named]) => {
    const wanted = (name: string) => (REQUIRED[type] ?? []).includes(name);
    const bare = (one: Json) =>
      Object.fromEntries(Object.entries(one).filter(([name, value]) => wanted(name) && value !== 'OFF'));
    return [type, Object.fromEntries(Object.entries(named).map(([name, one]) => [name, bare(one)]))];
  });
  return { provider, variable, resource: Object.fromEntries(kept) };
}

/** A resource and all that it refers to, by `type.name`. */
function closure(stack: Stack, addresses: readonly string[], found = new Set<string>()): Set<string> {
  for (const address of addresses) {
    const [type = '', name = ''] = address.split('.');
    const resource = stack.resource[type]?.[name];
    if (!resource || found.has(address)) continue;
    found.add(address);
    closure(stack, referred(resource), found);
  }
  return found;
}

function referred(resource: Json): string[] {
  return [...JSON.stringify(resource).matchAll(REFERENCE)].map(([, type, name]) => `${type}.${name}`);
}
const REFERENCE = /\b(aws_[a-z_]+)\.([A-Za-z0-9_-]+)/g;

/** The resources of `addresses` and what they need, each name and each text of `renamed` with the copy's own. */
export function copyOf(
  stack: Stack,
  addresses: readonly string[],
  suffix: string,
  renamed: Readonly<Record<string, string>>,
): Stack['resource'] {
  const copy: Record<string, Record<string, Json>> = {};
  for (const address of closure(stack, addresses)) {
    const [type = '', name = ''] = address.split('.');
    const text = JSON.stringify(plain(stack.resource[type]?.[name]));
    const own = text.replaceAll(REFERENCE, (reference) => `${reference}_${suffix}`);
    const whole = Object.entries(renamed).reduce((so, [from, to]) => so.replaceAll(from, to), own);
    copy[type] = { ...copy[type], [`${name}_${suffix}`]: JSON.parse(whole) };
  }
  return copy;
}

/** Without `prevent_destroy`, which would end the plan at the first replacement that it proposes. */
function plain({ '//': _comment, lifecycle, ...resource }: Json): Json {
  const { prevent_destroy: _never, ...rest } = lifecycle ?? {};
  return { ...resource, ...(Object.keys(rest).length > 0 && { lifecycle: rest }) };
}

/** One configuration of all copies; the state lies beside it. */
export function configurationOf(
  stacks: readonly Stack[],
  copies: readonly { readonly resources: Stack['resource'] }[],
): object {
  const resource: Record<string, Record<string, Json>> = {};
  for (const { resources } of copies)
    for (const [type, named] of Object.entries(resources)) resource[type] = { ...resource[type], ...named };
  const names = stacks.flatMap(({ variable }) => Object.keys(variable));
  const secret = { type: 'string', sensitive: true, default: 'hidden' };
  return {
    terraform: { required_providers: { aws: { source: 'aws' } } },
    provider: stacks[0]?.provider,
    ...(names.length > 0 && { variable: Object.fromEntries(names.map((name) => [name, secret])) }),
    resource,
  };
}
