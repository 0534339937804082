// How each object of a pool is read and changed, in AWS's own words and through the SDK. Nothing here knows what Poolward
// makes of it.

export type Json = any;
export type Send = (operation: string, input: Readonly<Record<string, unknown>>) => Promise<Json>;

/** The pool that is changed, and its objects, one of each kind, by their names in AWS. */
export interface Place {
  readonly send: Send;
  readonly poolId: string;
  readonly names: Names;
  /** Once it is known; the name may be what changes. */
  readonly clientId?: string;
}
export interface Names {
  readonly client: string;
  readonly domain: string;
  readonly provider: string;
  readonly resourceServer: string;
  readonly group: string;
  readonly replica: string;
  /** Standard attributes are never changed: the first of these that fits is. */
  readonly attributes: readonly string[];
  /** AWS never returns it, and a call without it removes it. */
  readonly image?: Uint8Array;
}

/** How the members of one operation are reached. */
export interface Kind {
  /** The operation after which the members are called. */
  readonly operation: string;
  /** What to do: `risk configuration of the pool`. */
  readonly what: string;
  readonly update: string;
  /** The object as AWS answers it, and what calls name it by; undefined where the pool has none. */
  read(place: Place): Promise<Read | undefined>;
  /** Members that the answer has under another name. */
  readonly answered?: Readonly<Record<string, string>>;
}
export interface Read {
  readonly target: Readonly<Record<string, unknown>>;
  readonly answer: Json;
}

const pool = ({ poolId }: Place) => ({ UserPoolId: poolId });

/** The id of the client by its name. */
export async function clientId(place: Place): Promise<string | undefined> {
  if (place.clientId) return place.clientId;
  let NextToken: string | undefined;
  do {
    const page = await place.send('ListUserPoolClients', { ...pool(place), MaxResults: 60, NextToken });
    const found = page.UserPoolClients.find((one: Json) => one.ClientName === place.names.client);
    if (found) return found.ClientId;
    NextToken = page.NextToken;
  } while (NextToken);
  return undefined;
}

/** What calls about the client name it by; undefined where the pool has none of that name. */
async function clientTarget(place: Place): Promise<{ UserPoolId: string; ClientId: string } | undefined> {
  const ClientId = await clientId(place);
  return ClientId === undefined ? undefined : { ...pool(place), ClientId };
}

/** Whether an error is what AWS answered, and not that nothing came. */
export function isAnswer(error: unknown): boolean {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode !== undefined;
}

