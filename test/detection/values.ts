// Other values for a member, from its type and from what it holds.
import type { Member } from '../harness/writable-members.js';
import type { Json } from './objects.js';

const arn = (service: string, rest: string, account = '123456789012') => `arn:aws:${service}:${account}:${rest}`;
const lambda = arn('lambda:us-east-1', 'function:other');
const role = arn('iam:', 'role/other');

/** Where a letter more, or a text out of nowhere, would not do: what AWS accepts instead. */
const SPECIAL: readonly (readonly [member: RegExp, ...values: string[]])[] = [
  [/LambdaConfig\..*(KMSKeyID)$/, arn('kms:us-east-1', 'key/other')],
  [/LambdaConfig\.(?!.*Version)/, lambda],
  [/KmsKeyArn$/, arn('kms:us-east-1', 'key/other')],
  [/CertificateArn$/, arn('acm:us-east-1', 'certificate/99999999-2222-3333-4444-555555555555')],
  [/(Caller|Role)Arn$/, role],
  [/(EmailConfiguration|NotifyConfiguration)\.SourceArn$/, arn('ses:us-east-1', 'identity/other.example')],
  [/AnalyticsConfiguration\.ApplicationArn$/, arn('mobiletargeting:us-east-1', 'apps/bbbbbbbbbbbb')],
  [/AnalyticsConfiguration\.ApplicationId$/, 'bbbbbbbbbbbb'],
  [/LogGroupArn$/, arn('logs:us-east-1', 'log-group:other')],
  [/BucketArn$/, 'arn:aws:s3:::other-bucket'],
  [/StreamArn$/, arn('firehose:us-east-1', 'deliverystream/other')],
  [/(From|ReplyTo|ReplyToEmailAddress)$/, 'other@example.com'],
  [/EmailMessageByLink$/, 'Other {##link##}'],
  [/InviteMessageTemplate.*Message$/, '{username} other {####}'],
  [/Message$/, 'Other {####}'],
  [/(URLs\[\])$/, 'https://app.example.com/b', 'https://other.example/cb'],
  [/URI$/, 'https://app.example.com/b', 'https://other.example/cb'],
  [/Links\.\*$/, 'https://other.example/'],
  [/IPRangeList\[\]$/, '203.0.113.0/24'],
  [/AllowedOAuthScopes\[\]$/, 'phone'],
  [/SupportedIdentityProviders\[\]$/, 'COGNITO'],
  [/(Read|Write)Attributes\[\]$/, 'nickname'],
  [/RelyingPartyId$/, 'other.example.com'],
  [/(SnsRegion|EumsSms\.Region|SecondaryRegion)$/, 'eu-central-1'],
  [/(Min|Max)(Length|Value)$/, '3'],
  [/ClientSecret$/, 'aNotherSecretOfFortyCharacters0123456789'],
  [/PrimaryRoute53HealthCheckId$/, '99999999-2222-3333-4444-555555555555'],
];

function texts(member: string, current: Json): string[] {
  const special = SPECIAL.find(([pattern]) => pattern.test(member))?.slice(1) as string[] | undefined;
  return special ?? [typeof current === 'string' ? `${current}x` : 'other'];
}

/** Other values of a scalar. */
export function otherValues(member: string, { words, type }: Member, current: Json): Json[] {
  // Of one word there is no other: one that AWS may bring.
  if (words.length > 0) return words.length > 1 ? words.filter((word) => word !== current) : ['OTHER'];
  if (type === 'block') return current === undefined ? [{}] : [];
  if (type === 'boolean') return current === undefined ? [true, false] : [!current];
  if (type === 'number') return typeof current === 'number' ? [current + 1, current - 1] : [3, 30, 120];
  if (type === 'Uint8Array') return [Buffer.from('another image')];
  if (type === 'string') return texts(member, current).filter((text) => text !== current);
  return [{ ...(current ?? {}), other: { enabled: true } }];
}

/** Other lists: one item more, one less. */
export function otherLists(member: string, about: Member, current: Json[] = []): Json[][] {
  const words = about.words.filter((word) => !current.includes(word));
  const more =
    about.words.length > 0 ? words : otherValues(member, about, undefined).filter((one) => !current.includes(one));
  return [...more.map((one) => [...current, one]), ...(current.length > 0 ? [current.slice(0, -1)] : [])];
}

/** Other maps: another value, one entry more, one less. */
export function otherMaps(member: string, about: Member, current: Json = {}): Json[] {
  const [first, ...rest] = Object.entries(current);
  const added = NEW_KEY.find(([pattern]) => pattern.test(member))?.[1] ?? 'other';
  const one = otherValues(member, about, undefined)[0];
  return [
    ...(first ? otherValues(member, about, first[1]).map((value) => ({ ...current, [first[0]]: value })) : []),
    ...(added in current ? [] : [{ ...current, [added]: one }]),
    ...(first ? [Object.fromEntries(rest)] : []),
  ];
}

const NEW_KEY: readonly (readonly [RegExp, string])[] = [
  [/AttributeMapping/, 'nickname'],
  [/(AcrMapping|AcrConfiguration)/, 'Level3'],
  [/Links/, 'cognito:german'],
];
