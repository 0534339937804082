/**
 * What may be changed in an answer without a word of the audit, and why. A pattern is held against
 * `<operation> <member>: <what was done>`.
 */
export const UNSEEN: readonly (readonly [RegExp, string])[] = [
  [/(LastModifiedDate|CreationDate|CreateDate): /, 'dates say when, and are no setting'],
  [/(EstimatedNumberOfUsers|CSSVersion|DomainDescription\.Version): /, 'AWS counts'],
  [/DomainDescription\.(AWSAccountId|CloudFrontDistribution|S3Bucket|Status): /, 'what AWS makes of a domain'],
  [/^DescribeUserPool UserPool\.(Status|Arn): /, 'no setting; an ARN of another pool is refused'],
  [/ClientSecret: another value/, 'a secret is read as "there is one"'],
  [/ClientSecrets\[\]/, 'the setting is how many there may be at most, and how old'],
  [/(ManagedLoginBrandingId|TermsId|ResourceId): another value/, 'ids that AWS makes'],
  [/^ListUserPools UserPools\[\]\.(?!Id|Name)/, 'a pool is found by its name, and read by DescribeUserPool'],
  [/^ListTerms Terms\[\]\.(?!TermsId)/, 'terms are read by DescribeTerms'],
  [/^ListIdentityProviders Providers\[\]\.(?!ProviderName)/, 'providers are read by DescribeIdentityProvider'],
  [/^ListUserPoolClients UserPoolClients\[\]\.ClientName: another/, 'clients are read by DescribeUserPoolClient'],
  [/^ListUserPoolReplicas UserPoolReplicas\[\]\.(Status|UserPoolArn): /, 'what AWS makes of a replica'],
  [/^ListUserPoolReplicas UserPoolReplicas\[\]: gone/, 'the primary is the pool itself'],
  [/^ListUsers Users\[\]\.(Attributes|UserStatus|Enabled|MFAOptions)/, 'the spec says only that there is such a user'],
  [/^GetUICustomization UICustomization\.(ClientId|UserPoolId): (gone|null)/, 'they repeat the question'],
  [/(UserPoolId|ClientId): (gone|null)/, 'they repeat the question'],
  [/^GetUserPoolMfaConfig SmsMfaConfiguration\.SmsConfiguration/, 'DescribeUserPool says it'],
  [
    /^DescribeUserPool UserPool\.(SmsVerificationMessage|EmailVerification\w+): /,
    'VerificationMessageTemplate says it',
  ],
];

export const isUnseen = (says: string): boolean => UNSEEN.some(([pattern]) => pattern.test(says));
