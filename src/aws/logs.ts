import { CloudWatchLogsClient, paginateDescribeLogGroups } from '@aws-sdk/client-cloudwatch-logs';
import type { Ask } from './services.js';

export const hasLogGroup: Ask<'hasLogGroup'> = async (open, region, logGroupNamePrefix) => {
  const client = await open(CloudWatchLogsClient, region);
  for await (const { logGroups = [] } of paginateDescribeLogGroups({ client }, { logGroupNamePrefix }))
    if (logGroups.some(({ logGroupName }) => logGroupName === logGroupNamePrefix)) return true;
  return false;
};
