// Whatever one call makes of a live pool, the drift is told to be that call's, among others that are not to blame. The
// changes are those of the law of detection; the SDK is the real one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXCEPTIONS, UNVERIFIABLE } from '../../scripts/coverage/exceptions.js';
import { MEMBERS, operationOf } from '../../scripts/coverage/members.js';
import { withAuthors } from '../../src/audit/who.js';
import { trail } from '../../src/aws/cloudtrail.js';
import { makeBase, NAMES } from '../detection/base.js';
import { type Bench, bench } from '../detection/bench.js';
import { DEEDS } from '../detection/deeds.js';
import { type Mutation, mutations, sendMutation } from '../detection/mutate.js';
import { KINDS } from '../detection/objects.js';
import { makeFactors, makePlain, makeTotp, PLAIN_NAMES } from '../detection/others.js';
import type { Member } from '../harness/writable-members.js';
import { idOf, type Made, PEOPLE, startTrailServer, type TrailServer, timeOf } from './trail-server.js';

const members = [...MEMBERS].filter(([member]) => !(member in EXCEPTIONS) && !(member in UNVERIFIABLE));
/** Fixed when the object is made, or with one value only in these pools: no later call is to blame. */
const FIXED = [
  /\.(UsernameAttributes|AliasAttributes|UsernameConfiguration|Schema|GenerateSecret|ProviderType)\b/,
  /\.(LambdaVersion|SnsRegion|TermsSource|Enforcement|TokenValidityUnits\.IdToken|LogLevel)$/,
];
/** Rows that `fix` does not write, and members that a call changes by leaving them out. */
const UNSAID = [
  'AddUserPoolClientSecret.ClientSecret',
  'CreateIdentityProvider.ProviderDetails.*',
  'CreateUserPool.UserPoolTags.*',
  'SetUICustomization.CSS',
  'SetUICustomization.ImageFile',
  // A sender is written whole, and the other one taken out by leaving it out.
  'SetUserPoolMfaConfig.SmsMfaConfiguration.SmsConfiguration.EumsSms.CallerArn',
  'SetUserPoolMfaConfig.SmsMfaConfiguration.SmsConfiguration.SnsCallerArn',
];
const ALICE = PEOPLE.alice.userIdentity.arn;

const unsure: string[] = [];
let server: TrailServer;
let benches: readonly Bench[] = [];
beforeAll(async () => {
  process.env['AWS_ACCESS_KEY_ID'] ??= 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] ??= 'test';
  server = await startTrailServer();
  benches = await Promise.all([
    bench('test/detection/base.yaml', makeBase, NAMES),
    bench('test/detection/plain.yaml', makePlain, PLAIN_NAMES),
    bench('test/detection/factors.yaml', makeFactors, NAMES),
    bench('test/detection/totp.yaml', makeTotp, NAMES),
  ]);
});
afterAll(() => Promise.all([server.close(), ...benches.map((own) => own.close())]));

async function told(own: Bench) {
  const { signal } = new AbortController();
  const options = { region: 'us-east-1', endpointUrl: server.url, now: new Date(timeOf(10_000)), signal };
  const looked = await trail(options, { calls: 0, waitedMs: 0 });
  const { findings } = await withAuthors(await own.audit(), looked, own.subject.outputs.ids);
  return findings.map(({ by, since }) => ({ by, since }));
}

/** Calls that are not to blame: of another pool, refused, of another service. */
const innocent = (operation: string, input: object): readonly Made[] => [
  { operation, input: { ...input, UserPoolId: 'us-east-1_OTHERPOOL' }, at: 91, who: 'bob' },
  { operation, input: { ...input }, at: 92, who: 'bob', refused: 'AccessDeniedException' },
  { operation, input: { ...input }, at: 93, who: 'bob', eventSource: 'iam.amazonaws.com' },
];

/** The first change of a member that AWS accepts and an audit sees. */
async function firstChange(member: string, about: Member): Promise<[Bench, Mutation] | undefined> {
  for (const own of benches)
    for (const kind of KINDS.filter(({ operation }) => operation === operationOf(member))) {
      own.restore();
      for (const mutation of await mutations(member, about, kind, own)) {
        own.restore();
        if ((await sendMutation(mutation, own)) !== 'changed') continue;
        if ((await own.audit()).findings.length > 0) return [own, mutation];
      }
    }
  return undefined;
}

describe('a change of one member is told to be of the call that made it', { timeout: 60_000 }, () => {
  it.each(members.filter(([member]) => !FIXED.some((fixed) => fixed.test(member))))('%s', async (member, about) => {
    const found = await firstChange(member, about);
    expect(found, 'a way to change it').toBeDefined();
    const [own, { kind, request }] = found as [Bench, Mutation];
    const operation = kind.update;
    server.holds(
      { operation, input: request, at: 50 },
      { operation, input: request, at: 60, who: 'bob' },
      ...innocent(operation, request),
    );
    const [one] = await told(own);
    if (one?.by?.startsWith('probably ')) unsure.push(member);
    expect(one?.by).toMatch(/^(probably )?arn:/);
    // What says the value came first; where no call says it, the last one is as likely.
    if (one?.by?.startsWith('probably ')) expect([timeOf(50), timeOf(60)]).toContain(one.since);
    else
      expect(one).toEqual({
        by: `${ALICE}, the console from 192.0.2.1 (${operation}, event ${idOf(50)})`,
        since: timeOf(50),
      });
  });

  it('is sure wherever a call says the value', () => {
    expect(unsure.sort()).toEqual(UNSAID);
  });
});

describe('what somebody added is told to be theirs', () => {
  const done = DEEDS.filter((deed) => deed.done && deed.finds);

  it.each(done.map((deed) => [deed.name, deed]))('%s', async (_name, { pool, done: calls }) => {
    const own = benches[pool === 'base' ? 0 : 1] as Bench;
    own.restore();
    const [[operation, input] = ['', {}]] = calls?.({ client: own.clientId ?? '', pool: own.poolId }) ?? [];
    const whole = {
      ...(operation === 'TagResource' ? { ResourceArn: own.stored.pool.Arn } : { UserPoolId: own.poolId }),
      ...input,
    };
    const answer = await own.send(operation, whole);
    server.holds({ operation, input: whole, answer, at: 50 }, ...innocent(operation, whole));
    expect((await told(own)).map(({ since }) => since)).toEqual([timeOf(50)]);
  });
});
