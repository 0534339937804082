import { denied, smsSandbox } from '../aws.js';
import type { Case } from './case.js';

/** Where nobody set the limit of SMS. */
export const spend = { unverifiable: ['smsSender.role'] };
export const created = 'smsSender:\n  role: create\n';
export const sms: readonly Case[] = [
  { is: 'a role that the stack makes, and a limit that nobody set', spec: () => created, ...spend },
  {
    is: 'a limit as high as it was raised',
    spec: async (seed) => {
      await seed.spendLimit('500');
      return created;
    },
  },
  {
    is: 'the limit of a new account',
    spec: async (seed) => {
      await seed.spendLimit('1');
      return created;
    },
    finds: ['note sms-spend-limit smsSender.role'],
  },
  {
    is: 'the sandbox of SNS',
    answers: smsSandbox(true),
    spec: () => created,
    ...spend,
    finds: ['warning sms-sandbox smsSender.role'],
  },
  {
    is: 'the sandbox of SNS, where nobody is served yet',
    answers: smsSandbox(true),
    spec: () => `${created}pool:\n  environment: staging\n`,
    finds: ['note sms-sandbox smsSender.role'],
  },
  {
    is: 'a sandbox that a sender of one’s own passes by',
    answers: smsSandbox(true),
    spec: async (seed) =>
      `${created}triggers:\n  customSmsSender: ${await seed.function('sender')}\n  kmsKey: ${await seed.key()}\n`,
  },
  {
    is: 'the sandbox of another Region',
    answers: (asked) => (asked.region === 'eu-west-1' ? smsSandbox(true)(asked) : undefined),
    spec: () => `${created}  region: eu-west-1\n`,
    ...spend,
    finds: ['warning sms-sandbox smsSender.role'],
  },
  {
    is: 'an SNS that may not be looked at',
    answers: denied('sns'),
    spec: () => created,
    unchecked: { 'smsSender.role': /^sms-s(andbox|pend-limit): AccessDenied: .*not authorized/ },
  },
];
