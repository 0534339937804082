// Every answer is judged in one place, so that whatever is behind it sees what AWS documents, or nothing.
import { type Body, type BodyPatience, wholeBody } from './body.js';
import { COGNITO } from './cognito.js';
import { type Leaves, misfit, outputOf, READ, WIRE } from './schema.js';
import { SERVICES } from './services.js';
import { breach } from './shape.js';
import { NOT_AWS, type Origin, UnusableAnswer } from './unusable.js';

const SHAPES = { ...SERVICES, ...COGNITO };

/** The part of a client's middleware stack that is used here. */
interface Stack {
  addRelativeTo(middleware: any, options: any): void;
}

/** What the SDK says of the call that is being made. */
interface Context {
  readonly commandName?: string;
  readonly clientName?: string;
  readonly __smithy_context?: { readonly operationSchema?: unknown };
}

interface Request {
  readonly protocol?: string;
  readonly hostname?: string;
  readonly port?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Response {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  body?: unknown;
}

interface Call {
  readonly input: unknown;
  readonly request: Request;
}

type Raw = (call: Call) => Promise<{ readonly response: Response }>;
type Read = (call: Call) => Promise<{ readonly response: Response; readonly output: unknown }>;

/** Operations whose answer is looked at. What a change is answered is not: that it was made is read afterwards. */
const LOOKED_AT =
  /^(Admin)?(Get|List|Describe|Lookup|Head|InitiateAuth|RespondToAuthChallenge|Associate|Verify|AssumeRole)/;

/**
 * An answer is read within its time, and held against the types of the SDK and what AWS always sends. What does not hold
 * rejects with `UnusableAnswer`; nothing else than errors with a name and a message comes out.
 */
export function judgeAnswers(stack: Stack, patience: BodyPatience): void {
  const raw =
    (next: Raw, context: Context): Raw =>
    async (call) => {
      const origin = originOf(call.request, context);
      const result = await next(call);
      const { response } = result;
      const body = isStream(response.body) ? await wholeBody(response.body, patience, origin) : response.body;
      response.body = body;
      judgeText(Buffer.from(body instanceof Uint8Array ? body : []), response, call.request, context, origin);
      return result;
    };
  const read =
    (next: Read, context: Context): Read =>
    async (call) => {
      const origin = originOf(call.request, context);
      const result = await next(call).catch((error: unknown) => {
        throw understood(error, origin);
      });
      judgeOutput(result.output, call.input, context, { ...origin, status: result.response.statusCode });
      return result;
    };
  const at = { toMiddleware: 'deserializerMiddleware', override: true };
  stack.addRelativeTo(raw, { ...at, relation: 'after', name: 'poolwardWholeAnswer' });
  stack.addRelativeTo(read, { ...at, relation: 'before', name: 'poolwardJudgeAnswer' });
}

function originOf({ protocol = 'https:', hostname = '', port }: Request, { commandName = '' }: Context): Origin {
  const address = `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}`;
  return { operation: commandName.replace(/Command$/, ''), address };
}

function isStream(body: unknown): body is Body {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

/** What can be told before the SDK makes anything of the text. */
function judgeText(body: Buffer, response: Response, request: Request, context: Context, from: Origin): void {
  const origin = { ...from, status: response.statusCode };
  const fault = foreign(body, response);
  if (fault !== undefined) throw new UnusableAnswer(origin, fault, NOT_AWS);
  // The JSON protocol names the operation in a header; its members are named as in the schema.
  if (response.statusCode >= 300 || !isLookedAt(origin) || request.headers?.['x-amz-target'] === undefined) return;
  if (body.length === 0) throw new UnusableAnswer(origin, 'the answer is empty', NOT_AWS);
  const wrong = misfit(
    outputOf(context.__smithy_context?.operationSchema),
    parsed(body, origin),
    strictly(WIRE, context),
  );
  if (wrong !== undefined) throw new UnusableAnswer(origin, wrong);
}

function parsed(body: Buffer, origin: Origin): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new UnusableAnswer(origin, 'the answer is no whole JSON');
  }
}

/** A web page, or the way to another place: of a proxy, a portal, some other server. */
function foreign(body: Buffer, { statusCode, headers }: Response): string | undefined {
  const start = body.subarray(0, 200).toString('utf8').trimStart();
  if (/^<(!doctype html|html)\b/i.test(start) || /^text\/html\b/i.test(header(headers, 'content-type') ?? ''))
    return 'the answer is a web page';
  const isRedirect = statusCode >= 300 && statusCode < 400;
  const isOfAws = Object.keys(headers).some((name) => /^x-amzn?-/i.test(name));
  return isRedirect && !isOfAws ? 'the answer leads to another address' : undefined;
}

function header(headers: Response['headers'], name: string): string | undefined {
  return Object.entries(headers).find(([one]) => one.toLowerCase() === name)?.[1];
}

function isLookedAt({ operation }: Origin): boolean {
  return LOOKED_AT.test(operation);
}

function judgeOutput(output: unknown, input: unknown, context: Context, origin: Origin): void {
  const { operation } = origin;
  if (!isLookedAt(origin)) return;
  const shape = SHAPES[operation];
  const wrong =
    misfit(outputOf(context.__smithy_context?.operationSchema), output, strictly(READ, context)) ??
    (shape && breach(shape, output, input));
  if (wrong !== undefined) throw new UnusableAnswer(origin, wrong);
}

/** Of the other services few members are used; what is marked in the rest of their answers is none of our business. */
function strictly(leaves: Leaves, { clientName }: Context): Leaves {
  return { ...leaves, required: clientName === 'CognitoIdentityProviderClient' };
}

/** An error of AWS as it is; one that was made of an answer that is none of AWS's, in words. */
function understood(error: unknown, origin: Origin): unknown {
  if (error instanceof UnusableAnswer || !(error instanceof Error)) return error;
  const { $metadata } = error as { $metadata?: { readonly httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode;
  const { $response } = error as { $response?: unknown };
  const isOdd = typeof error.name !== 'string' || typeof error.message !== 'string';
  const isOfParser = $response !== undefined && /^(Syntax|Type|Range|URI)?Error$/.test(error.name);
  if (!isOdd && !isOfParser) return error;
  return new UnusableAnswer(status === undefined ? origin : { ...origin, status }, 'the answer is not what AWS sends');
}
