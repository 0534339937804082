// What a failed call means, held against the SDK: the exceptions of the operations that users are looked at and changed with, and
// what the SDK itself sends again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isThrottlingError, isTransientError } from '@smithy/core/retry';
import { expect, it } from 'vitest';
import { awsFailure } from '../../src/model/aws-failure.js';
import { USER_OPERATIONS } from '../../src/users/operations.js';

const COMMANDS = join(
  import.meta.dirname,
  '../../node_modules/@aws-sdk/client-cognito-identity-provider/dist-types/commands',
);
const OPERATIONS = Object.values(USER_OPERATIONS).flat();
const thrown = (operation: string): string[] => {
  const text = readFileSync(join(COMMANDS, `${operation}Command.d.ts`), 'utf8');
  return [...text.matchAll(/@throws \{@link (\w+Exception)\} \((?:client|server) fault\)/g)].map(
    ([, name = '']) => name,
  );
};

it.each(OPERATIONS)('knows every exception of %s', (operation) => {
  const names = thrown(operation);
  expect(names.length).toBeGreaterThan(4);
  expect(names.filter((name) => awsFailure(`${name}: x`) === 'unknown')).toEqual([]);
});

const NAMES = [
  ...readFileSync(join(import.meta.dirname, '../../src/model/aws-failure.ts'), 'utf8').matchAll(/^ {4}'(\w+)',$/gm),
].map(([, name = '']) => name);

it('takes what the SDK sends again for what may be sent again, and nothing else that AWS answers', () => {
  expect(NAMES.length).toBeGreaterThan(50);
  const sentAgain = NAMES.filter((name) => {
    const error = Object.assign(new Error('x'), { name, code: name, $metadata: {} }) as never;
    return isThrottlingError(error) || isTransientError(error);
  });
  expect(sentAgain.length).toBeGreaterThan(15);
  expect(sentAgain.filter((name) => !['later', 'unsure'].includes(awsFailure(name)))).toEqual([]);
});

it.each([
  ['TooManyRequestsException: Rate exceeded', 'later'],
  ['ECONNRESET: socket hang up', 'unsure'],
  ['AccessDeniedException: User: arn:aws:iam::1:role/x is not authorized', 'access'],
  ['InvalidParameterException: User does not have delivery config set to turn on SMS_MFA', 'request'],
  ['constructor: x', 'unknown'],
  ['', 'unknown'],
] as const)('%s: %s', (reason, kind) => {
  expect(awsFailure(reason)).toBe(kind);
});
