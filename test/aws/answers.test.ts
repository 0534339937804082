// An answer is what AWS documents, or it is no answer. The witnesses: AWS's own schemas in the SDK, and recorded reads.
import { readdirSync, readFileSync } from 'node:fs';
import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { COGNITO } from '../../src/aws/answers/cognito.js';
import { outputOf } from '../../src/aws/answers/schema.js';
import { SERVICES } from '../../src/aws/answers/services.js';
import { connect } from '../../src/aws/client.js';
import type { Patience } from '../../src/aws/open.js';
import { RECORDED, recordedId, recordedSnapshot } from '../harness/recorded.js';
import { serve, type WireAnswer } from '../harness/wire.js';

process.env['AWS_ACCESS_KEY_ID'] = 'AKIAIOSFODNN7EXAMPLE';
process.env['AWS_SECRET_ACCESS_KEY'] = 'secret';

const REQUEST = { UserPoolId: 'us-east-1_aaaaaaaaa', ClientId: '1example23456789', Domain: 'auth', Username: 'ada' };
const PATIENCE: Patience = { attempts: 2, connectMs: 5000, answerMs: 20_000, wholeMs: 60_000 };
const OLD = 'test/cases/old-dumps';

/** What comes of a call: the answer, or the error's words. */
async function sent(
  endpointUrl: string,
  operation: string,
  input: object = REQUEST,
  patience = PATIENCE,
): Promise<{ answer?: any; error?: Error; calls: number }> {
  const meter = { calls: 0, waitedMs: 0 };
  const client = await connect({ region: 'us-east-1', endpointUrl, patience }, meter);
  const Command = (sdk as Record<string, any>)[`${operation}Command`];
  try {
    return { answer: await client.send(new Command(input)), ...meter };
  } catch (error) {
    return { error: error as Error, ...meter };
  } finally {
    client.destroy();
  }
}

const told = async (answer: WireAnswer, operation = 'GetUserPoolMfaConfig') =>
  (await sent(await serve(() => answer), operation)).error?.message;
const json = (value: unknown): WireAnswer => ({ body: JSON.stringify(value) });

const dumps = readdirSync(OLD).filter((name) => name.endsWith('.json'));

describe('a recorded read is a whole answer', () => {
  it.each(RECORDED)('%s', async (name) => {
    const { pool, mfa, clients } = recordedSnapshot(name);
    if (!pool?.ok || !mfa?.ok || !clients?.ok) throw new Error('not recorded');
    const UserPoolId = recordedId(name);
    const answers: Record<string, unknown> = {
      DescribeUserPool: { UserPool: pool.value },
      GetUserPoolMfaConfig: mfa.value,
      ListUserPoolClients: {
        UserPoolClients: clients.value.map(({ id, name }) => ({ ClientId: id, ClientName: name, UserPoolId })),
      },
    };
    const url = await serve((operation) => json(answers[operation]));
    for (const operation of Object.keys(answers))
      expect((await sent(url, operation, { UserPoolId })).error, operation).toBeUndefined();
    for (const { id, item } of clients.value) {
      if (!item.ok) throw new Error('not recorded');
      const { secrets, session, ...UserPoolClient } = item.value;
      const own = await serve(() => json({ UserPoolClient }));
      const input = { UserPoolId: UserPoolClient.UserPoolId, ClientId: id };
      expect((await sent(own, 'DescribeUserPoolClient', input)).error).toBeUndefined();
    }
  });

  it.each(dumps)('of years ago: %s', async (file) => {
    const UserPool = { Id: REQUEST.UserPoolId, ...JSON.parse(readFileSync(`${OLD}/${file}`, 'utf8')) };
    const { answer, error } = await sent(await serve(() => json({ UserPool })), 'DescribeUserPool');
    expect(error).toBeUndefined();
    expect(answer.UserPool.Name).toBe('old-pool');
  });
});

