import type { Raw } from '../model/facet.js';
import { defineFacet } from './kit/define.js';

/** AWS orders by Priority, 1 first; the position in the list carries nothing. */
function inOrder({ pool }: Raw<'pool'>): string[] | undefined {
  const mechanisms = pool.AccountRecoverySetting?.RecoveryMechanisms;
  return (
    mechanisms &&
    [...mechanisms].sort((a, b) => (a.Priority ?? 0) - (b.Priority ?? 0)).map((mechanism) => mechanism.Name ?? '')
  );
}

const byPosition = (names: readonly string[]) => names.map((name, index) => ({ name, priority: index + 1 }));

export const accountRecovery = defineFacet({
  id: 'accountRecovery',
  title: 'Account recovery',
  summary: 'Where the code goes when a user forgot the password.',
  reads: ['pool'],
  resource: 'aws_cognito_user_pool',
  references: [
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AccountRecoverySettingType.html',
  ],
  fields: (f) => ({
    mechanisms: f.list({
      doc: 'Ways to recover, first choice first. `admin` stands alone and leaves it to an administrator. A channel that is a user’s second factor cannot recover that user’s password.',
      words: { email: 'verified_email', phone: 'verified_phone_number', admin: 'admin_only' },
      count: [1, 2],
      answers: {
        uniqueItems: 'Account Recovery Setting cannot have duplicate priorities or recovery mechanisms.',
      },
      default: ['email', 'phone'],
      covers: [
        'CreateUserPool.AccountRecoverySetting.RecoveryMechanisms[].Priority',
        'CreateUserPool.AccountRecoverySetting.RecoveryMechanisms[].Name',
      ],
      readable: 'whenSet',
      live: inOrder,
      terraform: (names) => ({ accountRecoverySetting: { recoveryMechanism: byPosition(names) } }),
      write: (names) => ({
        operation: 'UpdateUserPool',
        partial: {
          AccountRecoverySetting: {
            RecoveryMechanisms: byPosition(names ?? ['verified_email', 'verified_phone_number']).map(
              ({ name, priority }) => ({ Name: name as 'verified_email', Priority: priority }),
            ),
          },
        },
      }),
      computed: true,
      severity: 'error',
    }),
  }),
});
