import type { ChangeContext, TerraformContext, Write } from '../model/facet.js';
import { defineFacet } from './kit/define.js';
import { narrower, off } from './kit/stronger.js';
import { unsupportedWithoutIssue } from './kit/unsupported.js';

const GRANTS = { code: 'code', clientCredentials: 'client_credentials', implicit: 'implicit' } as const;
type Word = keyof typeof GRANTS;
const UNSUPPORTED = unsupportedWithoutIssue(
  'aws_cognito_user_pool has no dynamic client registration',
  'cognito_user_pool',
);

/**
 * The whole configuration: "If you include it, Amazon Cognito replaces the existing configuration … Members that you omit
 * revert to their default values, and an omitted EnableStatus turns dynamic client registration on."
 * Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html
 */
function write({ own }: TerraformContext, said: Readonly<Record<string, unknown>>): Write {
  const grants = (setting: string) =>
    (setting in said ? said[setting] : (own(setting) as readonly Word[] | undefined)?.map((word) => GRANTS[word])) as
      | 'code'[]
      | undefined;
  const value = <T>(setting: string) => (setting in said ? said[setting] : own(setting)) as T | undefined;
  return {
    operation: 'UpdateUserPool',
    partial: {
      DcrConfiguration: {
        EnableStatus: value('enabled') === true ? 'Enabled' : 'Disabled',
        OpenDcrEnabled: value<boolean>('open'),
        AuthenticatedGrantTypes: grants('grants'),
        OpenDcrGrantTypes: grants('openGrants'),
        AllowedScopes: value<readonly string[]>('scopes'),
      },
    },
  };
}

const followsEnabled = (context: ChangeContext): string | undefined =>
  context.changed('dynamicRegistration.enabled') ? 'dynamicRegistration.enabled' : undefined;

export const dynamicRegistration = defineFacet({
  id: 'dynamicRegistration',
  title: 'Dynamic client registration',
  summary:
    'Whether applications may register app clients of their own at the pool’s domain. Needs tier essentials or plus.',
  reads: ['pool'],
  resource: undefined,
  references: [
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DcrConfigurationType.html',
  ],
  silence: 'documented: DcrConfigurationType',
  fields: (f) => ({
    enabled: f.boolean({
      doc: 'Whether registration is on. The clients that it makes are in no spec: each is reported as undeclared.',
      default: false,
      covers: ['CreateUserPool.DcrConfiguration.EnableStatus'],
      readable: 'whenSet',
      // "If you provide a dynamic client registration configuration without this value, Amazon Cognito turns [it] on."
      live: ({ pool }) => pool.DcrConfiguration && (pool.DcrConfiguration.EnableStatus ?? 'Enabled') === 'Enabled',
      terraform: UNSUPPORTED,
      write: (enabled, context) => write(context, { enabled }),
      severity: 'error',
      stronger: off,
    }),
    open: f.boolean({
      doc: 'Whether anybody may register, without an initial access token.',
      default: false,
      covers: ['CreateUserPool.DcrConfiguration.OpenDcrEnabled'],
      readable: 'whenSet',
      live: ({ pool }) => pool.DcrConfiguration?.OpenDcrEnabled,
      terraform: UNSUPPORTED,
      write: (open, context) => write(context, { open }),
      derivedFrom: followsEnabled,
      severity: 'error',
      stronger: off,
    }),
    grants: f.set({
      doc: 'OAuth grants of clients that register with a token. An empty list refuses every registration; implicit is ignored.',
      words: GRANTS,
      default: ['code', 'clientCredentials'],
      covers: ['CreateUserPool.DcrConfiguration.AuthenticatedGrantTypes[]'],
      readable: 'whenSet',
      live: ({ pool }) => pool.DcrConfiguration?.AuthenticatedGrantTypes,
      terraform: UNSUPPORTED,
      write: (grants, context) => write(context, { grants }),
      derivedFrom: followsEnabled,
      severity: 'error',
      stronger: narrower,
    }),
    openGrants: f.set({
      doc: 'OAuth grants of clients that register without a token. With clientCredentials anybody can obtain tokens for machines, at your cost.',
      words: GRANTS,
      default: ['code'],
      covers: ['CreateUserPool.DcrConfiguration.OpenDcrGrantTypes[]'],
      readable: 'whenSet',
      live: ({ pool }) => pool.DcrConfiguration?.OpenDcrGrantTypes,
      terraform: UNSUPPORTED,
      write: (openGrants, context) => write(context, { openGrants }),
      derivedFrom: followsEnabled,
      severity: 'error',
      stronger: narrower,
    }),
    scopes: f.set({
      doc: 'Scopes that such clients may ask for beside openid, email, phone and profile.',
      items: {
        length: [1, 256],
        pattern: '^[\\x21\\x23-\\x5B\\x5D-\\x7E]+$',
        says: 'a scope without spaces and quotes',
      },
      count: [0, 50],
      default: [],
      example: ['orders/read'],
      covers: ['CreateUserPool.DcrConfiguration.AllowedScopes[]'],
      readable: 'whenSet',
      live: ({ pool }) => pool.DcrConfiguration?.AllowedScopes,
      terraform: UNSUPPORTED,
      write: (scopes, context) => write(context, { scopes }),
      derivedFrom: followsEnabled,
      severity: 'error',
      stronger: narrower,
    }),
  }),
});
