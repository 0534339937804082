import { denied } from '../aws.js';
import type { Seed } from '../seed.js';
import type { Case } from './case.js';

const sender = async (seed: Seed, key: string): Promise<string> =>
  `triggers:\n  customEmailSender: ${await seed.function('f')}\n  kmsKey: ${key}\n`;
const replicated = (key: string): string => `encryption:\n  kmsKey: ${key}\nreplicas:\n  eu-central-1: {}\n`;
const NO_KEY = 'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555';
export const keys: readonly Case[] = [
  { is: 'a key for a sender', spec: async (seed) => sender(seed, await seed.key()) },
  { is: 'a key for a pool with replicas', spec: async (seed) => replicated(await seed.key({ MultiRegion: true })) },
  { is: 'no key', spec: () => `encryption:\n  kmsKey: ${NO_KEY}\n`, finds: ['error key-missing encryption.kmsKey'] },
  {
    is: 'a key that is off',
    spec: async (seed) => {
      const key = await seed.key();
      await seed.disable(key);
      return sender(seed, key);
    },
    finds: ['error key-not-enabled triggers.kmsKey'],
  },
  {
    is: 'a key that is to be deleted',
    spec: async (seed) => {
      const key = await seed.key();
      await seed.delete(key);
      return `encryption:\n  kmsKey: ${key}\n`;
    },
    finds: ['error key-not-enabled encryption.kmsKey'],
  },
  {
    is: 'a key that signs',
    spec: async (seed) => sender(seed, await seed.key({ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' })),
    finds: ['error key-unfit triggers.kmsKey'],
  },
  {
    is: 'a key of one Region for a pool with replicas',
    spec: async (seed) => replicated(await seed.key()),
    finds: ['error key-unfit encryption.kmsKey'],
  },
  {
    is: 'a KMS that may not be looked at',
    answers: denied('kms'),
    spec: () => `encryption:\n  kmsKey: ${NO_KEY}\n`,
    unchecked: { 'encryption.kmsKey': /^kms-key: AccessDeniedException/ },
  },
];
