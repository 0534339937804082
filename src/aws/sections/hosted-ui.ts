import { GetUICustomizationCommand, type UICustomizationType } from '@aws-sdk/client-cognito-identity-provider';
import type { Listed } from '../../model/facet.js';
import { OF_THE_POOL, ofEachClient } from './attached.js';
import type { ReadContext, SectionReader } from './context.js';

/** “Returns user-pool level branding information if no app client branding is applied”: that is none of the client's. */
export const hostedUi: SectionReader<'hostedUi'> = async (context) => {
  const pool = await get(context);
  const own = await ofEachClient(context, async (ClientId) => {
    const answer = await get(context, ClientId);
    return isOwn(answer, pool, ClientId) ? answer : undefined;
  });
  const whole: Listed<UICustomizationType>[] = isEmpty(pool)
    ? []
    : [{ name: OF_THE_POOL, item: { ok: true, value: pool } }];
  return [...whole, ...own];
};

async function get({ client, UserPoolId }: ReadContext, ClientId?: string): Promise<UICustomizationType> {
  const { UICustomization } = await client.send(new GetUICustomizationCommand({ UserPoolId, ClientId }));
  return UICustomization ?? {};
}

function isOwn(answer: UICustomizationType, pool: UICustomizationType, ClientId: string): boolean {
  if (isEmpty(answer)) return false;
  return answer.ClientId === ClientId || answer.CSS !== pool.CSS || answer.ImageUrl !== pool.ImageUrl;
}

function isEmpty({ CSS, ImageUrl }: UICustomizationType): boolean {
  return !CSS && !ImageUrl;
}
