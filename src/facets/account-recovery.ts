import type { Advice, ChangeContext, Raw, Write } from '../model/facet.js';
import { defineFacet } from './kit/define.js';

/** AWS orders by Priority, 1 first; the position in the list carries nothing. */
function inOrder({ pool }: Raw<'pool'>): string[] | undefined {
  const mechanisms = pool.AccountRecoverySetting?.RecoveryMechanisms ?? [];
  if (mechanisms.length === 0) return undefined;
  return [...mechanisms].sort((a, b) => (a.Priority ?? 0) - (b.Priority ?? 0)).map((mechanism) => mechanism.Name ?? '');
}

const byPosition = (names: readonly string[]) => names.map((name, index) => ({ name, priority: index + 1 }));

/** What no pool is set to: the setting is not there. */
const LEGACY = 'legacy';

const update = (names: readonly string[]): Write => ({
  operation: 'UpdateUserPool',
  partial: {
    AccountRecoverySetting: {
      RecoveryMechanisms: byPosition(names).map(({ name, priority }) => ({
        Name: name as 'verified_email',
        Priority: priority,
      })),
    },
  },
});

/** A pool that has the setting keeps it: no call is documented to take it away. */
function adviseLegacy({ desired }: ChangeContext): Advice {
  const wanted = desired.kind === 'value' ? (desired.value as readonly string[]) : [];
  if (!wanted.includes(LEGACY)) return {};
  return {
    convergedBy: 'nobody',
    cause: 'legacy means that the pool has no recovery setting. This one has, and no call takes it away.',
    deploy: 'changes nothing',
    help: 'Write accountRecovery.mechanisms as it is in the live pool.',
  };
}

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
      doc: 'Ways to recover, first choice first. `admin` stands alone and leaves it to an administrator. `legacy` stands alone, too: the pool has no such setting, as old ones do, and SMS is preferred to e-mail; no new pool can be so. A channel that is a user’s second factor cannot recover that user’s password.',
      words: { email: 'verified_email', phone: 'verified_phone_number', admin: 'admin_only', legacy: LEGACY },
      count: [1, 2],
      answers: {
        uniqueItems: 'Account Recovery Setting cannot have duplicate priorities or recovery mechanisms.',
      },
      default: ['email', 'phone'],
      silence:
        'documented: CreateUserPoolRequest.AccountRecoverySetting, "In the absence of this setting, Amazon Cognito uses the legacy behavior"',
      covers: [
        'CreateUserPool.AccountRecoverySetting.RecoveryMechanisms[].Priority',
        'CreateUserPool.AccountRecoverySetting.RecoveryMechanisms[].Name',
      ],
      readable: 'whenSet',
      live: inOrder,
      // "In the absence of this setting, Amazon Cognito uses the legacy behavior … where SMS is preferred over email": documentation
      // of CreateUserPoolRequest in the SDK.
      absentMeans: ['legacy'],
      terraform: (names) =>
        names.includes(LEGACY) ? {} : { accountRecoverySetting: { recoveryMechanism: byPosition(names) } },
      write: (names) => (names?.includes(LEGACY) ? [] : update(names ?? ['verified_email', 'verified_phone_number'])),
      advise: adviseLegacy,
      computed: true,
      severity: 'error',
    }),
  }),
});
