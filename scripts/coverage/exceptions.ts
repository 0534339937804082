/** Why a writable member is no row's. */
export interface Exception {
  readonly kind: /** The name of an object: its key in the spec. Another name is another object, and the old one is missing. */
    | 'key'
    /** Says the same as a member that a row covers. */
    | 'alias'
    /** What it is, nobody may know; that it is there is a setting. */
    | 'secret';
  readonly reason: string;
  /** The member that it is an alias of. */
  readonly of?: string;
}

const key = (reason: string): Exception => ({ kind: 'key', reason });

/** The members of AddCustomAttributes are those of the schema, for a pool that is there already. */
function ofTheSchema(): Record<string, Exception> {
  const members = [
    'Name',
    'AttributeDataType',
    'DeveloperOnlyAttribute',
    'Mutable',
    'Required',
    'NumberAttributeConstraints.MinValue',
    'NumberAttributeConstraints.MaxValue',
    'StringAttributeConstraints.MinLength',
    'StringAttributeConstraints.MaxLength',
  ];
  return Object.fromEntries(
    members.map((member) => [
      `AddCustomAttributes.CustomAttributes[].${member}`,
      { kind: 'alias', of: `CreateUserPool.Schema[].${member}`, reason: 'an attribute that is added later' },
    ]),
  );
}

/** Every writable member that no row covers. One that a row covers, or that the SDK no longer has, fails the tests by name. */
export const EXCEPTIONS: Readonly<Record<string, Exception>> = {
  'CreateGroup.GroupName': key('the key of groups'),
  'CreateIdentityProvider.ProviderName': key('the key of identityProviders'),
  'CreateResourceServer.Identifier': key('the key of resourceServers'),
  'CreateTerms.TermsName': key('the second half of the key of terms'),
  'CreateUserPool.Schema[].Name': key('the key of attributes'),
  'CreateUserPoolDomain.Domain': key('the key of domains'),
  'CreateUserPoolReplica.RegionName': key('the key of replicas'),
  'SetLogDeliveryConfiguration.LogConfigurations[].EventSource': key(
    'names the setting of logs: userNotification or userAuthEvents',
  ),
  'CreateUserPoolClient.ClientSecret': {
    kind: 'secret',
    reason: 'a secret that the caller brings: clients.<key>.secret says whether there is one',
  },
  ...ofTheSchema(),
};

/** Rows of a live pool that cover no member, and what they stand for. One that covers a member fails the tests. */
export const WITHOUT_MEMBER: Readonly<Record<string, string>> = {
  'clients.secretMaxAgeDays': 'the age of a secret, which nobody writes',
  'identityProviders.secretVariable': 'the client_secret or private_key in ProviderDetails: compared by presence',
  'users.attributes': 'users are no configuration; the spec may declare a few',
  'users.enabled': 'users are no configuration; the spec may declare a few',
};

/** Members that a row covers and AWS never returns. */
export const UNVERIFIABLE: Readonly<Record<string, string>> = {
  'CreateUserPoolReplica.UserPoolTags.*':
    'ListUserPoolReplicas shows no tags: they are kept in the Region of the replica',
};
