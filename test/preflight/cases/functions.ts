import { denied, functionState, identities } from '../aws.js';
import { type Case, lambdaArn, POOL, POOLS } from './case.js';

const triggers = (arn: string, more = '  permissions: false\n'): string => `triggers:\n  preSignUp: ${arn}\n${more}`;
export const functions: readonly Case[] = [
  { is: 'a function that the stack permits', spec: async (seed) => triggers(await seed.function('f'), '') },
  {
    is: 'functions that the stack makes, and one that it does not',
    answers: identities({ 'example.com': true }),
    spec: () =>
      `emailChallenge:\n  from: a@example.com\n  identity: example.com\nclients:\n  web:\n    authFlows: [custom]\n    authSessionMinutes: 5\n${triggers(lambdaArn('f'))}userMfa:\n  factors: [totp]\n  restoreAfterReset: true\nmfa:\n  mode: optional\n  totp: true\n`,
    finds: ['error trigger-missing triggers.preSignUp', 'warning trigger-not-permitted triggers.preSignUp'],
  },
  {
    is: 'no function',
    spec: () => triggers(lambdaArn('f'), ''),
    finds: ['error trigger-missing triggers.preSignUp'],
  },
  {
    is: 'no such alias',
    spec: async (seed) => triggers(`${await seed.function('f')}:live`, ''),
    finds: ['error trigger-missing triggers.preSignUp'],
  },
  {
    is: 'a function that failed',
    answers: functionState('Failed', 'The image is gone.'),
    spec: () => triggers(lambdaArn('f'), ''),
    finds: ['error trigger-not-active triggers.preSignUp'],
  },
  {
    is: 'a function that sleeps',
    answers: functionState('Inactive', 'It was not called.'),
    spec: () => triggers(lambdaArn('f'), ''),
    finds: ['warning trigger-not-active triggers.preSignUp'],
  },
  {
    is: 'a function that any pool of the account may call',
    spec: async (seed) => {
      const arn = await seed.function('f');
      await seed.permit('f', `${POOLS}*`);
      return triggers(arn);
    },
  },
  {
    is: 'an alias that this pool may call',
    poolId: 'us-east-1_AbCdEfGhI',
    spec: async (seed) => {
      await seed.function('f');
      const arn = await seed.alias('f', 'live');
      await seed.permit('f', POOL, undefined, 'live');
      return triggers(arn);
    },
  },
  {
    is: 'a function that nobody may call, before there is a pool',
    spec: async (seed) => triggers(await seed.function('f')),
    finds: ['warning trigger-not-permitted triggers.preSignUp'],
  },
  {
    is: 'a function that another pool may call',
    poolId: 'us-east-1_Other',
    spec: async (seed) => {
      const arn = await seed.function('f');
      await seed.permit('f', POOL);
      return triggers(arn);
    },
    finds: ['error trigger-not-permitted triggers.preSignUp'],
  },
  {
    is: 'a function that another service may call',
    poolId: 'us-east-1_AbCdEfGhI',
    spec: async (seed) => {
      const arn = await seed.function('f');
      await seed.permit('f', POOL, 'sns.amazonaws.com');
      return triggers(arn);
    },
    finds: ['error trigger-not-permitted triggers.preSignUp'],
  },
  {
    is: 'a function that one pool may call, before there is any',
    spec: async (seed) => {
      const arn = await seed.function('f');
      await seed.permit('f', POOL);
      return triggers(arn);
    },
    unchecked: { 'triggers.preSignUp': /^trigger-permission: the resource policy/ },
  },
  {
    is: 'a Lambda that may not be looked at',
    answers: denied('lambda'),
    spec: () => triggers(lambdaArn('f')),
    unchecked: { 'triggers.preSignUp': /^trigger-(function|permission): AccessDeniedException/ },
  },
];
