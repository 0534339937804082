import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { listAll } from './sections/context.js';
import type { Ask } from './services.js';

export const hasLogGroup: Ask<'hasLogGroup'> = async (open, region, logGroupNamePrefix) => {
  const client = await open(CloudWatchLogsClient, region);
  const groups = await listAll(
    async (nextToken) => {
      const answer = await client.send(new DescribeLogGroupsCommand({ logGroupNamePrefix, nextToken }));
      return { ...answer, NextToken: answer.nextToken };
    },
    (page) => page.logGroups,
    ({ logGroupName }) => logGroupName,
  );
  return groups.some(({ logGroupName }) => logGroupName === logGroupNamePrefix);
};
