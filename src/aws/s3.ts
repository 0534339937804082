import { HeadBucketCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { unlessGone } from './errors.js';
import type { Ask } from './services.js';

/** Buckets may lie in other Regions, and another endpoint need not answer to a host name for each bucket. */
class Buckets extends S3Client {
  constructor(settings: S3ClientConfig) {
    super({ ...settings, followRegionRedirects: true, forcePathStyle: settings.endpoint !== undefined });
  }
}

export const hasBucket: Ask<'hasBucket'> = async (open, region, Bucket) => {
  const asked = (await open(Buckets, region)).send(new HeadBucketCommand({ Bucket }));
  return (await unlessGone(['NotFound'], asked.catch(worded))) !== undefined;
};

/** An answer without a body has no words of its own. */
function worded(error: { readonly $metadata?: { readonly httpStatusCode?: number } }): never {
  if (error.$metadata?.httpStatusCode !== 403) throw error;
  throw Object.assign(new Error('s3:ListBucket is not permitted, or the bucket is of another account'), {
    name: 'Forbidden',
  });
}
