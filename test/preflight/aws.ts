// moto, and in front of it a server that answers the few operations that moto lacks, or cannot bring into a state. It
// answers as the API reference of the service shows it; everything else goes on to moto.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startMoto } from '../../src/demo/moto.js';

/** A request as far as its operation can be told by it. */
export interface Asked {
  /** From the signature: `ses`, `sns`, `lambda`. */
  readonly service: string;
  readonly region: string;
  readonly method: string;
  readonly path: string;
  /** The operation of the query and JSON protocols. */
  readonly operation: string | undefined;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers some requests; undefined leaves one to moto. */
export type Answers = (asked: Asked) => Answer | undefined;

export interface Aws {
  readonly url: string;
  /** What came, `service:operation-or-path`, in order. */
  readonly log: string[];
  /** Forgets everything; what comes then is for making things, and goes to moto. */
  reset(): Promise<void>;
  /** Answers as given from now on, and begins a new log. */
  answer(answers?: Answers): void;
  close(): Promise<void>;
}

const json = (value: object, status = 200): Answer => ({ status, body: JSON.stringify(value) });

/** SES: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetAccount.html */
export const emailAccount =
  (ProductionAccessEnabled: boolean): Answers =>
  ({ service, path }) =>
    service === 'ses' && path === '/v2/email/account'
      ? json({ ProductionAccessEnabled, SendingEnabled: true })
      : undefined;

/**
 * SES: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetEmailIdentity.html; in moto no identity is ever
 * verified. Those that are not named here are moto's.
 */
export const identities =
  (verified: Readonly<Record<string, boolean>>): Answers =>
  ({ service, path }) => {
    const name = decodeURIComponent(path.split('/identities/')[1] ?? '');
    const is = service === 'ses' ? verified[name] : undefined;
    const VerificationStatus = is ? 'SUCCESS' : 'PENDING';
    return is === undefined ? undefined : json({ VerifiedForSendingStatus: is, VerificationStatus });
  };

/** ACM: https://docs.aws.amazon.com/acm/latest/APIReference/API_DescribeCertificate.html; in moto they are issued at once. */
export const certificatePending: Answers = ({ operation, body }) =>
  operation === 'DescribeCertificate'
    ? json({ Certificate: { ...JSON.parse(body), Status: 'PENDING_VALIDATION', DomainName: 'auth.example.com' } })
    : undefined;

/** SNS: https://docs.aws.amazon.com/sns/latest/api/API_GetSMSSandboxAccountStatus.html */
export const smsSandbox =
  (is: boolean): Answers =>
  ({ operation }) =>
    operation === 'GetSMSSandboxAccountStatus'
      ? {
          status: 200,
          body: `<GetSMSSandboxAccountStatusResponse xmlns="https://sns.amazonaws.com/doc/2010-03-31/"><GetSMSSandboxAccountStatusResult><IsInSandbox>${is}</IsInSandbox></GetSMSSandboxAccountStatusResult></GetSMSSandboxAccountStatusResponse>`,
        }
      : undefined;

/** Lambda: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html */
export const functionState =
  (State: string, StateReason: string): Answers =>
  ({ service, path }) =>
    service === 'lambda' && path.endsWith('/configuration')
      ? json({ FunctionArn: decodeURIComponent(path.split('/').at(-2) ?? ''), State, StateReason })
      : undefined;

/** Firehose: https://docs.aws.amazon.com/firehose/latest/APIReference/API_DescribeDeliveryStream.html */
export const streamState =
  (DeliveryStreamStatus: string): Answers =>
  ({ operation, body }) =>
    operation === 'DescribeDeliveryStream'
      ? json({
          DeliveryStreamDescription: {
            ...JSON.parse(body),
            DeliveryStreamARN: 'arn:aws:firehose:us-east-1:123456789012:deliverystream/logs',
            DeliveryStreamStatus,
            DeliveryStreamType: 'DirectPut',
            VersionId: '1',
            Destinations: [],
            HasMoreDestinations: false,
          },
        })
      : undefined;

/** What IAM says of a call that is not allowed, in the words of each protocol. */
export const denied =
  (...services: readonly string[]): Answers =>
  ({ service, method }) => {
    if (!services.includes(service)) return undefined;
    const words = 'User: arn:aws:sts::123456789012:assumed-role/ci/s is not authorized to perform this';
    const xml = `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>${words}</Message></Error></ErrorResponse>`;
    if (['iam', 'sns', 'sts'].includes(service)) return { status: 403, body: xml };
    if (method === 'HEAD') return { status: 403, body: '' };
    return json({ __type: 'AccessDeniedException', message: words, Message: words }, 403);
  };

/** The first that answers. */
export const either =
  (...all: readonly Answers[]): Answers =>
  (asked) =>
    all.map((one) => one(asked)).find((answer) => answer !== undefined);

/** An account that nothing holds back, as far as moto cannot say. */
const free = either(emailAccount(true), smsSandbox(false));

/** Starts both; `close` ends them. */
export async function startAws(program: string): Promise<Aws> {
  process.env['MOTO_ACM_VALIDATION_WAIT'] = '0';
  const moto = await startMoto(program);
  const log: string[] = [];
  let answers: Answers = free;
  const server = createServer((request, response) => {
    void read(request).then(async (asked) => {
      log.push(`${asked.service}:${asked.operation ?? asked.path}`);
      const answer = answers(asked) ?? free(asked) ?? (await forward(moto.url, request, asked));
      response.writeHead(answer.status, answer.status === 403 ? ERROR_TYPE : (answer.headers ?? {}));
      response.end(answer.body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log,
    reset: async () => {
      await fetch(`${moto.url}/moto-api/reset`, { method: 'POST' });
      answers = free;
    },
    answer: (given = free) => {
      answers = given;
      log.length = 0;
    },
    close: async () => {
      await closed(server);
      moto.close();
    },
  };
}

const ERROR_TYPE = { 'x-amzn-errortype': 'AccessDeniedException' };

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  const [, region = '', service = ''] =
    /Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)\//.exec(request.headers.authorization ?? '') ?? [];
  const target = request.headers['x-amz-target'];
  const operation = typeof target === 'string' ? target.split('.')[1] : /(?:^|&)Action=(\w+)/.exec(body)?.[1];
  return {
    service,
    region,
    method: request.method ?? '',
    path: (request.url ?? '').split('?')[0] ?? '',
    operation,
    body,
  };
}

async function forward(moto: string, { headers, url, method = '' }: IncomingMessage, { body }: Asked): Promise<Answer> {
  const kept = Object.entries(headers).filter(
    ([name]) => !['host', 'connection', 'content-length', 'transfer-encoding', 'expect'].includes(name),
  );
  const answer = await fetch(`${moto}${url}`, {
    method,
    headers: kept.map(([name, value]) => [name, String(value)] as [string, string]),
    ...(method !== 'GET' && method !== 'HEAD' && { body }),
  });
  const bucket = answer.headers.get('x-amz-bucket-region');
  return {
    status: answer.status,
    // In moto whether a configuration set sends is a structure, where nobody said it; AWS's is true or false.
    body: (await answer.text()).replace('"SendingEnabled": {}', '"SendingEnabled": true'),
    ...(bucket !== null && { headers: { 'x-amz-bucket-region': bucket } }),
  };
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}
