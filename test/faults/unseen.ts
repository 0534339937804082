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
  [/ProviderDetails\.client_secret: another value/, 'a secret is read as "there is one"'],
  [/^ListUserPoolClientSecrets ClientSecrets: empty/, 'the setting is how many there may be at most, and how old'],
  [/AttributeMapping\.username: gone|attributes_url_add_attributes: gone/, 'AWS adds them where nobody says them'],
  [/^DescribeUserPool UserPool\.SchemaAttributes\[\]: gone/, 'a standard attribute as every pool has it is no setting'],
  [/^GetUICustomization UICustomization\.ImageUrl: another/, 'AWS gives each image an address, and not its bytes'],
  [
    /^GetUserPoolMfaConfig SmsMfaConfiguration(\.SmsAuthenticationMessage)?: (gone|null|empty)/,
    'DescribeUserPool says it',
  ],
  [/^ListUserPoolReplicas UserPoolReplicas\[\]\.(Role|RegionName): another/, 'the primary is the pool itself'],
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
