import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  TagResourceRequest,
  TagResourceResponse,
  UntagResourceRequest,
  UntagResourceResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Call, type Operation, poolArn, poolOf } from '../operation.js';
import type { StoredPool } from '../store.js';
import { invalidParameter } from '../wire.js';

function tagged(arn: string, call: Call): StoredPool {
  const id = arn.split('/').at(-1) ?? '';
  if (arn !== poolArn(id, call)) throw invalidParameter(`Invalid resource ARN: ${arn}`);
  return poolOf(id, call);
}

export const tagResource: Operation<TagResourceRequest, TagResourceResponse> = (request, call) => {
  const { pool } = tagged(request.ResourceArn, call);
  const reserved = Object.keys(request.Tags).some((key) => key.toLowerCase().startsWith('aws:'));
  if (reserved) throw invalidParameter('aws: prefixed tag key names are not allowed for external use.');
  pool.UserPoolTags = { ...pool.UserPoolTags, ...request.Tags };
  return {};
};

export const untagResource: Operation<UntagResourceRequest, UntagResourceResponse> = (request, call) => {
  const { pool } = tagged(request.ResourceArn, call);
  const kept = Object.entries(pool.UserPoolTags ?? {}).filter(([key]) => !request.TagKeys.includes(key));
  pool.UserPoolTags = Object.fromEntries(kept);
  return {};
};

export const listTagsForResource: Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> = (
  request,
  call,
) => ({ Tags: tagged(request.ResourceArn, call).pool.UserPoolTags ?? {} });
