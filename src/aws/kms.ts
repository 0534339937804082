import { DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { said, unlessGone } from './errors.js';
import type { Ask } from './services.js';

export const key: Ask<'key'> = async (open, region, KeyId) => {
  const client = await open(KMSClient, region);
  const answer = await unlessGone(['NotFoundException'], client.send(new DescribeKeyCommand({ KeyId })));
  if (answer === undefined) return undefined;
  const { KeyState, KeySpec, KeyUsage, MultiRegion } = answer.KeyMetadata ?? {};
  return {
    state: said('KeyState', KeyState),
    symmetric: KeySpec === 'SYMMETRIC_DEFAULT' && KeyUsage === 'ENCRYPT_DECRYPT',
    multiRegion: MultiRegion === true,
  };
};
