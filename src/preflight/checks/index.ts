// The registry of checks: a check is one file here, and one line.
import type { Check } from '../check.js';
import { certificate } from './certificate.js';
import { kmsKey } from './kms-key.js';
import { logDestination } from './log-destination.js';
import { sesConfigurationSet } from './ses-configuration-set.js';
import { sesFrom } from './ses-from.js';
import { sesIdentity } from './ses-identity.js';
import { sesSandbox } from './ses-sandbox.js';
import { smsRole } from './sms-role.js';
import { smsRolePermission } from './sms-role-permission.js';
import { smsSandbox } from './sms-sandbox.js';
import { smsSpendLimit } from './sms-spend-limit.js';
import { triggerFunction } from './trigger-function.js';
import { triggerPermission } from './trigger-permission.js';

export const CHECKS: readonly Check[] = [
  certificate,
  kmsKey,
  logDestination,
  sesConfigurationSet,
  sesFrom,
  sesIdentity,
  sesSandbox,
  smsRole,
  smsRolePermission,
  smsSandbox,
  smsSpendLimit,
  triggerFunction,
  triggerPermission,
];
