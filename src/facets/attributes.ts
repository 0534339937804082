import type { SchemaAttributeType } from '@aws-sdk/client-cognito-identity-provider';
import { sameValue } from '../model/equality.js';
import type { Listed, TerraformArguments } from '../model/facet.js';
import { defineKeyedFacet } from './kit/define.js';
import { off } from './kit/stronger.js';

const TYPES = { string: 'String', number: 'Number', dateTime: 'DateTime', boolean: 'Boolean' } as const;

type Type = keyof typeof TYPES;
interface Shape {
  readonly type: Type;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minValue?: number;
  readonly required?: boolean;
  readonly mutable?: boolean;
}

const TEXT: Shape = { type: 'string', minLength: 0, maxLength: 2048 };

/**
 * The attributes every pool has, as AWS makes them (recorded reads of real pools). All are optional and mutable
 * except `sub`; `birthdate` changed in July 2024, so older pools have it as plain text.
 */
const STANDARD: Readonly<Record<string, Shape>> = {
  ...Object.fromEntries(
    (
      'name given_name family_name middle_name nickname preferred_username profile picture website email gender ' +
      'zoneinfo locale phone_number address'
    )
      .split(' ')
      .map((name) => [name, TEXT]),
  ),
  birthdate: { type: 'string', minLength: 10, maxLength: 10 },
  sub: { type: 'string', minLength: 1, maxLength: 2048, required: true, mutable: false },
  email_verified: { type: 'boolean' },
  phone_number_verified: { type: 'boolean' },
  updated_at: { type: 'number', minValue: 0 },
  identities: { type: 'string' },
};

const numeric = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

function shapeOf(live: SchemaAttributeType): Required<Pick<Shape, 'required' | 'mutable'>> & Record<string, unknown> {
  return {
    type: Object.entries(TYPES).find(([, aws]) => aws === live.AttributeDataType)?.[0],
    minLength: numeric(live.StringAttributeConstraints?.MinLength),
    maxLength: numeric(live.StringAttributeConstraints?.MaxLength),
    minValue: numeric(live.NumberAttributeConstraints?.MinValue),
    required: live.Required ?? false,
    mutable: live.Mutable ?? true,
  };
}

/** A standard attribute in exactly the shape that AWS gives it; made required, say, it is a difference. */
function untouched({ name, item }: Listed<SchemaAttributeType>): boolean {
  const standard = STANDARD[name];
  if (!standard || !item.ok || item.value.DeveloperOnlyAttribute) return false;
  const known = name === 'birthdate' ? [standard, TEXT] : [standard];
  return known.some((shape) => sameValue(shapeOf(item.value), { required: false, mutable: true, ...shape }));
}

const constraint =
  (member: 'minLength' | 'maxLength' | 'minValue') =>
  (_values: unknown, _identity: unknown, key = ''): number | undefined =>
    STANDARD[key]?.[member];

/** Terraform and CreateUserPool take custom attributes without the prefix that AWS puts before them. */
function schemaItem(key: string, values: Readonly<Record<string, unknown>>) {
  const { type, minLength, maxLength, minValue, maxValue } = values as Record<string, number | string | undefined>;
  const text = (value: unknown) => (value === undefined ? undefined : String(value));
  return {
    name: key.replace(/^(dev:)?custom:|^dev:/, ''),
    attributeDataType: TYPES[(type as Type | undefined) ?? 'string'],
    developerOnlyAttribute: values['developerOnly'] === true || undefined,
    mutable: values['mutable'] as boolean,
    required: values['required'] as boolean,
    ...(type === 'string' && {
      stringAttributeConstraints: { minLength: text(minLength), maxLength: text(maxLength) },
    }),
    ...(type === 'number' && { numberAttributeConstraints: { minValue: text(minValue), maxValue: text(maxValue) } }),
  };
}

/** Of an attribute of one's own. */
const NAME = '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,20}';

const FIXED =
  'An attribute cannot be changed or removed once the pool has it: "Existing schema attributes cannot be modified or deleted."';