/** What AWS has of the object, or nothing where it says that there is none. */
async function existing(answer: Promise<Json>, member: string): Promise<Json | undefined> {
  try {
    return (await answer)[member];
  } catch (error) {
    if ((error as Error).name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

/** An object that bears a name which calls need. */
function named(
  operation: string,
  what: string,
  describe: string,
  member: string,
  id: string,
  name: (n: Names) => string,
) {
  return {
    operation,
    what,
    update: operation.replace('Create', 'Update'),
    read: async (place: Place): Promise<Read | undefined> => {
      const target = { ...pool(place), [id]: name(place.names) } as Record<string, string>;
      const described = id === 'Domain' ? { Domain: target['Domain'] } : target;
      const answer = await existing(place.send(describe, described), member);
      return answer && Object.keys(answer).length > 0 ? { target, answer } : undefined;
    },
  } satisfies Kind;
}

/** An object of the pool, or of its client. */
function attached(operation: string, describe: string, member: string, of: 'pool' | 'client', all?: string): Kind {
  return {
    operation,
    what: of,
    update: operation,
    answered: { ImageFile: 'ImageUrl' },
    read: async (place) => {
      const target = of === 'client' ? await clientTarget(place) : { ...pool(place), ...(all && { ClientId: all }) };
      if (!target) return undefined;
      const answer = (await place.send(describe, target))[member];
      return answer && { target, answer };
    },
  };
}

const brandingOfClient: Kind = {
  operation: 'CreateManagedLoginBranding',
  what: 'client',
  update: 'UpdateManagedLoginBranding',
  read: async (place) => {
    const input = await clientTarget(place);
    if (!input) return undefined;
    const answer = await existing(place.send('DescribeManagedLoginBrandingByClient', input), 'ManagedLoginBranding');
    return answer && { target: { ...pool(place), ManagedLoginBrandingId: answer.ManagedLoginBrandingId }, answer };
  },
};

const termsOfClient: Kind = {
  operation: 'CreateTerms',
  what: 'client',
  update: 'UpdateTerms',
  read: async (place) => {
    const { Terms } = await place.send('ListTerms', { ...pool(place), MaxResults: 60 });
    if (Terms.length === 0) return undefined;
    const target = { ...pool(place), TermsId: Terms[0].TermsId };
    return { target, answer: (await place.send('DescribeTerms', target)).Terms };
  },
};

const replica: Kind = {
  operation: 'UpdateUserPoolReplica',
  what: 'replica',
  update: 'UpdateUserPoolReplica',
  read: async (place) => {
    const { UserPoolReplicas } = await place.send('ListUserPoolReplicas', pool(place));
    const answer = UserPoolReplicas.find((one: Json) => one.RegionName === place.names.replica);
    return answer && { target: { ...pool(place), RegionName: place.names.replica }, answer };
  },
};

const client: Kind = {
  operation: 'CreateUserPoolClient',
  what: 'client',
  update: 'UpdateUserPoolClient',
  read: async (place) => {
    const target = await clientTarget(place);
    if (!target) return undefined;
    return { target, answer: (await place.send('DescribeUserPoolClient', target)).UserPoolClient };
  },
};

/** A section that every pool has. */
function section(operation: string, update: string, describe: string, member?: string): Kind {
  return {
    operation,
    what: 'pool',
    update,
    read: async (place) => {
      const answer = await place.send(describe, pool(place));
      return { target: pool(place), answer: member ? answer[member] : answer };
    },
  };
}

/** The secrets of a client that has some; AWS never lists their values. */
const secrets: Kind = {
  operation: 'AddUserPoolClientSecret',
  what: 'client',
  update: 'AddUserPoolClientSecret',
  read: async (place) => {
    const target = await clientTarget(place);
    if (!target) return undefined;
    const answer = await place.send('ListUserPoolClientSecrets', target);
    return answer.ClientSecrets.length > 0 ? { target, answer } : undefined;
  },
};

const SET_SESSION = 'SetUserPoolSessionConfiguration';
const CLIENT_SESSION = 'SetUserPoolClientSessionConfiguration';

/** Everything whose members can be changed. */
export const KINDS: readonly Kind[] = [
  {
    ...section('CreateUserPool', 'UpdateUserPool', 'DescribeUserPool', 'UserPool'),
    answered: { PoolName: 'Name', Schema: 'SchemaAttributes' },
  },
  section('SetUserPoolMfaConfig', 'SetUserPoolMfaConfig', 'GetUserPoolMfaConfig'),
  section(SET_SESSION, SET_SESSION, 'GetUserPoolSessionConfiguration'),
  section(
    'SetLogDeliveryConfiguration',
    'SetLogDeliveryConfiguration',
    'GetLogDeliveryConfiguration',
    'LogDeliveryConfiguration',
  ),
  client,
  secrets,
  {
    operation: CLIENT_SESSION,
    what: 'client',
    update: CLIENT_SESSION,
    read: async (place) => {
      const target = await clientTarget(place);
      if (!target) return undefined;
      return { target, answer: await place.send('GetUserPoolClientSessionConfiguration', target) };
    },
  },
  named('CreateUserPoolDomain', 'domain', 'DescribeUserPoolDomain', 'DomainDescription', 'Domain', (n) => n.domain),
  named(
    'CreateResourceServer',
    'resource server',
    'DescribeResourceServer',
    'ResourceServer',
    'Identifier',
    (n) => n.resourceServer,
  ),
  named(
    'CreateIdentityProvider',
    'identity provider',
    'DescribeIdentityProvider',
    'IdentityProvider',
    'ProviderName',
    (n) => n.provider,
  ),
  named('CreateGroup', 'group', 'GetGroup', 'Group', 'GroupName', (n) => n.group),
  attached('SetRiskConfiguration', 'DescribeRiskConfiguration', 'RiskConfiguration', 'pool'),
  attached('SetRiskConfiguration', 'DescribeRiskConfiguration', 'RiskConfiguration', 'client'),
  attached('SetUICustomization', 'GetUICustomization', 'UICustomization', 'pool', 'ALL'),
  attached('SetUICustomization', 'GetUICustomization', 'UICustomization', 'client'),
  brandingOfClient,
  termsOfClient,
  replica,
];
