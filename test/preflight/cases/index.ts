// For every check: an account that has what the spec needs, and accounts that lack it each in one way.
import { account } from './account.js';
import type { Case } from './case.js';
import { certificates } from './certificates.js';
import { email } from './email.js';
import { functions } from './functions.js';
import { keys } from './keys.js';
import { logs } from './logs.js';
import { permissions } from './permissions.js';
import { roles } from './roles.js';
import { sms } from './sms.js';

export const CASES: Readonly<Record<string, readonly Case[]>> = {
  account,
  certificates,
  email,
  functions,
  keys,
  logs,
  permissions,
  roles,
  sms,
};
