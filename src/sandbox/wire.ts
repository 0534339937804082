/** AWS JSON 1.1 as Cognito speaks it: errors, and values on their way out. */

/** An answer with an error: what `__type`, `x-amzn-ErrorType` and `message` will say. */
export class ServiceError extends Error {
  constructor(
    readonly type: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
    this.name = 'ServiceError';
  }
}

export const invalidParameter = (message: string) => new ServiceError('InvalidParameterException', message);
export const notFound = (message: string) => new ServiceError('ResourceNotFoundException', message);
export const unavailableInTier = (message: string) => new ServiceError('FeatureUnavailableInTierException', message);

/** The answer to a JSON value of the wrong type. The words are a guess; the type is the protocol's. */
export const serialization = (found: string, wanted: string) =>
  new ServiceError('SerializationException', `${found.toUpperCase()}_VALUE can not be converted to ${wanted}`);

/** The answer to an operation that the sandbox does not have: loud, so that nobody takes silence for success. */
export const unknownOperation = (operation: string) =>
  new ServiceError(
    'UnknownOperationException',
    `The Poolward sandbox does not implement ${operation || 'this request'}.`,
  );

/** The answer to a body beyond all bounds. The words are the sandbox's own. */
export const requestTooLarge = (limit: number) =>
  new ServiceError('RequestEntityTooLargeException', `The sandbox takes requests of at most ${limit} bytes.`, 413);

/** The answer to a request for another host: a page in a browser may have been led here by its name server. */
export const foreignHost = (host: string | undefined) =>
  new ServiceError(
    'ForeignHostException',
    `The Poolward sandbox does not answer for the host ${JSON.stringify(host ?? '')}. Call it by 127.0.0.1 or localhost, or start it with --allow-host.`,
    403,
  );

/** A response as JSON text: times are epoch seconds, members without a value are left out. */
export function encode(response: unknown): string {
  return JSON.stringify(plain(response));
}

/** Shares with the value whatever is plain already: most of an answer is, and copying it took a third of a call. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value.getTime() / 1000;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(plain);
  let copy: Record<string, unknown> | undefined;
  for (const [name, member] of Object.entries(value)) {
    const shown = plain(member);
    if (shown === member) continue;
    copy ??= { ...value };
    copy[name] = shown;
  }
  return copy ?? value;
}

export interface Answer {
  readonly status: number;
  readonly errorType?: string;
  readonly body: string;
}

export function answerWith(response: unknown): Answer {
  return { status: 200, body: encode(response) };
}

export function answerWithError(error: ServiceError): Answer {
  const body = encode({ __type: error.type, message: error.message });
  return { status: error.status, errorType: error.type, body };
}

/** `AWSCognitoIdentityProviderService.DescribeUserPool` -> `DescribeUserPool`. */
export function operationOf(target: string | undefined): string {
  const [service, operation] = (target ?? '').split('.');
  return service === 'AWSCognitoIdentityProviderService' ? (operation ?? '') : '';
}

/** The region that a request is signed for: the third part of the SigV4 credential scope. */
export function regionOf(authorization: string | undefined): string | undefined {
  return /Credential=[^/]+\/\d+\/([a-z0-9-]+)\//.exec(authorization ?? '')?.[1];
}
