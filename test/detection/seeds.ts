// Puts a change where no call reaches: into what the sandbox has stored, which has the shape of AWS's answers.
import type { Bench } from './bench.js';
import type { Mutation } from './mutate.js';
import type { Json } from './objects.js';

/** Members that the answer does not have. */
const OWN: Readonly<Record<string, (bench: Bench, mutation: Mutation) => void>> = {
  'CreateUserPoolClient.GenerateSecret': ({ stored, clientId = '' }) =>
    void stored.clients.get(clientId)?.secrets.pop(),
};

/** Makes the change; answers whether there was a place for it. */
export function seed(bench: Bench, mutation: Mutation): boolean {
  const own = OWN[mutation.member];
  if (own) own(bench, mutation);
  const stored = own ? undefined : storedOf(mutation, bench);
  if (stored) mutation.apply(stored);
  return own !== undefined || stored !== undefined;
}

/** What the sandbox has stored of the object. */
function storedOf({ kind: { operation }, member }: Mutation, { stored, names, clientId = '' }: Bench): Json {
  switch (operation) {
    case 'CreateUserPool':
      return stored.pool;
    case 'CreateUserPoolClient':
      return stored.clients.get(clientId)?.client;
    case 'CreateIdentityProvider':
      return stored.identityProviders.get(names.provider);
    case 'CreateTerms':
      return [...stored.terms.values()][0];
    case 'SetLogDeliveryConfiguration':
      return { LogConfigurations: stored.logDelivery.configurations };
    // The one block that both operations write.
    case 'SetUserPoolMfaConfig':
      return member.includes('.SmsConfiguration.')
        ? { SmsMfaConfiguration: { SmsConfiguration: stored.pool.SmsConfiguration } }
        : undefined;
    default:
      return undefined;
  }
}
