import { defineFacet } from './kit/define.js';
import { ordered } from './kit/stronger.js';

const MODES = { off: 'OFF', audit: 'AUDIT', enforced: 'ENFORCED' } as const;
const stronger = ordered(Object.keys(MODES));

export const threatProtection = defineFacet({
  id: 'threatProtection',
  title: 'Threat protection',
  summary: 'Whether Cognito rates the risk of sign-ins, and acts on it. Needs tier plus.',
  reads: ['pool'],
  resource: 'aws_cognito_user_pool',
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html',
  ],
  silence: 'recorded: UserPoolAddOns is absent where nobody set it (cdk-real-drift)',
  fields: (f) => ({
    mode: f.oneOf(MODES, {
      doc: 'For sign-in with a password: off, only recorded, or acted upon.',
      default: 'off',
      covers: ['CreateUserPool.UserPoolAddOns.AdvancedSecurityMode'],
      readable: 'whenSet',
      live: ({ pool }) => pool.UserPoolAddOns?.AdvancedSecurityMode,
      terraform: (advancedSecurityMode) => ({ userPoolAddOns: { advancedSecurityMode } }),
      write: (mode) => ({
        operation: 'UpdateUserPool',
        partial: { UserPoolAddOns: { AdvancedSecurityMode: (mode ?? 'OFF') as 'OFF' } },
      }),
      severity: 'error',
      stronger,
    }),
    customAuth: f.oneOf(MODES, {
      doc: 'The same for sign-in with custom challenges.',
      default: 'off',
      covers: ['CreateUserPool.UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode'],
      readable: 'whenSet',
      live: ({ pool }) => pool.UserPoolAddOns?.AdvancedSecurityAdditionalFlows?.CustomAuthMode,
      // AWS has no word for off here: the member is left out.
      terraform: (customAuthMode) =>
        customAuthMode === 'OFF' ? {} : { userPoolAddOns: { advancedSecurityAdditionalFlows: { customAuthMode } } },
      write: (mode) => ({
        operation: 'UpdateUserPool',
        partial: {
          UserPoolAddOns: {
            AdvancedSecurityAdditionalFlows:
              mode === undefined || mode === 'OFF' ? undefined : { CustomAuthMode: mode as 'AUDIT' },
          },
        },
      }),
      computed: true,
      severity: 'error',
      stronger,
    }),
  }),
});
