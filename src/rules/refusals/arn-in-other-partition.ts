import { foreignArns } from '../kit/arns.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const arnInOtherPartition: RefusalRule = {
  id: 'arn-in-other-partition',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'What a pool names lies in the partition of its Region.',
  why: 'GovCloud, China and the other partitions share nothing with each other: no role, function, key or identity of one can be used in another. Most often the ARN was copied from a spec of another partition.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html'],
  sets: ['recommended'],

  examples: {
    valid: [
      yaml`
        groups:
          admins:
            role: arn:aws:iam::123456789012:role/admins
      `,
      yaml`
        pool:
          region: us-gov-west-1
        groups:
          admins:
            role: arn:aws-us-gov:iam::123456789012:role/admins
      `,
    ],
    invalid: [
      yaml`
        groups:
          admins:
            role: arn:aws-us-gov:iam::123456789012:role/admins
      `,
      yaml`
        pool:
          region: us-gov-west-1
        triggers:
          preSignUp: arn:aws:lambda:us-gov-west-1:123456789012:function:sign-up
      `,
    ],
  },
  *check(input) {
    for (const { what, path, name, parts, allowed } of foreignArns(input)) {
      if (what !== 'partition') continue;
      yield {
        path,
        message: `${name} is in the partition ${parts.partition}, but ${input.spec.pool.region} belongs to ${allowed.join()}.`,
        help: `Name one in ${allowed.join()}: its ARN begins with arn:${allowed.join()}:.`,
      };
    }
  },
};
