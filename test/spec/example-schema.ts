const text = { type: 'string' };
const duration = {
  type: 'string',
  pattern: '^[1-9][0-9]*[smhd]$',
  'x-says': 'a number and a unit: 30s, 5m, 12h or 30d',
};

/** A small schema with every construct that findings have words for. */
export const exampleSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  additionalProperties: false,
  required: ['pool'],
  properties: {
    pool: {
      type: 'object',
      additionalProperties: false,
      required: ['id', 'region', 'account'],
      properties: {
        id: {
          ...text,
          pattern: '^[a-z][a-z0-9-]*$',
          'x-says': 'lower-case letters, digits and hyphens',
          maxLength: 20,
        },
        name: { ...text, minLength: 1, description: 'What the console shows.' },
        region: { ...text, examples: ['eu-west-1'] },
        account: { ...text, pattern: '^[0-9]{12}$', 'x-says': 'twelve digits' },
      },
    },
    passwordPolicy: {
      type: 'object',
      additionalProperties: false,
      properties: {
        minimumLength: { type: 'integer', minimum: 6, maximum: 99, default: 8 },
        requireNumbers: { type: 'boolean', default: true },
        score: { type: 'number', multipleOf: 5, exclusiveMinimum: 0 },
      },
    },
    mfa: {
      type: 'object',
      additionalProperties: false,
      properties: { mode: { type: 'string', enum: ['OFF', 'OPTIONAL', 'ON'] } },
    },
    tags: {
      type: 'object',
      additionalProperties: text,
      propertyNames: { pattern: '^[^ ]+$', 'x-says': 'a name without spaces' },
      maxProperties: 3,
    },
    clients: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        properties: {
          callbackUrls: {
            type: 'array',
            items: { ...text, pattern: '^https://' },
            uniqueItems: true,
            minItems: 1,
            maxItems: 3,
          },
          accessToken: duration,
          secret: { type: 'string', minLength: 8, 'x-sensitive': true, pattern: '^s' },
          link: { type: 'string', format: 'uri' },
        },
      },
    },
    sender: { anyOf: [{ const: 'COGNITO' }, { $ref: '#/definitions/ses' }] },
    lifetime: { anyOf: [duration, { type: 'integer', minimum: 1 }] },
    provider: {
      oneOf: [
        {
          type: 'object',
          required: ['type', 'clientId'],
          properties: { type: { const: 'Google' }, clientId: text },
          additionalProperties: false,
        },
        {
          type: 'object',
          required: ['type', 'metadata'],
          properties: { type: { const: 'SAML' }, metadata: text },
          additionalProperties: false,
        },
      ],
    },
    contact: { type: 'object', anyOf: [{ required: ['email'] }, { required: ['phone'] }] },
    sms: {
      type: 'object',
      properties: { on: { type: 'boolean' }, role: text },
      if: { properties: { on: { const: true } }, required: ['on'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { required: ['role'] },
      else: { properties: { role: false } },
    },
  },
  definitions: {
    ses: {
      type: 'object',
      required: ['arn'],
      additionalProperties: false,
      properties: { arn: { $ref: '#/definitions/arn' }, from: text },
    },
    arn: { type: 'string', pattern: '^arn:', 'x-says': 'an ARN' },
  },
};
