import type { Shape } from './shape.js';

/** What other services' answers hold as far as the checks rest on it. */
export const SERVICES: Readonly<Record<string, Shape>> = {
  GetCallerIdentity: {
    always: ['Account', 'Arn'],
    source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html',
  },
  GetRole: {
    always: ['Role.AssumeRolePolicyDocument'],
    repeats: { 'Role.RoleName': 'RoleName' },
    anyCase: true,
    source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html',
  },
  ListRolePolicies: {
    always: ['PolicyNames'],
    source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRolePolicies.html',
  },
  GetRolePolicy: {
    always: ['PolicyDocument'],
    repeats: { RoleName: 'RoleName', PolicyName: 'PolicyName' },
    anyCase: true,
    source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html',
  },
  ListAttachedRolePolicies: {
    always: ['AttachedPolicies', 'AttachedPolicies[].PolicyArn'],
    source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedRolePolicies.html',
  },
  // IAM's and Lambda's: of one the policy itself, of the other what there is to know of it.
  GetPolicy: {
    always: ['Policy'],
    source:
      'https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicy.html, https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html',
  },
  GetPolicyVersion: {
    always: ['PolicyVersion.Document'],
    repeats: { 'PolicyVersion.VersionId': 'VersionId' },
    source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html',
  },
  GetAccount: {
    always: ['ProductionAccessEnabled'],
    source: 'https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetAccount.html',
  },
  GetEmailIdentity: {
    always: ['VerifiedForSendingStatus'],
    source: 'https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetEmailIdentity.html',
  },
  GetConfigurationSet: {
    always: ['ConfigurationSetName'],
    repeats: { ConfigurationSetName: 'ConfigurationSetName' },
    source: 'https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetConfigurationSet.html',
  },
  GetSMSSandboxAccountStatus: {
    always: ['IsInSandbox'],
    source: 'https://docs.aws.amazon.com/sns/latest/api/API_GetSMSSandboxAccountStatus.html',
  },
  GetSMSAttributes: {
    always: ['attributes'],
    source: 'https://docs.aws.amazon.com/sns/latest/api/API_GetSMSAttributes.html',
  },
  DescribeCertificate: {
    always: ['Certificate.CertificateArn', 'Certificate.Status'],
    repeats: { 'Certificate.CertificateArn': 'CertificateArn' },
    source: 'https://docs.aws.amazon.com/acm/latest/APIReference/API_DescribeCertificate.html',
  },
  DescribeKey: {
    always: ['KeyMetadata.KeyState', 'KeyMetadata.KeyUsage'],
    source: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html',
  },
  GetFunctionConfiguration: {
    always: ['FunctionArn', 'State'],
    mentions: { FunctionArn: 'FunctionName' },
    source: 'https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html',
  },
  DescribeDeliveryStream: {
    always: ['DeliveryStreamDescription.DeliveryStreamName', 'DeliveryStreamDescription.DeliveryStreamStatus'],
    repeats: { 'DeliveryStreamDescription.DeliveryStreamName': 'DeliveryStreamName' },
    source: 'https://docs.aws.amazon.com/firehose/latest/APIReference/API_DescribeDeliveryStream.html',
  },
  DescribeLogGroups: {
    always: ['logGroups'],
    source: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html',
  },
  HeadBucket: {
    always: ['BucketRegion'],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html',
  },
  LookupEvents: {
    always: ['Events', 'Events[].CloudTrailEvent'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html',
  },
};
