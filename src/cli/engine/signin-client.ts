import { PoolwardError } from '../../model/errors.js';
import { addressOf, type PoolState, valueAt } from '../../model/state.js';
import { visible } from '../../report/parts/visible.js';
import { allows, FLOWS, type Flow, neededFlow } from '../../signin/flows.js';
import type { LoadedSpec } from '../../spec/load.js';
import type { SignInArgs } from '../engines.js';

/** The client that somebody signs in with, and how. */
export interface ChosenClient {
  readonly key: string;
  readonly flow: Flow;
  /** The client's secret; absent where the spec says that it has none. */
  readonly secret?: string;
}

/** Refuses what the spec does not have, before anything is sent. */
export function chosenClient(args: SignInArgs, { spec }: LoadedSpec, state: PoolState): ChosenClient {
  const key = keyOf(args.client, Object.keys(spec.clients ?? {}));
  const setting = (name: string) => valueAt(state, `${addressOf('clients', key)}.${name}`);
  const flow = flowOf(args, key, (setting('authFlows') ?? []) as readonly string[]);
  return { key, flow, ...(setting('secret') === true && { secret: secretOf(args, key) }) };
}

function keyOf(wanted: string | undefined, keys: readonly string[]): string {
  const [only] = keys;
  if (wanted === undefined && only !== undefined && keys.length === 1) return only;
  if (wanted !== undefined && keys.includes(wanted)) return wanted;
  const known = keys.length > 0 ? `It has ${[...keys].sort().join(', ')}.` : 'It has no clients.';
  const message =
    wanted === undefined ? 'It is not said which client signs in.' : `The spec has no client ${visible(wanted)}.`;
  throw new PoolwardError('unknown-client', message, {
    fault: 'user',
    help: `Name a client of the spec with --client. ${known}`,
  });
}

/** Without --flow the first one that the client allows. */
function flowOf({ flow, firstFactor, admin }: SignInArgs, key: string, authFlows: readonly string[]): Flow {
  const wanted = flow ?? (firstFactor === undefined ? undefined : 'choice');
  if (wanted === undefined) return FLOWS.find((one) => allows(authFlows, one, admin)) ?? refuse('srp', key, admin);
  if (firstFactor !== undefined && wanted !== 'choice')
    throw new PoolwardError('usage', '--first-factor goes with --flow choice only.', { fault: 'user' });
  return allows(authFlows, wanted, admin) ? wanted : refuse(wanted, key, admin);
}

function refuse(flow: Flow, key: string, admin: boolean): never {
  const needed = neededFlow(flow, admin);
  throw new PoolwardError('flow-not-allowed', `The spec does not let the client ${key} sign in by ${needed}.`, {
    fault: 'user',
    help: `Add ${needed} to clients.${key}.authFlows and deploy, or choose another --flow.`,
  });
}

function secretOf({ io: { env } }: SignInArgs, key: string): string {
  const secret = env['POOLWARD_CLIENT_SECRET'];
  if (secret) return secret;
  throw new PoolwardError('no-client-secret', `The client ${key} has a secret, and none is given.`, {
    fault: 'user',
    help: 'Set POOLWARD_CLIENT_SECRET in the environment; there is no option for it, because command lines are logged.',
  });
}
