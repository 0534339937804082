import { requests } from './model/index.js';
import { validate } from './model/validate.js';
import type { Context } from './operation.js';
import { operations } from './operations/index.js';
import { refuse } from './refusal.js';
import { arnRefusals, arnsOf } from './refusals/arns.js';
import type { Store } from './store.js';
import { unknownOperation } from './wire.js';

/**
 * One call of the API on a store, without a socket. Answers what the SDK would give (dates are `Date`s), or throws the
 * `ServiceError` that the wire would carry. It changes nothing but the store. Operations that may run a trigger answer a
 * promise.
 */
export function handle(store: Store, context: Context, operation: string, body: unknown): object {
  const answer = execute(store, context, operation, body);
  return answer instanceof Promise ? answer.then((settled) => structuredClone(settled)) : structuredClone(answer);
}

const configures = /^(?:Create|Update|Set)/;

/** As `handle`, for who writes the answer down at once: it shares objects with the store. */
export function execute(store: Store, context: Context, operation: string, body: unknown): object {
  const run = operations.get(operation);
  const shape = requests[operation];
  if (!run || !shape) throw unknownOperation(operation);
  const call = { ...context, now: () => context.now(), store };
  const request = validate(shape, structuredClone(body ?? {}));
  if (configures.test(operation)) refuse(arnRefusals, { arns: arnsOf(request), context });
  return run(request, call);
}
