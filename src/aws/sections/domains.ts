import { DescribeUserPoolDomainCommand } from '@aws-sdk/client-cognito-identity-provider';
import { attempt, inParallel, type SectionReader } from './context.js';

/** There is no list operation: DescribeUserPool names the prefix domain and the custom domain. */
export const domains: SectionReader<'domains'> = async ({ client, section, UserPoolId }) => {
  const pool = await section('pool');
  const names = [pool.Domain, pool.CustomDomain].filter((name): name is string => Boolean(name));
  return inParallel(names, async (Domain) => ({
    name: Domain,
    item: await attempt(async () => {
      const { DomainDescription } = await client.send(new DescribeUserPoolDomainCommand({ Domain }));
      if (!DomainDescription?.Domain) throw new Error('DescribeUserPoolDomain answered without a domain');
      // The question names no pool: of all pools of the world only one has a domain.
      if (DomainDescription.UserPoolId !== UserPoolId)
        throw new Error('DescribeUserPoolDomain answered with a domain of another pool');
      return DomainDescription;
    }),
  }));
};
