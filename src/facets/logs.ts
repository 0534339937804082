import type { LogConfigurationType } from '@aws-sdk/client-cognito-identity-provider';
import type { ChangeContext, Field, Raw, TerraformContext } from '../model/facet.js';
import { ARN_LENGTH, ARN_PATTERN, ARN_RESOURCE } from './kit/arn.js';
import { LOG_TARGETS } from './kit/arn-places.js';
import { defineFacet } from './kit/define.js';
import type { Kit } from './kit/fields.js';
import { reference } from './kit/reference.js';

const LEVELS = { error: 'ERROR', info: 'INFO' } as const;
const SOURCES = ['userNotification', 'userAuthEvents'] as const;

/** Where the logs of one source go. */
export interface LogDestination {
  readonly level?: keyof typeof LEVELS | undefined;
  readonly logGroup?: string | undefined;
  readonly bucket?: string | undefined;
  readonly stream?: string | undefined;
}
type Source = (typeof SOURCES)[number];

/** The level that AWS takes for each source. */
export const LEVEL_OF = { userNotification: 'error', userAuthEvents: 'info' } as const;

/** A bucket has neither Region nor account. */
const BUCKET = { pattern: `^arn:aws[a-z-]*:s3:::${ARN_RESOURCE}$`, minLength: 3, maxLength: 1024 };
const ARN = (service: string) => ({
  pattern: ARN_PATTERN(service),
  minLength: ARN_LENGTH[0],
  maxLength: ARN_LENGTH[1],
});

const target = (service: string, says: string) => ({
  type: 'string',
  ...(service === 's3' ? BUCKET : ARN(service)),
  'x-says': says,
});
const level = { type: 'string', enum: Object.keys(LEVELS) };
const logGroup = target('logs', 'an ARN of a log group');

function live(source: Source, { logs }: Raw<'logs'>): LogDestination | undefined {
  const all = logs.LogConfigurations ?? [];
  const found = all.find(({ EventSource }) => EventSource === source);
  return found && shown(found);
}

function shown(log: LogConfigurationType): LogDestination {
  const word = (Object.keys(LEVELS) as (keyof typeof LEVELS)[]).find((key) => LEVELS[key] === log.LogLevel);
  return {
    level: word ?? (log.LogLevel as never),
    logGroup: log.CloudWatchLogsConfiguration?.LogGroupArn?.replace(/:\*$/, ''),
    bucket: log.S3Configuration?.BucketArn,
    stream: log.FirehoseConfiguration?.StreamArn,
  };
}

function sent(EventSource: Source, { level, logGroup, bucket, stream }: LogDestination): LogConfigurationType {
  return {
    EventSource,
    LogLevel: LEVELS[level ?? LEVEL_OF[EventSource]],
    ...(logGroup && { CloudWatchLogsConfiguration: { LogGroupArn: logGroup } }),
    ...(bucket && { S3Configuration: { BucketArn: bucket } }),
    ...(stream && { FirehoseConfiguration: { StreamArn: stream } }),
  };
}

function argument(eventSource: Source, { level, logGroup, bucket, stream }: LogDestination) {
  return {
    eventSource,
    logLevel: LEVELS[level ?? LEVEL_OF[eventSource]],
    ...(logGroup && { cloudWatchLogsConfiguration: [{ logGroupArn: logGroup }] }),
    ...(bucket && { s3Configuration: [{ bucketArn: bucket }] }),
    ...(stream && { firehoseConfiguration: [{ streamArn: stream }] }),
  };
}

/** The call replaces the whole list: a change of one source repeats what the spec says of the other. */
function whole(source: Source, value: LogDestination | undefined, { own }: TerraformContext): LogConfigurationType[] {
  return SOURCES.flatMap((one) => {
    const wanted = one === source ? value : (own(one) as LogDestination | undefined);
    return wanted ? [sent(one, wanted)] : [];
  });
}

/** Without any source in the spec there is no resource, and Terraform does not look. */
function adviseUndeclared({ desiredAt, sibling }: ChangeContext) {
  const declared = SOURCES.some((source) => desiredAt(sibling(source)) !== undefined);
  return declared
    ? {}
    : {
        convergedBy: 'fix' as const,
        cause: 'Made outside the code; Terraform never looks for it. What users do is written there.',
        deploy: 'changes nothing',
      };
}

type Rows = Kit<Raw<'logs'>, object>;

function row(f: Rows, source: Source, doc: string, covers: readonly string[], properties: object, example: object) {
  const schema = { type: 'object', additionalProperties: false, minProperties: 1, properties };
  return f.custom<LogDestination>(schema)({
    doc,
    example: example as LogDestination,
    covers: covers.map((member) => `SetLogDeliveryConfiguration.LogConfigurations[].${member}`),
    readable: 'whenSet',
    desired: (value) => ({ ...value, level: value.level ?? LEVEL_OF[source] }),
    live: (raw) => live(source, raw),
    terraform: (value) => ({ logConfigurations: [argument(source, value)] }),
    write: (value, context) => ({
      operation: 'SetLogDeliveryConfiguration',
      partial: { LogConfigurations: whole(source, value, context) },
    }),
    advise: adviseUndeclared,
    severity: 'error',
    arns: Object.fromEntries(Object.entries(LOG_TARGETS).filter(([name]) => name in properties)),
  }) as Field<LogDestination> & { readonly required: false };
}

export const logs = defineFacet({
  id: 'logs',
  title: 'Log delivery',
  summary: 'Where Cognito writes logs of messages that failed, and of what users do. The provider has it since 6.5.',
  reads: ['logs'],
  resource: 'aws_cognito_log_delivery_configuration',
  providerSince: [6, 5, 0],
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/exporting-quotas-and-usage.html',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetLogDeliveryConfiguration.html',
  ],
  importId: (poolId) => poolId,
  resources: (values) => {
    const wanted = SOURCES.filter((source) => values[source] !== undefined);
    if (wanted.length === 0) return [];
    const logConfigurations = wanted.map((source) => argument(source, values[source] as LogDestination));
    const userPoolId = reference('aws_cognito_user_pool', 'pool', 'id');
    const args = { userPoolId, logConfigurations };
    return [{ type: 'aws_cognito_log_delivery_configuration', name: 'pool', arguments: args }];
  },
  fields: (kit) => {
    const f = kit as unknown as Rows;
    return {
      userNotification: row(
        f,
        'userNotification',
        'Errors of e-mails and SMS that Cognito sends: to a log group.',
        ['LogLevel', 'CloudWatchLogsConfiguration.LogGroupArn'],
        { level, logGroup },
        { logGroup: 'arn:aws:logs:us-east-1:123456789012:log-group:/cognito/messages' },
      ),
      userAuthEvents: row(
        f,
        'userAuthEvents',
        'What users do at sign-in, as threat protection rates it: to a log group, a bucket or a Firehose stream. Needs tier plus.',
        [
          'LogLevel',
          'CloudWatchLogsConfiguration.LogGroupArn',
          'S3Configuration.BucketArn',
          'FirehoseConfiguration.StreamArn',
        ],
        {
          level,
          logGroup,
          bucket: target('s3', 'an ARN of a bucket'),
          stream: target('firehose', 'an ARN of a Firehose stream'),
        },
        { bucket: 'arn:aws:s3:::acme-sign-ins' },
      ),
    };
  },
});
