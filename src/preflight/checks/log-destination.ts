import { valueAt } from '../../model/state.js';
import type { Check, Need, PreflightInput, Problem } from '../check.js';
import type { Cloud } from '../cloud.js';
import { regionOf, requireOwn } from '../kit.js';

const SOURCES = ['userNotification', 'userAuthEvents'] as const;

export const logDestination: Check = {
  id: 'log-destination',
  summary: 'The log groups, streams and buckets that logs go to exist.',
  actions: ['logs:DescribeLogGroups', 'firehose:DescribeDeliveryStream', 's3:ListBucket'],
  findings: {
    'log-destination-missing': { severity: ['error'], summary: 'What logs go to does not exist.' },
    'log-destination-not-active': {
      severity: ['error'],
      summary: 'The Firehose stream that logs go to is not active.',
    },
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/exporting-quotas-and-usage.html'],
  needs: (input) => SOURCES.flatMap((source) => needsOf(source, input)),
};

function needsOf(source: string, input: PreflightInput): Need[] {
  const wanted = (valueAt(input.state, `logs.${source}`) ?? {}) as Readonly<Record<string, unknown>>;
  return DESTINATIONS.flatMap(({ setting, look }) => {
    const arn = wanted[setting];
    if (typeof arn !== 'string') return [];
    return [
      {
        path: ['logs', source, setting],
        look: async (cloud: Cloud) => {
          requireOwn(arn, input);
          return look(cloud, arn, regionOf(arn, input));
        },
      },
    ];
  });
}

interface Destination {
  readonly setting: string;
  look(cloud: Cloud, arn: string, region: string): Promise<readonly Problem[]>;
}

const DESTINATIONS: readonly Destination[] = [
  {
    setting: 'logGroup',
    look: async (cloud, arn, region) => {
      const name = arn.slice(arn.indexOf(':log-group:') + ':log-group:'.length).replace(/:\*$/, '');
      return (await cloud.hasLogGroup(region, name))
        ? []
        : [missing(`CloudWatch Logs has no log group ${name} in ${region}`)];
    },
  },
  {
    setting: 'stream',
    look: async (cloud, arn, region) => {
      const name = arn.slice(arn.lastIndexOf('/') + 1);
      const state = await cloud.streamState(region, name);
      if (state === undefined) return [missing(`Firehose has no stream ${name} in ${region}`)];
      return state === 'ACTIVE' ? [] : [notActive(name, state)];
    },
  },
  {
    setting: 'bucket',
    look: async (cloud, arn, region) => {
      const name = arn.slice(arn.lastIndexOf(':') + 1).split('/')[0] ?? '';
      return (await cloud.hasBucket(region, name)) ? [] : [missing(`S3 has no bucket ${name}`)];
    },
  },
];

function missing(what: string): Problem {
  return {
    finding: 'log-destination-missing',
    severity: 'error',
    message: `${what}; Cognito has nowhere to write the logs.`,
    help: 'Make it, or correct the ARN.',
  };
}

function notActive(name: string, state: string): Problem {
  return {
    finding: 'log-destination-not-active',
    severity: 'error',
    message: `The stream ${name} is ${state}, not ACTIVE.`,
    help: 'Wait until it is ACTIVE, or mend it.',
  };
}