export const attributes = defineKeyedFacet({
  id: 'attributes',
  title: 'Attributes',
  summary:
    'What the pool holds of a user: standard attributes by their name, your own as `custom:name`. They can be added, never changed or removed.',
  noun: 'attribute',
  reads: ['pool'],
  resource: 'aws_cognito_user_pool',
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html',
  ],
  key: {
    doc: 'A standard attribute, or `custom:` and a name of at most 20 characters.',
    // Names of AWS’s own are taken here, so that a rule can say why they cannot be declared: attribute-name-reserved.
    pattern: `^(${Object.keys(STANDARD).join('|')}|(dev:)?custom:${NAME}|dev:${NAME}|cognito:${NAME})$`,
    example: 'custom:tenant',
  },
  closed: true,
  extra: 'warning',
  entries: ({ pool }) =>
    (pool.SchemaAttributes ?? []).map((item) => ({ name: item.Name ?? '', item: { ok: true, value: item } })),
  fixed: FIXED,
  expected: untouched,
  adviseExtra: () => ({ convergedBy: 'nobody', cause: FIXED, deploy: 'fails, if it tries to remove it' }),
  assembleAll: (entries): TerraformArguments['aws_cognito_user_pool'] =>
    entries.size > 0 ? { schema: [...entries].map(([key, values]) => schemaItem(key, values)) } : {},
  silence: 'recorded: String, mutable, not required, for a declared attribute that says nothing (cdk-real-drift)',
  fields: (f) => ({
    type: f.oneOf(TYPES, {
      doc: 'Type of the value. Standard attributes have theirs already.',
      default: 'string',
      covers: ['CreateUserPool.Schema[].AttributeDataType'],
      implied: (_values, _identity, key = '') => STANDARD[key]?.type,
      live: (item) => item.AttributeDataType,
      terraform: { via: 'attributes' },
      onChange: 'replace',
    }),
    required: f.boolean({
      doc: 'Whether a user must have it. Only a standard attribute can be required.',
      default: false,
      covers: ['CreateUserPool.Schema[].Required'],
      implied: (_values, _identity, key = '') => STANDARD[key]?.required,
      live: (item) => item.Required,
      terraform: { via: 'attributes' },
      onChange: 'replace',
    }),
    mutable: f.boolean({
      doc: 'Whether its value may change. One that an identity provider fills must be mutable.',
      default: true,
      covers: ['CreateUserPool.Schema[].Mutable'],
      implied: (_values, _identity, key = '') => STANDARD[key]?.mutable,
      live: (item) => item.Mutable,
      terraform: { via: 'attributes' },
      onChange: 'replace',
      stronger: off,
    }),
    developerOnly: f.boolean({
      doc: 'Whether only administrators may write it (legacy; prefer the write attributes of clients).',
      default: false,
      covers: ['CreateUserPool.Schema[].DeveloperOnlyAttribute'],
      live: (item) => item.DeveloperOnlyAttribute,
      terraform: { via: 'attributes' },
      onChange: 'replace',
    }),
    minLength: f.integer({
      doc: 'Fewest characters of a text.',
      range: [0, 2048],
      example: 1,
      covers: ['CreateUserPool.Schema[].StringAttributeConstraints.MinLength'],
      implied: constraint('minLength'),
      live: (item) => numeric(item.StringAttributeConstraints?.MinLength),
      terraform: { via: 'attributes' },
      onChange: 'replace',
    }),
    maxLength: f.integer({
      doc: 'Most characters of a text.',
      range: [0, 2048],
      example: 64,
      covers: ['CreateUserPool.Schema[].StringAttributeConstraints.MaxLength'],
      implied: constraint('maxLength'),
      live: (item) => numeric(item.StringAttributeConstraints?.MaxLength),
      terraform: { via: 'attributes' },
      onChange: 'replace',
    }),
    minValue: f.integer({
      doc: 'Smallest value of a number.',
      range: [-(2 ** 53), 2 ** 53],
      example: 0,
      covers: ['CreateUserPool.Schema[].NumberAttributeConstraints.MinValue'],
      implied: constraint('minValue'),
      live: (item) => numeric(item.NumberAttributeConstraints?.MinValue),
      terraform: { via: 'attributes' },
      onChange: 'replace',
    }),
    maxValue: f.integer({
      doc: 'Largest value of a number.',
      range: [-(2 ** 53), 2 ** 53],
      example: 100,
      covers: ['CreateUserPool.Schema[].NumberAttributeConstraints.MaxValue'],
      live: (item) => numeric(item.NumberAttributeConstraints?.MaxValue),
      terraform: { via: 'attributes' },
      onChange: 'replace',
    }),
  }),
});
