import type { Call } from '../operation.js';
import type { StoredPool, StoredUser } from '../store.js';
import { attributeValue } from '../users/attributes.js';
import { ServiceError } from '../wire.js';

/** A function that never ran, or never answered: thrown by whoever was to invoke it. */
export class InvocationFailure extends Error {
  /** @param reason as Lambda names it: `AccessDeniedException`, `TooManyRequestsException`. */
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'InvocationFailure';
  }
}

export type Trigger =
  | 'PreSignUp'
  | 'PostConfirmation'
  | 'PreAuthentication'
  | 'PostAuthentication'
  | 'DefineAuthChallenge'
  | 'CreateAuthChallenge'
  | 'VerifyAuthChallengeResponse';

export interface TriggerEvent {
  readonly trigger: Trigger;
  /** The part of the source after the name of the trigger: `Authentication`. */
  readonly occasion: string;
  readonly userName: string;
  readonly clientId?: string | undefined;
  readonly request: object;
  /** What the function is to fill in. */
  readonly response: object;
}

/** What a trigger's function answered in `response`; nothing where the pool has no such trigger. */
export async function runTrigger(
  { trigger, occasion, userName, clientId, request, response }: TriggerEvent,
  stored: StoredPool,
  call: Call,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const arn = stored.pool.LambdaConfig?.[trigger];
  if (arn === undefined) return undefined;
  const event = {
    version: '1',
    region: call.region,
    userPoolId: stored.pool.Id,
    userName,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: clientId ?? 'CLIENT_ID_NOT_APPLICABLE' },
    triggerSource: `${trigger}_${occasion}`,
    request,
    response,
  };
  return responseOf(await invoked(trigger, arn, event, call));
}

async function invoked(trigger: Trigger, arn: string, event: object, { invoke }: Call): Promise<unknown> {
  try {
    if (!invoke) throw new InvocationFailure('AccessDeniedException');
    // The function gets a copy: what it keeps and changes is not the sandbox's.
    return await invoke(arn, structuredClone(event));
  } catch (error) {
    if (error instanceof InvocationFailure) {
      const words = `${trigger} invocation failed due to error ${error.reason}.`;
      throw new ServiceError('UnexpectedLambdaException', words);
    }
    throw new ServiceError('UserLambdaValidationException', `${trigger} failed with error ${wordsOf(error)}.`);
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function responseOf(answer: unknown): Readonly<Record<string, unknown>> {
  const response = (answer as { response?: unknown } | undefined | null)?.response;
  if (typeof response !== 'object' || response === null) throw unrecognizable();
  return response as Readonly<Record<string, unknown>>;
}

export const unrecognizable = () => new ServiceError('InvalidLambdaResponseException', 'Unrecognizable lambda output');

/** A user as functions see him. */
export function userAttributes({ attributes, status }: StoredUser): Record<string, string> {
  const given = Object.fromEntries(attributes.map(({ Name = '', Value = '' }) => [Name, Value]));
  return { sub: attributeValue(attributes, 'sub') ?? '', 'cognito:user_status': status, ...given };
}
