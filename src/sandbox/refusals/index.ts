import type { Refusal } from '../refusal.js';
import { arnRefusals } from './arns.js';
import { logDeliveryRefusals, replicaRefusals, riskRefusals, uiCustomizationRefusals } from './attachments.js';
import { clientRefusals } from './clients.js';
import { domainRefusals } from './domains.js';
import { groupRefusals } from './groups.js';
import { identityProviderRefusals } from './identity-providers.js';
import { deletionRefusals, mfaLevelRefusals } from './lifecycle.js';
import { mfaCallRefusals } from './mfa-call.js';
import { poolRefusals } from './pool.js';
import { preferenceRefusals } from './preference.js';
import { schemaRefusals } from './schema.js';
import { softwareTokenRefusals } from './software-token.js';
import { attributeRefusals, nameRefusals, passwordRefusals } from './users.js';

const all: readonly (readonly Pick<Refusal<never>, 'id' | 'evidence' | 'type'>[])[] = [
  schemaRefusals,
  poolRefusals,
  mfaLevelRefusals,
  mfaCallRefusals,
  deletionRefusals,
  clientRefusals,
  domainRefusals,
  nameRefusals,
  attributeRefusals,
  passwordRefusals,
  preferenceRefusals,
  softwareTokenRefusals,
  groupRefusals,
  identityProviderRefusals,
  riskRefusals,
  uiCustomizationRefusals,
  logDeliveryRefusals,
  replicaRefusals,
  arnRefusals,
];

/** Every refusal with words of its own, for the documentation and its test. */
export const refusals = all.flat();
