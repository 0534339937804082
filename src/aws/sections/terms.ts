import {
  DescribeTermsCommand,
  ListTermsCommand,
  type TermsDescriptionType,
} from '@aws-sdk/client-cognito-identity-provider';
import { inParallel, listAll, PAGE, type ReadContext, type SectionReader } from './context.js';

/**
 * The list does not say whose terms they are. A description that fails therefore fails the section: nobody could tell
 * which client's terms are missing.
 */
export const terms: SectionReader<'terms'> = async (context) => {
  const { client, UserPoolId } = context;
  return inParallel(await list(context), async ({ TermsId }) => {
    const { Terms } = await client.send(new DescribeTermsCommand({ UserPoolId, TermsId }));
    if (!Terms?.TermsId || !Terms.ClientId || !Terms.TermsName) throw new Error('DescribeTerms answered without terms');
    const { ClientId, TermsName } = Terms;
    return { name: ClientId, id: Terms.TermsId, owner: ClientId, part: TermsName, item: { ok: true, value: Terms } };
  });
};

function list({ client, UserPoolId }: ReadContext): Promise<TermsDescriptionType[]> {
  return listAll(
    (NextToken) => client.send(new ListTermsCommand({ UserPoolId, MaxResults: PAGE, NextToken })),
    (page) => page.Terms,
    (one) => one.TermsId,
  );
}
