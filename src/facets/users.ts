import type { TerraformContext } from '../model/facet.js';
import { defineKeyedFacet } from './kit/define.js';
import { reference } from './kit/reference.js';

type Attributes = Readonly<Record<string, string>>;

/** Only what the spec declares: users change the rest themselves (a verified address, a picture). */
function holds(desired: Attributes, live: Attributes): boolean {
  return Object.entries(desired).every(([name, value]) => live[name] === value);
}

/**
 * Where the user name is an attribute, AWS fills that attribute from the name. The provider reads it back, and plans to
 * remove it for ever unless it is written out too.
 */
function nameAsAttribute(values: { readonly attributes: unknown }, context: TerraformContext, username: string) {
  const names = context.desired('signIn.usernameAttributes') as readonly string[] | undefined;
  const own = username.startsWith('+') ? 'phone_number' : 'email';
  if (!names?.includes(own === 'email' ? 'email' : 'phone') || own in ((values.attributes as Attributes) ?? {}))
    return {};
  return { attributes: { [own]: username } };
}

export const users = defineKeyedFacet({
  id: 'users',
  title: 'Users',
  summary:
    'Users that come with the pool: a test user, the first administrator. Everybody else is not the spec’s business.',
  noun: 'user',
  reads: ['users'],
  resource: 'aws_cognito_user',
  references: ['https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html'],
  key: {
    doc: 'User name; in a pool whose user name is an attribute, the address or number itself.',
    pattern: '^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,128}$',
    example: 'ada@example.com',
  },
  closed: false,
  extra: 'note',
  entries: ({ users }) => users,
  silence: 'inferred: a user is enabled until somebody disables it',
  fields: (f) => ({
    attributes: f.map({
      doc: 'Attributes of the user. Only those listed here are compared.',
      keys: { length: [1, 32] },
      values: { length: [0, 2048] },
      default: {},
      example: { email: 'ada@example.com' },
      covers: [],
      live: (user) => Object.fromEntries((user.Attributes ?? []).map(({ Name, Value }) => [Name ?? '', Value ?? ''])),
      equal: holds,
      terraform: (attributes) => (Object.keys(attributes).length > 0 ? { attributes } : {}),
      severity: 'note',
    }),
    enabled: f.boolean({
      doc: 'Whether the user may sign in.',
      default: true,
      covers: [],
      live: (user) => user.Enabled,
      terraform: (enabled) => ({ enabled }),
    }),
    invite: f.oneOf(
      { email: 'EMAIL', sms: 'SMS', none: 'NONE' },
      {
        doc: 'How the invitation with the temporary password is sent when the user is created.',
        default: 'email',
        covers: [],
        terraform: (medium) =>
          medium === 'NONE' ? { messageAction: 'SUPPRESS' } : { desiredDeliveryMediums: [medium] },
      },
    ),
  }),
  assemble: (values, context, username) => ({
    username,
    userPoolId: reference('aws_cognito_user_pool', 'pool', 'id'),
    ...nameAsAttribute(values, context, username),
  }),
});