describe('what lacks what AWS always sends is no answer', () => {
  it.each(Object.keys(COGNITO))('%s', async (operation) => {
    for (const body of ['{}', '', 'null', '[]', '"text"']) {
      const { error } = await sent(await serve(() => ({ body })), operation);
      expect(error?.name, `${operation} ${body}`).toBe('UnusableAnswer');
    }
  });

  it('and every operation whose answer is looked at says what that is', () => {
    const files = readdirSync('src/aws', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const text = files.map((file) => readFileSync(`src/aws/${file}`, 'utf8')).join('\n');
    const asked = [...text.matchAll(/new ((?:Admin)?(?:Get|List|Describe|Lookup|Head)\w+)Command\(/g)].map(
      ([, one]) => one,
    );
    // The SDK itself marks a member of it as required.
    const required = ['GetProvisionedLimit'];
    const known = new Set([...Object.keys(COGNITO), ...Object.keys(SERVICES), ...required]);
    expect([...new Set(asked)].filter((operation) => !known.has(operation ?? ''))).toEqual([]);
    expect(asked.length).toBeGreaterThan(30);
  });

  it.each(Object.entries(COGNITO))(
    '%s names members that the SDK knows',
    (operation, { always = [], repeats = {}, mentions = {} }) => {
      const schema = (sdk as Record<string, any>)[`${operation}$`];
      for (const path of [...always, ...Object.keys(repeats), ...Object.keys(mentions)])
        expect(hasPath(outputOf(schema), path.split('.')), path).toBe(true);
    },
  );
});

/** Whether a schema of the SDK has a member, item or not. */
function hasPath(schema: any, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return true;
  if (typeof schema === 'function') return hasPath(schema(), [step, ...rest]);
  if (schema?.length === 2) return hasPath(schema[0], [step, ...rest]);
  if (schema?.[0] === 1) return hasPath(schema[4], [step, ...rest]);
  const at = schema?.[4]?.indexOf(step.replace(/\[\]$/, '')) ?? -1;
  return at >= 0 && hasPath(schema[5][at], rest);
}

describe('one sentence says what is wrong', () => {
  it('a member that is missing', async () => {
    expect(await told(json({}))).toMatch(
      /^GetUserPoolMfaConfig: the answer has no MfaConfiguration, which AWS always sends \(status 200, from http:\/\/127\.0\.0\.1:\d+\)$/,
    );
  });

  it('a web page', async () => {
    const page = { body: '\n<!DOCTYPE html><html></html>', type: 'text/html' };
    const words =
      /the answer is a web page \(status \d+, from .*\)\. This is not AWS: check the proxy and AWS_ENDPOINT_URL\.$/;
    expect(await told(page)).toMatch(words);
    expect(await told({ ...page, status: 403 })).toMatch(words);
    expect(await told({ ...page, status: 502 })).toMatch(words);
  });

  it('a wrong type, however deep, without the value', async () => {
    const pool = (more: object) => json({ UserPool: { Id: REQUEST.UserPoolId, ...more } });
    expect(await told(pool({ LambdaConfig: ['hidden'] }), 'DescribeUserPool')).toMatch(
      /: UserPool\.LambdaConfig is not a structure \(/,
    );
    expect(await told(pool({ AliasAttributes: [null] }), 'DescribeUserPool')).toMatch(
      /UserPool\.AliasAttributes\[\] is not a string/,
    );
    expect(await told(pool({ CreationDate: 1e300 }), 'DescribeUserPool')).toMatch(
      /UserPool\.CreationDate is not a time/,
    );
    expect(await told(pool({ Name: { hidden: 1 } }), 'DescribeUserPool')).not.toContain('hidden');
  });

  it('another object', async () => {
    const UserPool = JSON.parse(readFileSync(`${OLD}/2023.json`, 'utf8'));
    expect(await told(json({ UserPool: { ...UserPool, Id: 'us-east-1_other' } }), 'DescribeUserPool')).toMatch(
      /the answer is about another object: its UserPool\.Id is not us-east-1_aaaaaaaaa/,
    );
  });

  it('an error that is none of AWS’s', async () => {
    const { error } = await sent(
      await serve(() => ({ status: 400, body: '{"__type": 7, "message": {"a": 1}}' })),
      'ListGroups',
    );
    expect([typeof error?.name, typeof error?.message]).toEqual(['string', 'string']);
  });
});

describe('an answer has its time', () => {
  const drip =
    (stop: number) =>
    (response: any, { body }: WireAnswer) => {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1', 'content-length': String(body.length) });
      let sentBytes = 0;
      const timer = setInterval(() => {
        if (sentBytes < stop) response.write(String(body)[sentBytes]);
        sentBytes += 1;
      }, 20);
      response.once('close', () => clearInterval(timer));
    };

  it('one byte at a time is given up, once', async () => {
    const url = await serve(() => json({ MfaConfiguration: 'OFF', padding: 'x'.repeat(10_000) }), drip(1e9));
    const { error, calls } = await sent(url, 'GetUserPoolMfaConfig', REQUEST, { ...PATIENCE, wholeMs: 300 });
    expect(error?.message).toMatch(/the answer was not whole after 0\.3 s/);
    expect(calls).toBe(1);
  });

  it('one that stops half-way is asked for again', async () => {
    const url = await serve(() => json({ MfaConfiguration: 'OFF' }), drip(5));
    const { error, calls } = await sent(url, 'GetUserPoolMfaConfig', REQUEST, { ...PATIENCE, answerMs: 300 });
    expect(error?.name).toBe('TimeoutError');
    expect(calls).toBe(2);
  });
});
