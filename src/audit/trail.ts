/** A write operation on a pool, as CloudTrail recorded it. */
export interface TrailEvent {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly operation: string;
  readonly poolId: string;
  /** What was asked for. To compare with, never to print: nobody promises that AWS hides every secret of it. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Ids in the answer, such as that of a client which was made; names of members in lower case. */
  readonly made: ReadonlyMap<string, string>;
  /** ARN of the identity. */
  readonly actor: string;
  /** `Terraform`, `the console`, `AWS CLI`, or what the caller called itself. */
  readonly tool: string;
  /** An IP address, or the AWS service that called. */
  readonly source: string;
}

/** Some events of one operation, most recent first. */
export interface TrailPage {
  readonly events: readonly TrailEvent[];
  /** Time of the oldest event on the page, of whatever pool; absent where there is none. */
  readonly oldest?: string;
  /** There are no older ones in the time searched. */
  readonly last: boolean;
}

/** CloudTrail's event history of an account and Region. `aws/` has the real one. */
export interface Trail {
  /** What was searched goes back to this time at most. ISO 8601, UTC. */
  readonly since: string;
  /** Page 0 has the most recent events; a page is asked for after the one before it. Rejects with `Unread`. */
  page(operation: string, page: number): Promise<TrailPage>;
}

/** What looking up takes. */
export const TRAIL_ACTIONS: readonly string[] = ['cloudtrail:LookupEvents'];

/**
 * "The event history provides a viewable, searchable, downloadable, and immutable record of the past 90 days."
 * Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events.html
 */
export const TRAIL_DAYS = 90;

type Json = Readonly<Record<string, unknown>>;

/**
 * One record of CloudTrail; undefined where it changed nothing (AWS refused it), or is about no user pool.
 * Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export function trailEvent(record: string): TrailEvent | undefined {
  const event = objectOf(JSON.parse(record));
  const parameters = objectOf(event['requestParameters']);
  const made = idsIn(event['responseElements']);
  const poolId = poolOf(parameters, made);
  if (event['eventSource'] !== 'cognito-idp.amazonaws.com' || event['errorCode'] || poolId === undefined)
    return undefined;
  return {
    id: text(event['eventID']),
    time: text(event['eventTime']),
    operation: text(event['eventName']),
    poolId,
    parameters,
    made,
    actor: actorOf(objectOf(event['userIdentity'])),
    tool: toolOf(event),
    source: text(event['sourceIPAddress']),
  };
}

/** Named in the call, in the ARN of the call, or, where the call made the pool, in the answer. */
function poolOf(parameters: Json, made: ReadonlyMap<string, string>): string | undefined {
  const { userPoolId, resourceArn } = parameters;
  if (typeof userPoolId === 'string') return userPoolId;
  if (typeof resourceArn === 'string') return resourceArn.split(':userpool/')[1];
  return made.get('id');
}

/** Of the answer only the ids are kept: it may hold the secret of a client. */
function idsIn(answer: unknown): ReadonlyMap<string, string> {
  const members = Object.values(objectOf(answer)).flatMap((inner) => Object.entries(objectOf(inner)));
  return new Map(
    [...Object.entries(objectOf(answer)), ...members].flatMap(([name, value]): [string, string][] =>
      /id$/i.test(name) && typeof value === 'string' ? [[name.toLowerCase(), value]] : [],
    ),
  );
}

/** Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html */
function actorOf({ arn, invokedBy, userName, principalId, type }: Json): string {
  return [arn, invokedBy, userName, principalId, type].map(text).find((name) => name !== '') ?? 'somebody';
}

/** What callers put into the user agent, the most telling first. */
const TOOLS: readonly (readonly [RegExp, string])[] = [
  // APN/1.0 HashiCorp/1.0 Terraform/1.9.8 (+https://www.terraform.io) terraform-provider-aws/5.100.0 …
  [/\bTerraform\//, 'Terraform'],
  [/^cloudformation\.amazonaws\.com$/, 'CloudFormation'],
  [/^(console|signin)\.amazonaws\.com$/, 'the console'],
  [/\baws-cli\//, 'AWS CLI'],
];

/** `sessionCredentialFromConsole` is there, and "true", only where the credentials came from a session of the console. */
function toolOf({ userAgent, sessionCredentialFromConsole }: Json): string {
  const agent = text(userAgent);
  const known = TOOLS.find(([pattern]) => pattern.test(agent))?.[1];
  if (known !== undefined) return known;
  if (String(sessionCredentialFromConsole) === 'true') return 'the console';
  return agent.split(' ')[0]?.slice(0, 60) || 'an unnamed program';
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
