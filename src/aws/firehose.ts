import { DescribeDeliveryStreamCommand, FirehoseClient } from '@aws-sdk/client-firehose';
import { said, unlessGone } from './errors.js';
import type { Ask } from './services.js';

const GONE = ['ResourceNotFoundException'];

export const streamState: Ask<'streamState'> = async (open, region, DeliveryStreamName) => {
  const client = await open(FirehoseClient, region);
  const ask = new DescribeDeliveryStreamCommand({ DeliveryStreamName });
  const answer = await unlessGone(GONE, client.send(ask));
  return answer && said('DeliveryStreamStatus', answer.DeliveryStreamDescription?.DeliveryStreamStatus);
};
