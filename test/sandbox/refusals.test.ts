import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { refusals } from '../../src/sandbox/refusals/index.js';
import { type RefusalCase, refusalCases } from './refusal-cases.js';
import { type Call, clientFor, send } from './support.js';

describe('refusals', () => {
  it('each have a case', () => {
    expect(refusalCases.map(({ id }) => id).sort()).toEqual(refusals.map(({ id }) => id).sort());
  });

  describe('over the wire', () => {
    let standard: Sandbox;
    beforeAll(async () => {
      standard = await startSandbox();
    });
    afterAll(() => standard.close());

    it.each(refusalCases)('$id', async (one) => {
      const sandbox = one.world ? await startSandbox({ world: one.world }) : standard;
      try {
        const { name, message } = await refusalOf(one, sandbox.url);
        expect(name).toBe(one.type ?? 'InvalidParameterException');
        if (one.words.endsWith('…')) expect(message.startsWith(one.words.slice(0, -1))).toBe(true);
        else expect(message).toBe(one.words);
      } finally {
        if (sandbox !== standard) await sandbox.close();
      }
    });
  });
});

async function refusalOf({ pool, before = [], call, region }: RefusalCase, url: string): Promise<Error> {
  const client = clientFor(url, region);
  const made: string[] = [];
  let own = '';
  const run = async ([operation, input]: Call) => {
    const UserPoolId = input['UserPoolId'] === 'LAST' ? made.at(-1) : own;
    const answer = await send(client, [operation, { ...input, UserPoolId }]);
    if (operation === 'CreateUserPool') made.push(answer.UserPool.Id);
  };
  try {
    if (pool) {
      await run(['CreateUserPool', { PoolName: 'p', ...pool }]);
      own = made[0] ?? '';
    }
    for (const step of before) await run(step);
    const error = await run(call).then(
      () => undefined,
      (refused: Error) => refused,
    );
    if (!error) throw new Error('not refused');
    return error;
  } finally {
    await release(made, client);
    client.destroy();
  }
}

/** Domains are unique per region: the next case may want the same one. */
async function release(pools: readonly string[], client: ReturnType<typeof clientFor>): Promise<void> {
  for (const UserPoolId of pools) {
    const { UserPool } = await send(client, ['DescribeUserPool', { UserPoolId }]);
    if (UserPool.Domain) await send(client, ['DeleteUserPoolDomain', { UserPoolId, Domain: UserPool.Domain }]);
  }
}
