import type { AttributeDataType, SchemaAttributeType } from '@aws-sdk/client-cognito-identity-provider';
import type { Checked } from '../operation.js';

type Declared = Checked<SchemaAttributeType>;

const text = (MinLength: string, MaxLength: string) => ({ StringAttributeConstraints: { MinLength, MaxLength } });
const anyText = text('0', '2048');

/** In the order in which AWS answers, which is neither alphabetical nor the declared one (recorded reads). */
const standard: Readonly<Record<string, Partial<SchemaAttributeType>>> = {
  profile: anyText,
  address: anyText,
  birthdate: text('10', '10'),
  gender: anyText,
  preferred_username: anyText,
  updated_at: { AttributeDataType: 'Number', NumberAttributeConstraints: { MinValue: '0' } },
  website: anyText,
  picture: anyText,
  identities: { StringAttributeConstraints: {} },
  sub: { Mutable: false, Required: true, ...text('1', '2048') },
  phone_number: anyText,
  phone_number_verified: { AttributeDataType: 'Boolean' },
  zoneinfo: anyText,
  locale: anyText,
  email: anyText,
  email_verified: { AttributeDataType: 'Boolean' },
  given_name: anyText,
  family_name: anyText,
  middle_name: anyText,
  name: anyText,
  nickname: anyText,
};

export const isStandard = (name: string): boolean => Object.hasOwn(standard, name);

/** The data type of a standard attribute, which nobody can change. */
export const standardType = (name: string): AttributeDataType => standard[name]?.AttributeDataType ?? 'String';

/** The whole schema of a new pool: the standard attributes as declared or as they are by default, then the custom ones. */
export function schemaOf(declared: readonly Declared[], withIdentities: boolean): SchemaAttributeType[] {
  const names = Object.keys(standard).filter((name) => withIdentities || name !== 'identities');
  const given = new Map(declared.map((attribute) => [attribute.Name ?? '', attribute]));
  const own = declared.filter((attribute) => !isStandard(attribute.Name ?? ''));
  return [...names.map((name) => standardAttribute(name, given.get(name))), ...own.map(customAttribute)];
}

function standardAttribute(name: string, declared: Declared = {}): SchemaAttributeType {
  return {
    Name: name,
    AttributeDataType: standardType(name),
    DeveloperOnlyAttribute: false,
    Mutable: true,
    Required: false,
    ...structuredClone(standard[name]),
    ...declared,
  };
}

/** A custom attribute as AWS keeps it: with its prefix, and with empty constraints when none were given. */
export function customAttribute(declared: Declared): SchemaAttributeType {
  const { StringAttributeConstraints, NumberAttributeConstraints } = declared;
  const type = declared.AttributeDataType;
  return {
    Name: customName(declared),
    AttributeDataType: type,
    DeveloperOnlyAttribute: declared.DeveloperOnlyAttribute ?? false,
    Mutable: declared.Mutable ?? true,
    Required: declared.Required ?? false,
    ...(type === 'String' ? { StringAttributeConstraints: StringAttributeConstraints ?? {} } : {}),
    ...(type === 'Number' ? { NumberAttributeConstraints: NumberAttributeConstraints ?? {} } : {}),
  };
}

/** `tier` is kept as `custom:tier`, a developer-only one as `dev:custom:tier` (the API reference says `dev:tier`, answers do not). */
export function customName({ Name = '', DeveloperOnlyAttribute }: Declared): string {
  return `${DeveloperOnlyAttribute ? 'dev:' : ''}custom:${Name}`;
}
