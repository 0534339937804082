import type { ChangeContext, TerraformContext, WriteInputs } from '../model/facet.js';
import { ARN_LENGTH, ARN_PATTERN } from './kit/arn.js';
import { KEY } from './kit/arn-places.js';
import { defineFacet } from './kit/define.js';
import { ordered } from './kit/stronger.js';

const KEYS = { awsOwned: 'AWS_OWNED_KEY', customerManaged: 'CUSTOMER_MANAGED_KEY' } as const;
type KeyConfiguration = NonNullable<WriteInputs['UpdateUserPool']['KeyConfiguration']>;

const UNSUPPORTED = {
  unsupported: 'aws_cognito_user_pool has no key configuration',
  issue: 'https://github.com/hashicorp/terraform-provider-aws/issues/48574',
};

/** Type and key go together, whichever of them differs. */
function write(KeyType: KeyConfiguration['KeyType'], KmsKeyArn: unknown) {
  const own = KeyType === KEYS.customerManaged && typeof KmsKeyArn === 'string';
  return {
    operation: 'UpdateUserPool',
    partial: { KeyConfiguration: { KeyType, KmsKeyArn: own ? KmsKeyArn : undefined } },
  } as const;
}

const typeOf = ({ own }: TerraformContext) => KEYS[(own('key') as keyof typeof KEYS | undefined) ?? 'customerManaged'];

export const encryption = defineFacet({
  id: 'encryption',
  title: 'Encryption',
  summary: 'The key that encrypts what the pool holds: one of AWS’s, or yours.',
  reads: ['pool'],
  resource: undefined,
  references: [
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_KeyConfigurationType.html',
  ],
  silence: 'recorded: AWS_OWNED_KEY, and absent from older reads (cdk-real-drift)',
  fields: (f) => ({
    key: f.oneOf(KEYS, {
      doc: 'Whose key it is; yours as soon as kmsKey is given.',
      default: 'awsOwned',
      covers: ['CreateUserPool.KeyConfiguration.KeyType'],
      readable: 'whenSet',
      implied: (values) => (values['kmsKey'] === undefined ? undefined : 'customerManaged'),
      live: ({ pool }) => pool.KeyConfiguration?.KeyType,
      terraform: UNSUPPORTED,
      write: (type = KEYS.awsOwned, { own }) => write(type as 'AWS_OWNED_KEY', own('kmsKey')),
      severity: 'error',
      stronger: ordered(['awsOwned', 'customerManaged']),
    }),
    kmsKey: f.text({
      doc: 'Your KMS key; a multi-Region key where the pool is to have replicas.',
      pattern: ARN_PATTERN('kms'),
      length: ARN_LENGTH,
      says: 'the ARN of a KMS key',
      example: 'arn:aws:kms:us-east-1:123456789012:key/mrk-11111111222233334444555555555555',
      arns: KEY,
      covers: ['CreateUserPool.KeyConfiguration.KmsKeyArn'],
      readable: 'whenSet',
      live: ({ pool }) => pool.KeyConfiguration?.KmsKeyArn,
      terraform: UNSUPPORTED,
      write: (kmsKey, context) => write(kmsKey === undefined ? KEYS.awsOwned : typeOf(context), kmsKey),
      derivedFrom: (context: ChangeContext) => (context.changed('encryption.key') ? 'encryption.key' : undefined),
      severity: 'error',
    }),
  }),
});
