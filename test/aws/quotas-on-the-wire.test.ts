// An audit of several pools by the real SDK, through a sandbox that refuses what AWS would refuse.
import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { auditPool } from '../../src/audit/audit.js';
import type { Clock } from '../../src/aws/clock.js';
import { limiter } from '../../src/aws/limiter.js';
import { open } from '../../src/aws/open.js';
import { categoryOf, isLimitedPerPool, PER_POOL, QUOTAS } from '../../src/aws/quotas.js';
import { poolReader } from '../../src/aws/reads.js';
import { startSandbox } from '../../src/sandbox/index.js';
import { admission } from '../../src/sandbox/quotas.js';
import { subjectOf } from '../harness/specs.js';

/** Seconds of AWS in one of this test. */
const SPEED = 3;
const POOLS = 4;
const CLIENTS = 8;

const fast: Clock = {
  now: () => performance.now() * SPEED,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms / SPEED)),
};

interface Seen {
  readonly operation: string;
  readonly error: string | undefined;
  /** Milliseconds of AWS. */
  readonly at: number;
}

beforeAll(() => {
  process.env['AWS_ACCESS_KEY_ID'] ??= 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] ??= 'test';
});

/** Pools with clients in a sandbox that has AWS's quotas, and what an audit of all of them was answered. */
async function world() {
  const seen: Seen[] = [];
  const onRequest = ({ operation, error }: { operation: string; error?: string }) =>
    void seen.push({ operation, error, at: fast.now() });
  const sandbox = await startSandbox({ quotas: { speed: SPEED }, onRequest });
  onTestFinished(() => sandbox.close());
  const connect = async (share: number | undefined, attempts = 8) => {
    const meter = { calls: 0, waitedMs: 0 };
    const limited = share === undefined ? {} : { limiter: limiter({ share, clock: fast }) };
    const patience = { attempts, connectMs: 5000, answerMs: 20_000, wholeMs: 60_000 };
    const options = { region: 'us-east-1', endpointUrl: sandbox.url, patience, ...limited };
    const client = await open(CognitoIdentityProviderClient, options, meter);
    onTestFinished(() => client.destroy());
    return client;
  };
  const maker = await connect(50);
  const pools = await Promise.all(
    Array.from({ length: POOLS }, async (_, number) => {
      const { UserPool } = await maker.send(new CreateUserPoolCommand({ PoolName: `pool-${number}` }));
      const UserPoolId = UserPool?.Id;
      for (let client = 0; client < CLIENTS; client += 1)
        await maker.send(new CreateUserPoolClientCommand({ UserPoolId, ClientName: `client-${client}` }));
      return UserPoolId as string;
    }),
  );
  const made = seen.splice(0);
  const audit = async (share: number | undefined, attempts?: number) => {
    const reader = poolReader(await connect(share, attempts));
    const audits = await Promise.all(pools.map((userPoolId) => auditPool(subjectOf('', { userPoolId }), reader)));
    return { audits, seen: seen.splice(0) };
  };
  return { made, audit };
}

describe('AWS’s quotas on the wire', { timeout: 180_000 }, () => {
  it('refuse nothing of what the limiter lets out, and their share is used', async () => {
    const { made, audit } = await world();
    const { audits, seen } = await audit(50);
    expect(audits.flatMap(({ coverage }) => coverage.unchecked)).toEqual([]);
    // A machine that stands still for a moment lets calls arrive in a heap: a few may be refused, and are sent again.
    for (const calls of [made, seen]) expect(calls.filter(throttled).length).toBeLessThan(calls.length / 20);
    const answered = seen.filter((one) => !throttled(one));
    const narrow = answered.filter(({ operation }) => categoryOf(operation) === 'UserPoolClientRead');
    expect(narrow).toHaveLength(POOLS * (1 + 3 * CLIENTS));
    const used = usedOf(narrow, QUOTAS.UserPoolClientRead / 2);
    // How much it has to be is for simulated time to hold (limiter.test.ts): here the machine may be busy.
    process.stdout.write(`the audit used ${(100 * used).toFixed(0)} % of its share of UserPoolClientRead\n`);
  });

  it('refuse an audit that nothing limits, and what they refused is not called in sync', async () => {
    const { audit } = await world();
    const { audits, seen } = await audit(undefined, 1);
    expect(seen.filter(throttled).length).toBeGreaterThan(0);
    expect(audits.flatMap(({ coverage }) => coverage.unchecked).length).toBeGreaterThan(0);
  });

  it('are what the limiter takes them for: two lists, made apart', async () => {
    const { audit } = await world();
    const { seen } = await audit(50);
    const operations = [...new Set(seen.map(({ operation }) => operation))];
    expect(operations.length).toBeGreaterThan(10);
    const atOnce = (operation: string, body: (index: number) => object) => {
      const admit = admission({}, () => 0);
      let number = 0;
      try {
        for (; number < 1000; number += 1) admit(operation, 'us-east-1', body(number));
      } catch {
        return number;
      }
      return number;
    };
    for (const operation of operations) {
      const category = categoryOf(operation);
      const ofPools = atOnce(operation, (index) => ({ UserPoolId: `us-east-1_${index}` }));
      expect([operation, ofPools]).toEqual([operation, QUOTAS[category]]);
      const ofOne = atOnce(operation, () => ({ UserPoolId: 'us-east-1_a' }));
      expect([operation, ofOne]).toEqual([operation, isLimitedPerPool(category) ? PER_POOL : QUOTAS[category]]);
    }
  });
});

const throttled = ({ error }: Seen): boolean => error === 'TooManyRequestsException';

/** The part of a rate that calls used, without the second's worth that may go at once. */
function usedOf(calls: readonly Seen[], rate: number): number {
  const seconds = ((calls.at(-1)?.at ?? 0) - (calls[0]?.at ?? 0)) / 1000;
  return (calls.length - rate) / (seconds * rate);
}
