import type { JsonSchema, TerraformContext, TerraformResource } from '../model/facet.js';
import type { RestoreSettings } from '../model/trigger-settings.js';
import { defineFacet } from './kit/define.js';
import { madeArn, madeFunction, madeTriggers, policyOnPool, terraformName } from './kit/made-functions.js';
import { reference } from './kit/reference.js';
import { on } from './kit/stronger.js';

const FACTORS = { totp: 'totp', email: 'email', sms: 'sms' } as const;
type Factor = keyof typeof FACTORS;

/** What counts instead for some users. */
export interface UserMfaOverride {
  readonly factors: readonly Factor[];
  readonly preferred?: Factor;
  readonly group?: string;
  readonly attribute?: string;
  readonly equals?: string;
}

const factor = { type: 'string', enum: Object.keys(FACTORS) };

const OVERRIDES: JsonSchema = {
  type: 'array',
  maxItems: 100,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['factors'],
    properties: {
      group: {
        type: 'string',
        pattern: '^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,128}$',
        'x-says': 'the name of a group',
        description: 'Members of this group.',
      },
      attribute: {
        type: 'string',
        pattern: '^[A-Za-z0-9_:.-]{1,60}$',
        'x-says': 'the name of an attribute, such as custom:tenant',
        description: 'Users whose attribute of this name is `equals`.',
      },
      equals: { type: 'string', maxLength: 2048, description: 'The value of the attribute, as AWS shows it.' },
      factors: { type: 'array', items: factor, uniqueItems: true, maxItems: 3 },
      preferred: factor,
    },
  },
};

const RESTORE = 'postConfirmation';
const LOG_DAYS = 30;

/** The function that applies the policy to one user, and what it may do to the users of this pool. */
function restoring(_values: object, context: TerraformContext): TerraformResource[] {
  const { identity } = context;
  if (!madeTriggers(context).includes(RESTORE)) return [];
  const settings = restoreSettings(context);
  return [
    ...madeFunction(identity, RESTORE, {
      settings,
      logDays: LOG_DAYS,
      description: `Restores MFA after a new password, for the Cognito user pool ${identity.id}`,
    }),
    usersPolicy(settings.overrides.some((one) => (one as UserMfaOverride).group !== undefined)),
  ];
}

/** A policy of its own: the pool names the function, and this names the pool. */
function usersPolicy(asksForGroups: boolean): TerraformResource {
  const groups = asksForGroups ? ['AdminListGroupsForUser'] : [];
  return {
    type: 'aws_iam_role_policy',
    name: `${terraformName(RESTORE)}_users`,
    arguments: {
      name: 'users',
      role: reference('aws_iam_role', terraformName(RESTORE), 'name'),
      policy: policyOnPool(['AdminGetUser', ...groups, 'AdminSetUserMFAPreference']),
    },
  };
}

function restoreSettings({ desired }: TerraformContext): RestoreSettings {
  const preferred = desired('userMfa.preferred');
  const mode = desired('mfa.mode') as string;
  return {
    factors: (desired('userMfa.factors') ?? []) as readonly string[],
    ...(typeof preferred === 'string' && { preferred }),
    overrides: (desired('userMfa.overrides') ?? []) as readonly unknown[],
    mode,
    offered: mode === 'off' ? [] : ['email', 'sms', 'totp'].filter((factor) => desired(`mfa.${factor}`) === true),
  };
}

export const userMfa = defineFacet({
  id: 'userMfa',
  title: 'MFA of users',
  summary:
    'Which second factors each user shall have enabled, and which one is asked for. `poolward users audit --deep` measures users against it, and `poolward users enforce` applies it. It is no setting of the pool.',
  reads: [],
  resource: undefined,
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserMFAPreference.html',
  ],
  implies: (value, identity) =>
    value('userMfa.restoreAfterReset') === true ? { [`triggers.${RESTORE}`]: madeArn(identity, RESTORE) } : {},
  resources: restoring,
  fields: (f) => ({
    factors: f.list({
      doc: 'What each user shall have enabled, as far as the pool offers it and the user can receive it: an address, a number, or a registered app. Where MFA is optional, other factors are switched off; where it is required, Cognito keeps them. Empty or left out: nothing is demanded of users whom no override names.',
      words: FACTORS,
      count: [0, 3],
      example: ['totp', 'email'],
      covers: [],
    }),
    preferred: f.oneOf(FACTORS, {
      doc: 'Which one is asked for. One of `factors`; who cannot use it gets the first usable one of `factors`. Left out: nothing is demanded of the preference.',
      example: 'email',
      covers: [],
    }),
    overrides: f.custom<readonly UserMfaOverride[]>(OVERRIDES)({
      doc: 'What counts instead for members of a group, or for users with an attribute. The first that matches counts alone; one with `factors: []` demands nothing.',
      default: [],
      example: [
        { group: 'admins', factors: ['totp'] },
        { attribute: 'custom:tenant', equals: 'acme', factors: ['sms'] },
      ],
      covers: [],
    }),
    restoreAfterReset: f.boolean({
      doc: 'Whether a function applies the policy to a user who has set a new password by ForgotPassword: a factor that was suspended for it comes back.',
      default: false,
      covers: [],
      stronger: on,
    }),
  }),
});
