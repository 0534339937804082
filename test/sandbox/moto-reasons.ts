/**
 * Why the sandbox and moto differ: what a line of the list looks like, and the reason. The first that matches counts.
 * A line that none matches fails the test.
 */
const reasons: readonly (readonly [line: RegExp, reason: string])[] = [
  [/^(?:Tag|ListTagsFor)Resource:/, 'moto does not implement it'],
  [
    /: sandbox InvalidParameterException: .*; moto accepts it/,
    'moto does not check it; AWS’s words are from a deployment',
  ],
  [/^SetUserPoolMfaConfig: .*At least one of/, 'AWS’s words are measured'],
  [/^AdminCreateUser: |^DescribeUserPoolClient: /, 'AWS’s words; moto says the name'],
  [
    /Template\.|VerificationMessage|VerificationSubject/,
    'a pool shows no default texts and mirrors its legacy members: recorded reads',
  ],
  [/SchemaAttributes\[/, 'a pool always shows all 21 standard attributes: recorded reads'],
  [
    /IssuerConfiguration|KeyConfiguration|UserPoolTier|DeletionProtection|SignInPolicy/,
    'newer than moto: recorded reads',
  ],
  [/^UserPool\.(?:LambdaConfig|UserPoolTags): /, 'present though empty: AWS’s examples'],
  [/UnusedAccountValidityDays|TemporaryPasswordValidityDays/, 'one number of days under two names: recorded reads'],
  [
    /RequireLowercase: sandbox false; moto absent|RequireUppercase: sandbox false; moto absent/,
    'a partial policy is completed with false: measured',
  ],
  [/SnsRegion/, 'the pool’s own region is filled in: inferred'],
  [
    /^UserPool\..*\| DescribeUserPool$/,
    'moto resets what UpdateUserPool leaves out; World.poolUpdateOmission keeps it',
  ],
  [/\| UpdateUserPoolClient$/, 'moto keeps what UpdateUserPoolClient leaves out; World.clientUpdateOmission resets it'],
  [/^UserPoolClient\.(?:AllowedOAuth|CallbackURLs|ExplicitAuthFlows)/, 'AWS sorts these lists: measured'],
  [
    /^UserPoolClient\.(?:CreationDate|LastModifiedDate|TokenValidityUnits)/,
    'in the API reference and in recorded reads',
  ],
  [/^CreateUserPoolDomain: sandbox "\{\}"|^CloudFrontDomain: /, 'only a custom domain has one: API reference'],
  [/^DomainDescription\./, 'in the API reference'],
  [
    /MFAOptions|PreferredMfaSetting|UserMFASettingList|^Group\.Description/,
    'absent where nothing was set: AWS’s examples',
  ],
  [
    /^IdentityProvider\./,
    'SAML without a mapping shows an empty one, an empty list of identifiers, a certificate and the address of its metadata: recorded reads',
  ],
];

export function reasonFor(line: string): string {
  return reasons.find(([pattern]) => pattern.test(line))?.[1] ?? 'no reason given';
}
