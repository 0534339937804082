import type { LambdaConfigType } from '@aws-sdk/client-cognito-identity-provider';
import type { Refusal } from '../refusal.js';
import type { PoolSubject } from './pool.js';
import { arnPart } from './words.js';

export const lambdaRefusals: readonly Refusal<PoolSubject>[] = [
  {
    id: 'custom-sender-kms',
    evidence: 'measured',
    words: ({ next: { LambdaConfig: lambda } }) =>
      (lambda?.CustomEmailSender ?? lambda?.CustomSMSSender) !== undefined &&
      lambda?.KMSKeyID === undefined &&
      'KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used.',
  },
  {
    id: 'lambda-region',
    evidence: 'measured',
    words: ({ next, context: { region } }) =>
      triggerArns(next.LambdaConfig).some((arn) => arnPart(arn, 'region') !== region) &&
      'Cross-region lambda functions are not supported',
  },
  {
    id: 'pre-token-generation-mix',
    evidence: 'measured',
    words: ({ next: { LambdaConfig: lambda } }) => {
      const config = lambda?.PreTokenGenerationConfig?.LambdaArn;
      const legacy = lambda?.PreTokenGeneration;
      return (
        config !== undefined &&
        legacy !== undefined &&
        config !== legacy &&
        "Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function ARN's"
      );
    },
  },
];

function triggerArns({ KMSKeyID: _key, ...triggers }: LambdaConfigType = {}): string[] {
  return Object.values(triggers).flatMap((trigger) => {
    const arn = typeof trigger === 'string' ? trigger : trigger?.LambdaArn;
    return arn === undefined ? [] : [arn];
  });
}
