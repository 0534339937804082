// What specs name, made in moto by the real SDK.
import { ACMClient, RequestCertificateCommand } from '@aws-sdk/client-acm';
import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CreateDeliveryStreamCommand, FirehoseClient } from '@aws-sdk/client-firehose';
import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  IAMClient,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import {
  CreateKeyCommand,
  type CreateKeyCommandInput,
  DisableKeyCommand,
  KMSClient,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { AddPermissionCommand, CreateAliasCommand, CreateFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateConfigurationSetCommand, CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { SetSMSAttributesCommand, SNSClient } from '@aws-sdk/client-sns';

const ACCOUNT = '123456789012';
/** The smallest archive: nothing in it is ever run. */
const EMPTY_ZIP = Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex');

export type Seed = ReturnType<typeof seeder>;

const allow = (what: object) => ({ Effect: 'Allow', ...what });
export const document = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

/** The trust policy that the console makes. */
export const trust = (Condition?: object): string =>
  document(
    allow({
      Principal: { Service: 'cognito-idp.amazonaws.com' },
      Action: 'sts:AssumeRole',
      ...(Condition && { Condition }),
    }),
  );

export const mayPublish = document(allow({ Action: 'sns:publish', Resource: ['*'] }));

/** moto takes no ARN where it changes a key. */
const idOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

/** Makes things in the account behind an endpoint. */
export function seeder(endpoint: string, region = 'us-east-1') {
  const settings = { endpoint, region, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
  const [iam, kms, lambda] = [new IAMClient(settings), new KMSClient(settings), new LambdaClient(settings)];
  const role = async (RoleName: string, AssumeRolePolicyDocument: string, PermissionsBoundary?: string) => {
    await iam.send(
      new CreateRoleCommand({
        RoleName,
        AssumeRolePolicyDocument,
        ...(PermissionsBoundary && { PermissionsBoundary }),
      }),
    );
  };
  const managed = async (PolicyName: string, PolicyDocument: string): Promise<string> =>
    (await iam.send(new CreatePolicyCommand({ PolicyName, PolicyDocument }))).Policy?.Arn ?? '';
  return {
    role,
    managed,
    inline: (RoleName: string, PolicyDocument: string, PolicyName = 'p') =>
      iam.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument })),
    attach: (RoleName: string, PolicyArn: string) => iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn })),
    identity: (EmailIdentity: string) =>
      new SESv2Client(settings).send(new CreateEmailIdentityCommand({ EmailIdentity })),
    configurationSet: (ConfigurationSetName: string) =>
      new SESv2Client(settings).send(new CreateConfigurationSetCommand({ ConfigurationSetName })),
    spendLimit: (limit: string) =>
      new SNSClient(settings).send(new SetSMSAttributesCommand({ attributes: { MonthlySpendLimit: limit } })),
    certificate: async (DomainName: string): Promise<string> => {
      const client = new ACMClient({ ...settings, region: 'us-east-1' });
      const { CertificateArn = '' } = await client.send(
        new RequestCertificateCommand({ DomainName, ValidationMethod: 'DNS' }),
      );
      return CertificateArn;
    },
    /** AWS has the usage by default; moto has to be told. */
    key: async (input: CreateKeyCommandInput = {}): Promise<string> =>
      (await kms.send(new CreateKeyCommand({ KeyUsage: 'ENCRYPT_DECRYPT', ...input }))).KeyMetadata?.Arn ?? '',
    disable: (arn: string) => kms.send(new DisableKeyCommand({ KeyId: idOf(arn) })),
    delete: (arn: string) => kms.send(new ScheduleKeyDeletionCommand({ KeyId: idOf(arn) })),
    function: async (FunctionName: string): Promise<string> => {
      const RoleName = `of-${FunctionName}`;
      await role(
        RoleName,
        document(allow({ Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' })),
      );
      const Role = `arn:aws:iam::${ACCOUNT}:role/${RoleName}`;
      const Code = { ZipFile: EMPTY_ZIP };
      const { FunctionArn = '' } = await lambda.send(
        new CreateFunctionCommand({ FunctionName, Role, Code, Runtime: 'nodejs20.x', Handler: 'index.handler' }),
      );
      return FunctionArn;
    },
    alias: async (FunctionName: string, Name: string): Promise<string> =>
      (await lambda.send(new CreateAliasCommand({ FunctionName, Name, FunctionVersion: '$LATEST' }))).AliasArn ?? '',
    permit: (FunctionName: string, SourceArn: string, Principal = 'cognito-idp.amazonaws.com', Qualifier?: string) =>
      lambda.send(
        new AddPermissionCommand({
          FunctionName,
          SourceArn,
          Principal,
          StatementId: 'cognito',
          Action: 'lambda:InvokeFunction',
          ...(Qualifier && { Qualifier }),
        }),
      ),
    logGroup: (logGroupName: string) =>
      new CloudWatchLogsClient(settings).send(new CreateLogGroupCommand({ logGroupName })),
    bucket: (Bucket: string) =>
      new S3Client({ ...settings, forcePathStyle: true }).send(new CreateBucketCommand({ Bucket })),
    stream: (DeliveryStreamName: string) => {
      const RoleARN = `arn:aws:iam::${ACCOUNT}:role/firehose`;
      const ExtendedS3DestinationConfiguration = { RoleARN, BucketARN: 'arn:aws:s3:::anything' };
      return new FirehoseClient(settings).send(
        new CreateDeliveryStreamCommand({ DeliveryStreamName, ExtendedS3DestinationConfiguration }),
      );
    },
  };
}
