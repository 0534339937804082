import { denied, streamState } from '../aws.js';
import type { Case } from './case.js';

const GROUP =
  'logs:\n  userNotification:\n    logGroup: arn:aws:logs:us-east-1:123456789012:log-group:/cognito/messages\n';
const STREAM = 'logs:\n  userAuthEvents:\n    stream: arn:aws:firehose:us-east-1:123456789012:deliverystream/events\n';
const BUCKET = 'logs:\n  userAuthEvents:\n    bucket: arn:aws:s3:::acme-sign-ins\n';
export const logs: readonly Case[] = [
  {
    is: 'a log group',
    spec: async (seed) => {
      await seed.logGroup('/cognito/messages');
      return GROUP;
    },
  },
  {
    is: 'a log group whose name begins alike',
    spec: async (seed) => {
      await seed.logGroup('/cognito/messages/old');
      return GROUP;
    },
    finds: ['error log-destination-missing logs.userNotification.logGroup'],
  },
  {
    is: 'a log group of another account',
    spec: () => GROUP.replace('123456789012', '210987654321'),
    unchecked: { 'logs.userNotification.logGroup': /it is in account 210987654321/ },
  },
  {
    is: 'a stream',
    spec: async (seed) => {
      await seed.stream('events');
      return STREAM;
    },
  },
  { is: 'no stream', spec: () => STREAM, finds: ['error log-destination-missing logs.userAuthEvents.stream'] },
  {
    is: 'a stream that is being made',
    answers: streamState('CREATING'),
    spec: () => STREAM,
    finds: ['error log-destination-not-active logs.userAuthEvents.stream'],
  },
  {
    is: 'a bucket',
    spec: async (seed) => {
      await seed.bucket('acme-sign-ins');
      return BUCKET;
    },
  },
  { is: 'no bucket', spec: () => BUCKET, finds: ['error log-destination-missing logs.userAuthEvents.bucket'] },
  {
    is: 'a bucket that may not be looked at',
    answers: denied('s3'),
    spec: () => BUCKET,
    unchecked: { 'logs.userAuthEvents.bucket': /^log-destination: Forbidden: s3:ListBucket is not permitted/ },
  },
];
