// CloudTrail on loopback: moto answers LookupEvents with nothing. It answers as the API reference shows it
// (https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html), with records of the form that the
// user guide and Cognito's developer guide print
// (https://docs.aws.amazon.com/cognito/latest/developerguide/understanding-amazon-cognito-entries.html). AWS publishes no
// record of a change of a pool: that the members of requests begin with a small letter is as in all of its other records.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call to Cognito, as somebody made it. */
export interface Made {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly answer?: unknown;
  /** Seconds after the start of the history. */
  readonly at: number;
  readonly who?: keyof typeof PEOPLE;
  /** What Cognito refused it with. */
  readonly refused?: string;
  readonly eventSource?: string;
}

const TERRAFORM =
  'APN/1.0 HashiCorp/1.0 Terraform/1.9.8 (+https://www.terraform.io) terraform-provider-aws/5.100.0 (+https://registry.terraform.io/providers/hashicorp/aws) aws-sdk-go-v2/1.36.3';
const role = (name: string, session: string) => ({
  type: 'AssumedRole',
  principalId: `AROAIDPPEZS35WEXAMPLE:${session}`,
  arn: `arn:aws:sts::123456789012:assumed-role/${name}/${session}`,
  accountId: '123456789012',
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
});

/** Members of a record that say who made a call. */
export const PEOPLE = {
  deploy: { userIdentity: role('deploy', 'ci'), userAgent: TERRAFORM, sourceIPAddress: '198.51.100.7' },
  alice: {
    userIdentity: role('Admin', 'alice'),
    userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)...',
    sourceIPAddress: '192.0.2.1',
    sessionCredentialFromConsole: 'true',
  },
  bob: {
    userIdentity: {
      type: 'IAMUser',
      principalId: 'AIDAJ45Q7YFFAREXAMPLE',
      arn: 'arn:aws:iam::123456789012:user/bob',
      accountId: '123456789012',
      userName: 'bob',
    },
    userAgent: 'aws-cli/2.13.5 Python/3.11.4 Linux/5.15 exe/x86_64 prompt/off command/cognito-idp.update-user-pool',
    sourceIPAddress: '192.0.2.2',
  },
  stack: {
    userIdentity: { type: 'AWSService', invokedBy: 'cloudformation.amazonaws.com' },
    userAgent: 'cloudformation.amazonaws.com',
    sourceIPAddress: 'cloudformation.amazonaws.com',
  },
} as const;

export const START = Date.parse('2026-01-01T00:00:00Z');
export const timeOf = (at: number): string => new Date(START + at * 1000).toISOString().replace('.000Z', 'Z');
export const idOf = (at: number): string => `382ae09a-151d-4116-8f2b-${String(at).padStart(12, '0')}`;

/** A record as CloudTrail has it. */
export function recordOf({ operation, input, answer, at, who = 'alice', refused, eventSource }: Made): object {
  return {
    eventVersion: '1.08',
    ...PEOPLE[who],
    eventTime: timeOf(at),
    eventSource: eventSource ?? 'cognito-idp.amazonaws.com',
    eventName: operation,
    awsRegion: 'us-east-1',
    ...(refused && { errorCode: refused, errorMessage: 'Refused.' }),
    requestParameters: spelt(input),
    responseElements: answer === undefined ? null : spelt(answer),
    requestID: '7a63e7c2-b057-4f3d-a171-9d9113264fff',
    eventID: idOf(at),
    readOnly: false,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: '123456789012',
    eventCategory: 'Management',
  };
}

/** `CallbackURLs` is `callbackURLs` in a record. */
function spelt(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spelt);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array || value instanceof Date) return value;
  const named = ([key, inner]: [string, unknown]) => [`${key.charAt(0).toLowerCase()}${key.slice(1)}`, spelt(inner)];
  return Object.fromEntries(Object.entries(value).map(named));
}

export interface TrailServer {
  readonly url: string;
  /** What is in the history from now on. */
  holds(...calls: readonly Made[]): void;
  /** Answers with an error of AWS from now on; without one as usual. */
  refuses(type?: string, message?: string): void;
  /** What was asked. */
  readonly asked: Request[];
  /** Most events on a page. */
  page: number;
  close(): Promise<void>;
}

interface Request {
  readonly LookupAttributes: readonly { readonly AttributeKey: string; readonly AttributeValue: string }[];
  readonly StartTime: number;
  readonly MaxResults: number;
  readonly NextToken?: string;
}

const TARGET = /\bCloudTrail_20131101\.LookupEvents$/;

export async function startTrailServer(): Promise<TrailServer> {
  let calls: readonly Made[] = [];
  let error: { readonly __type: string; readonly message: string } | undefined;
  const asked: Request[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const isLookup = TARGET.test(String(request.headers['x-amz-target']));
    const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Request;
    if (isLookup) asked.push(body);
    const refused = isLookup ? error : { __type: 'UnknownOperationException', message: 'Not CloudTrail.' };
    response.writeHead(refused ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(refused ?? pageOf(calls, body, own.page)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const own: TrailServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    holds: (...all) => {
      calls = [...all].sort((a, b) => b.at - a.at);
      error = undefined;
      asked.length = 0;
    },
    refuses: (type, message = 'No.') => {
      error = type === undefined ? undefined : { __type: type, message };
    },
    asked,
    page: 50,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return own;
}

function pageOf(calls: readonly Made[], { LookupAttributes, StartTime, MaxResults, NextToken }: Request, most: number) {
  const name = LookupAttributes[0]?.AttributeValue;
  const found = calls.filter(({ operation, at }) => operation === name && START / 1000 + at >= StartTime);
  const from = Number(NextToken ?? 0);
  const to = from + Math.min(MaxResults, most);
  const Events = found.slice(from, to).map((call) => ({
    EventId: idOf(call.at),
    EventName: call.operation,
    EventTime: START / 1000 + call.at,
    EventSource: 'cognito-idp.amazonaws.com',
    ReadOnly: 'false',
    Resources: [],
    CloudTrailEvent: JSON.stringify(recordOf(call)),
  }));
  return { Events, ...(to < found.length && { NextToken: String(to) }) };
}
