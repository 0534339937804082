import { call, reference, variablesOf } from '../facets/kit/reference.js';
import type { PoolIdentity, TerraformResource, TerraformType } from '../model/facet.js';
import { setAside } from '../model/set-aside.js';
import type { Unmanaged } from '../model/spec-keys.js';
import { type Entry, type PoolState, valueAt } from '../model/state.js';
import { logicalName, POOL } from './names.js';
import { forgotten, resources } from './resources.js';
import type { StackPlan } from './stack.js';
import { ignoring } from './unmanaged.js';

const NOTHING_LIVE: PoolState = { origin: 'live', entries: new Map(), unreadable: new Map(), ambiguous: new Map() };

/** The whole stack of a desired pool, as data; without the parts that somebody else keeps. `today` is YYYY-MM-DD. */
export function stackPlan(
  wanted: PoolState,
  identity: PoolIdentity,
  unmanaged: readonly Unmanaged[] = [],
  today = '',
): StackPlan {
  const { desired, unmanaged: parts } = setAside(wanted, NOTHING_LIVE, unmanaged, today);
  const all = ignoring(resources(desired, identity), wanted, identity, new Set(parts.map(({ setting }) => setting)));
  return {
    identity,
    resources: all,
    variables: variablesOf(all),
    forgotten: forgotten(all),
    outputs: { ...poolOutputs(desired), ...objectOutputs(desired, all) },
    providerVersion: String(valueAt(desired, 'terraform.providerVersion')),
    backend: backendOf(desired, identity),
  };
}

/** Where Terraform keeps the state of a stack with the local backend, from the folder that cdktf is run in. */
export function localStateFile(id: string): string {
  return `terraform.${id}.tfstate`;
}

/** cdktf runs Terraform in cdktf.out/stacks/<id>; a relative path keeps the output the same on every machine. */
function backendOf(desired: PoolState, identity: PoolIdentity): StackPlan['backend'] {
  const said = valueAt(desired, 'terraform.backend') as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  const [kind = 'local', settings = {}] = Object.entries(said)[0] ?? [];
  return [kind, kind === 'local' ? { path: `../../../${localStateFile(identity.id)}`, ...settings } : settings];
}

const pool = (attribute: string): string => reference('aws_cognito_user_pool', POOL, attribute);

function poolOutputs(desired: PoolState): StackPlan['outputs'] {
  return {
    userPoolId: { value: pool('id'), description: 'Id of the pool' },
    userPoolArn: { value: pool('arn'), description: 'ARN of the pool' },
    issuer: {
      value: issuer(valueAt(desired, 'tokens.issuer') === 'updated'),
      description: 'Issuer of the tokens: the base of the OpenID configuration',
    },
  };
}

/** `endpoint` is the original issuer without its scheme; the updated one has a prefix. Source: https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html */
function issuer(updated: boolean): unknown {
  const scheme = updated ? 'https://issuer-' : 'https://';
  return call('format', `"${scheme}%s"`, `aws_cognito_user_pool.${POOL}.endpoint`);
}

function objectOutputs(desired: PoolState, all: readonly TerraformResource[]): StackPlan['outputs'] {
  const clients = keyed('clients', 'aws_cognito_user_pool_client', desired, all);
  const domains = keyed('domains', 'aws_cognito_user_pool_domain', desired, all);
  const secrets = clients.filter(([, { settings }]) => {
    const secret = settings.get('secret');
    return secret?.kind === 'value' && secret.value === true;
  });
  return {
    ...output('clientIds', clients, 'id', { description: 'Client ids by key' }),
    ...output('clientSecrets', secrets, 'client_secret', { description: 'Client secrets by key', sensitive: true }),
    ...output('domains', domains, 'domain', { description: 'Domains of the pool' }),
  };
}

/** The objects of a facet that the stack has, with their resource. */
type Keyed = readonly (readonly [key: string, entry: Entry, resource: TerraformResource])[];

function keyed(facet: string, type: TerraformType, desired: PoolState, all: readonly TerraformResource[]): Keyed {
  return [...desired.entries.values()].flatMap((entry) => {
    const { key } = entry;
    if (entry.facet !== facet || key === undefined) return [];
    const resource = all.find((one) => one.type === type && one.name === logicalName(key));
    return resource ? [[key, entry, resource] as const] : [];
  });
}

function output(
  name: string,
  of: Keyed,
  attribute: string,
  about: { readonly description: string; readonly sensitive?: boolean },
): StackPlan['outputs'] {
  const value = Object.fromEntries(of.map(([key, , made]) => [key, reference(made.type, made.name, attribute)]));
  return of.length > 0 ? { [name]: { value, ...about } } : {};
}
