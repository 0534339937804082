import { denied } from '../aws.js';
import type { Case } from './case.js';
import { created } from './sms.js';

export const account: readonly Case[] = [
  { is: 'a spec that needs nothing', spec: () => '' },
  {
    is: 'the credentials of another account',
    spec: () => `${created}pool:\n  account: "210987654321"\n`,
    finds: ['error other-account pool.account'],
    unchecked: { '*': /credentials are of another account/ },
  },
  {
    is: 'credentials that nobody knows',
    answers: denied('sts'),
    spec: () => created,
    unchecked: { '*': /^account: AccessDenied/ },
  },
];
