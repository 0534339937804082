// `poolward audit --who`, from its words to its report, against the sandbox, a CloudTrail on loopback and the real SDK.
import * as cognito from '@aws-sdk/client-cognito-identity-provider';
import { Ajv } from 'ajv';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import schema from '../../schema/report.schema.json' with { type: 'json' };
import { suspectOf } from '../../src/audit/suspects.js';
import { TRAIL_ACTIONS, trailEvent } from '../../src/audit/trail.js';
import { trail } from '../../src/aws/cloudtrail.js';
import { installedEngines } from '../../src/cli/engines.js';
import { run } from '../../src/cli/run.js';
import type { Change } from '../../src/model/finding.js';
import type { PoolState } from '../../src/model/state.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { fakeIo } from '../cli/fake-io.js';
import { ROWS } from '../harness/registry.js';
import { clientFor, send } from '../sandbox/support.js';
import { idOf, type Made, PEOPLE, recordOf, startTrailServer, type TrailServer, timeOf } from './trail-server.js';

const FILE = 'configs/acme.yaml';
const SPEC = `pool:
  id: acme
  name: acme
  region: us-east-1
  account: "123456789012"
passwordPolicy:
  minimumLength: 12
`;
/** The live pool has 8. */
const SYNCED = SPEC.replace('Length: 12', 'Length: 8');
const SECRET = 'aSecretThatNobodyMayEverSee';
let sandbox: Sandbox;
let server: TrailServer;
let poolId = '';
const aws = (operation: string, input: object) => send(clientFor(sandbox.url), [operation, input as never]);

beforeAll(async () => {
  [sandbox, server] = await Promise.all([startSandbox({ seed: 'who' }), startTrailServer()]);
  poolId = (await aws('CreateUserPool', { PoolName: 'acme', UsernameConfiguration: { CaseSensitive: false } })).UserPool
    .Id;
});
afterAll(() => Promise.all([sandbox.close(), server.close()]));
afterEach(() => vi.unstubAllEnvs());
beforeEach(() => {
  server.page = 50;
  server.holds();
});

/** A call that sets the least length of passwords, which is 8 in the live pool. */
const length = (MinimumLength: number | string, at: number, more: Partial<Made> = {}): Made => ({
  operation: 'UpdateUserPool',
  input: { UserPoolId: poolId, Policies: { PasswordPolicy: { MinimumLength } } },
  at,
  ...more,
});

async function audit(words = '--who', files: Readonly<Record<string, string>> = { [FILE]: SPEC }) {
  const servers = { AWS_ENDPOINT_URL: sandbox.url, AWS_ENDPOINT_URL_CLOUDTRAIL: server.url };
  const all = { ...servers, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
  for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value);
  const io = fakeIo(files, { env: all });
  const specs = Object.keys(files).filter((file) => file.endsWith('.yaml'));
  const code = await run(['audit', ...specs, ...words.split(' ').filter(Boolean)], io, installedEngines);
  vi.unstubAllEnvs();
  return { code, out: io.stdout(), err: io.stderr() };
}

interface Told {
  readonly rule: string;
  readonly by: string | null;
  readonly since: string | null;
}

/** The drifts of a report in JSON, which is valid. */
function drifts(out: string): Told[] {
  const report = JSON.parse(out);
  const validate = new Ajv({ strict: false }).compile(schema);
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  expect(report.findings, out).toBeDefined();
  return report.findings.filter(({ rule }: Told) => rule.startsWith('drift/'));
}

/** What the one drift says. */
async function told(...calls: readonly Made[]): Promise<Omit<Told, 'rule'>> {
  if (calls.length > 0) server.holds(...calls);
  const [{ by, since } = { by: null, since: null }, ...more] = drifts((await audit('--who --format json')).out);
  expect(more).toEqual([]);
  return { by, since };
}

const by = (who: string, operation: string, at: number) => `${who} (${operation}, event ${idOf(at)})`;
const ALICE = `${PEOPLE.alice.userIdentity.arn}, the console from 192.0.2.1`;
const BOB = `${PEOPLE.bob.userIdentity.arn}, AWS CLI from 192.0.2.2`;
const DEPLOY = `${PEOPLE.deploy.userIdentity.arn}, Terraform from 198.51.100.7`;

describe('who made a change', () => {
  it('stands beside the drift, and changes nothing else of it', async () => {
    server.holds(length(12, 10, { who: 'deploy' }), length(8, 20));
    const [plain, asked] = [await audit(''), await audit('--who')];
    const added = asked.out.split('\n').filter((line) => /^ {2}(since|by) /.test(line));
    expect(added).toEqual([`  since    ${timeOf(20)}`, `  by       ${by(ALICE, 'UpdateUserPool', 20)}`]);
    expect(asked.code).toBe(plain.code);
    expect(
      asked.out
        .split('\n')
        .filter((line) => !added.includes(line))
        .join('\n'),
    ).toBe(plain.out);
  });

  it.each<[string, () => readonly Made[], () => { by: string; since: string | null }]>([
    [
      'is who brought the value, not who repeated it',
      () => [length(12, 10, { who: 'deploy' }), length(8, 20), length(8, 30, { who: 'bob' })],
      () => ({ by: by(ALICE, 'UpdateUserPool', 20), since: timeOf(20) }),
    ],
    [
      'is not who brought it before it was put right',
      () => [length(8, 10), length(12, 20, { who: 'deploy' }), length(8, 30, { who: 'bob' })],
      () => ({ by: by(BOB, 'UpdateUserPool', 30), since: timeOf(30) }),
    ],
    [
      'is the deploy itself where the spec is newer',
      () => [length(8, 10, { who: 'deploy' })],
      () => ({ by: by(DEPLOY, 'UpdateUserPool', 10), since: timeOf(10) }),
    ],
    [
      'is who made the pool',
      () => [
        {
          operation: 'CreateUserPool',
          input: { PoolName: 'acme', Policies: { PasswordPolicy: { MinimumLength: 8 } } },
          answer: { UserPool: { Id: poolId, Name: 'acme' } },
          at: 10,
          who: 'deploy',
        },
      ],
      () => ({ by: by(DEPLOY, 'CreateUserPool', 10), since: timeOf(10) }),
    ],
    [
      'is only probably who hid the value, or left it out',
      () => [length('HIDDEN_DUE_TO_SECURITY_REASONS', 10), { ...length(8, 20), input: { UserPoolId: poolId } }],
      () => ({ by: `probably ${by(ALICE, 'UpdateUserPool', 20)}`, since: timeOf(20) }),
    ],
    [
      'is probably the first who left it out after it was as the spec says',
      () => [
        length(12, 10, { who: 'deploy' }),
        { ...length(8, 20), input: { UserPoolId: poolId }, who: 'bob' },
        { ...length(8, 30), input: { UserPoolId: poolId } },
      ],
      () => ({ by: `probably ${by(BOB, 'UpdateUserPool', 20)}`, since: timeOf(20) }),
    ],
  ])('%s', async (_name, calls, expected) => {
    expect(await told(...calls())).toEqual(expected());
  });

  it('says so where nobody is found, and since when it looked', async () => {
    const nobody = (since: string) => ({
      by: `nobody found: no CreateUserPool, UpdateUserPool since ${since} explains it; CloudTrail may be minutes behind`,
      since: null,
    });
    // The time of the run less 90 days.
    expect(await told()).toEqual(nobody('2025-10-04T03:04:05Z'));
    expect(await told(length(12, 10, { who: 'deploy' }))).toEqual(nobody('2025-10-04T03:04:05Z'));
    expect(await told(length(8, 10, { refused: 'AccessDeniedException' }))).toEqual(nobody('2025-10-04T03:04:05Z'));
    server.page = 1;
    const elsewhere = (at: number) => ({ ...length(8, at), input: { UserPoolId: 'us-east-1_OTHERPOOL' } });
    const many = Array.from({ length: 40 }, (_, index) => elsewhere(index));
    expect(await told(...many)).toEqual(nobody('2026-01-01T00:00:20Z'));
  });
});

describe('looking up', () => {
  it('asks once an operation, by its name, for 90 days, whatever the number of pools', async () => {
    server.holds(length(8, 10));
    const two = { [FILE]: SPEC, 'configs/b.yaml': SPEC.replace('id: acme', 'id: b') };
    const found = drifts((await audit('--who --format json', two)).out);
    expect(found.map((one) => one.by)).toEqual(Array(2).fill(by(ALICE, 'UpdateUserPool', 10)));
    expect(server.asked.map(({ LookupAttributes, MaxResults }) => [LookupAttributes, MaxResults])).toEqual(
      ['CreateUserPool', 'UpdateUserPool'].map((AttributeValue) => [
        [{ AttributeKey: 'EventName', AttributeValue }],
        50,
      ]),
    );
    expect(server.asked.map(({ StartTime }) => new Date(StartTime * 1000).toISOString())).toEqual(
      Array(2).fill('2025-10-04T03:04:05.000Z'),
    );
  });

  it('stops as soon as older events would add nothing', async () => {
    server.page = 1;
    await told(length(8, 1), length(12, 2), length(8, 3), length(8, 4));
    expect(server.asked.map(({ NextToken }) => NextToken)).toEqual([undefined, undefined, '1', '2']);
  });

  it('asks nothing without the option, nor where nothing has changed', async () => {
    await audit('');
    const { out } = await audit('--who --format json', { [FILE]: SYNCED });
    expect(drifts(out)).toEqual([]);
    expect(server.asked).toEqual([]);
  });

  it.each(['AccessDeniedException', 'InvalidTimeRangeException'])(
    'that is refused leaves the audit as it is: %s',
    async (type) => {
      const plain = await audit('--format json');
      server.refuses(type, 'User is not authorized.');
      const asked = await audit('--who --format json');
      expect(asked.code).toBe(plain.code);
      const [was, is] = [plain, asked].map(({ out }) => JSON.parse(out));
      const reason = `not looked up: ${type}: User is not authorized.`;
      const expected = was.findings.map((one: Told) => (one.rule.startsWith('drift/') ? { ...one, by: reason } : one));
      expect(drifts(asked.out)).toHaveLength(1);
      expect(is.findings).toEqual(expected);
      expect(is.coverage).toEqual(was.coverage);
    },
  );

  it('where it is throttled for good, says so', { timeout: 30_000 }, async () => {
    server.refuses('ThrottlingException', 'Rate exceeded');
    expect(await told()).toEqual({ by: 'not looked up: ThrottlingException: Rate exceeded', since: null });
    expect(server.asked.length).toBe(8);
  });

  it('prints nothing of what was asked for', async () => {
    const spec = `${SYNCED}identityProviders:\n  Google:\n    type: google\n    details: { client_id: a, authorize_scopes: openid }\n    secretVariable: google_secret\n`;
    const input = {
      UserPoolId: poolId,
      ProviderName: 'Google',
      ProviderType: 'Google',
      ProviderDetails: { client_id: 'other', client_secret: SECRET, authorize_scopes: 'openid' },
    };
    await aws('CreateIdentityProvider', input);
    server.holds({ operation: 'CreateIdentityProvider', input, answer: { IdentityProvider: input }, at: 10 });
    const outputs = [];
    for (const words of ['--who', '--who --verbose', '--who --format json'])
      outputs.push(await audit(words, { [FILE]: spec }));
    await aws('DeleteIdentityProvider', { UserPoolId: poolId, ProviderName: 'Google' });
    for (const { out, err } of outputs) {
      expect(out).toContain(by(ALICE, 'CreateIdentityProvider', 10));
      expect(out + err).not.toContain(SECRET);
    }
  });

  const open = (more: { quotaShare?: number; signal?: AbortSignal }) => {
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, 'test');
    const { signal } = new AbortController();
    const options = { region: 'us-east-1', endpointUrl: server.url, now: new Date(timeOf(100)), signal, ...more };
    return trail(options, { calls: 0, waitedMs: 0 });
  };

  it('keeps to its share of two calls a second', async () => {
    const history = await open({ quotaShare: 100 });
    const begin = performance.now();
    await Promise.all(['CreateGroup', 'UpdateGroup', 'DeleteGroup'].map((operation) => history.page(operation, 0)));
    expect(performance.now() - begin).toBeGreaterThan(990);
    expect(server.asked).toHaveLength(3);
  });

  it('ends when the user interrupts', async () => {
    const history = await open({ signal: AbortSignal.abort('interrupted') });
    await expect(history.page('CreateGroup', 0)).rejects.toBe('interrupted');
    expect(server.asked).toEqual([]);
  });

  it('takes one action', () => {
    expect(TRAIL_ACTIONS).toEqual(['cloudtrail:LookupEvents']);
  });
});

describe('an object that is gone', () => {
  const missing = async (yaml: string, operation: string, input: object, ids = {}) => {
    server.holds({ operation, input: { UserPoolId: poolId, ...input }, at: 10 });
    const outputs = JSON.stringify({ acme: { userPoolId: poolId, clientIds: ids } });
    const files = { [FILE]: SYNCED.replace('  region', '  tier: plus\n  region') + yaml, 'outputs.json': outputs };
    return drifts((await audit('--state outputs.json --who --format json', files)).out).find(
      ({ rule }) => rule === 'drift/missing',
    )?.by;
  };
  const GROUP = 'groups:\n  admins:\n';
  const CLIENT = 'clients:\n  web:\n';

  it('was deleted by who named it', async () => {
    expect(await missing(GROUP, 'DeleteGroup', { GroupName: 'admins' })).toBe(by(ALICE, 'DeleteGroup', 10));
    expect(await missing(GROUP, 'DeleteGroup', { GroupName: 'others' })).toMatch(
      /^nobody found: no DeleteGroup since /,
    );
  });

  it('that was only set is taken away by a call that says no more', async () => {
    const RISK = 'threatProtection:\n  mode: enforced\nrisk:\n  pool:\n    blockedIps: [192.0.2.0/24]\n';
    const content = { RiskExceptionConfiguration: { BlockedIPRangeList: ['192.0.2.0/24'] } };
    expect(await missing(RISK, 'SetRiskConfiguration', {})).toBe(by(ALICE, 'SetRiskConfiguration', 10));
    expect(await missing(RISK, 'SetRiskConfiguration', content)).toMatch(/^nobody found/);
  });

  it('was probably deleted by who deleted one, where nobody knows its id', async () => {
    const gone = { ClientId: 'abc' };
    expect(await missing(CLIENT, 'DeleteUserPoolClient', gone, { web: 'abc' })).toBe(
      by(ALICE, 'DeleteUserPoolClient', 10),
    );
    expect(await missing(CLIENT, 'DeleteUserPoolClient', gone, { web: 'other' })).toMatch(/^nobody found/);
    expect(await missing(CLIENT, 'DeleteUserPoolClient', gone)).toBe(
      `probably ${by(ALICE, 'DeleteUserPoolClient', 10)}`,
    );
  });
});

describe('a record', () => {
  const call: Made = { operation: 'UpdateUserPool', input: { UserPoolId: 'p' }, at: 1 };
  const read = (more: object) => trailEvent(JSON.stringify({ ...recordOf(call), ...more }));

  it.each([
    [PEOPLE.deploy.userAgent, 'Terraform'],
    [PEOPLE.bob.userAgent, 'AWS CLI'],
    ['cloudformation.amazonaws.com', 'CloudFormation'],
    ['console.amazonaws.com', 'the console'],
    ['Boto3/1.34.1 md/Botocore#1.34.1', 'Boto3/1.34.1'],
    [undefined, 'an unnamed program'],
  ])('of %s is of %s', (userAgent, tool) => {
    expect(read({ userAgent, sessionCredentialFromConsole: undefined })?.tool).toBe(tool);
  });

  it('names the service that called, where no identity did', () => {
    expect(read(PEOPLE.stack)).toMatchObject({ actor: 'cloudformation.amazonaws.com', tool: 'CloudFormation' });
  });

  it.each([
    ['of a call that was refused', { errorCode: 'AccessDenied' }],
    ['of another service', { eventSource: 'iam.amazonaws.com' }],
    ['of no pool', { requestParameters: null }],
  ])('%s is none', (_name, more) => {
    expect(read(more)).toBeUndefined();
  });
});

describe('the operations', () => {
  const nothing: PoolState = { origin: 'live', entries: new Map(), unreadable: new Map(), ambiguous: new Map() };
  const identity = { id: 'a', name: 'a', region: 'us-east-1', account: '123456789012', partition: 'aws' };
  const of = (one: Pick<Change, 'kind' | 'address' | 'setting'>) =>
    suspectOf(
      { desired: { kind: 'absent' }, live: { kind: 'absent' }, impact: 'update', derived: [], ...one },
      { identity, desired: nothing, live: nothing, ids: new Map() },
    ).operations;
  const covered = ROWS.filter(({ field }) => field.covers.length > 0);

  it.each(covered.map((row) => [row.path, row]))('of %s are some, and the SDK has them', (_path, { facet, name }) => {
    const address = facet.kind === 'single' ? facet.id : `${facet.id}/x`;
    const operations = of({ kind: 'changed', address, setting: name });
    expect(operations.length).toBeGreaterThan(0);
    expect(operations.filter((operation) => !(`${operation}Command` in cognito))).toEqual([]);
  });

  it('of objects are those that make and delete them', () => {
    const keyed = [...new Set(covered.flatMap(({ facet }) => (facet.kind === 'keyed' ? [facet.id] : [])))].sort();
    const by = (kind: Change['kind'], id: string) => of({ kind, address: `${id}/x` }).join(', ');
    expect(keyed.map((id) => `${id}: ${by('extra', id)}; ${by('missing', id)}`)).toMatchInlineSnapshot(`
      [
        "attributes: AddCustomAttributes, CreateUserPool; ",
        "branding: CreateManagedLoginBranding; DeleteManagedLoginBranding",
        "clients: CreateUserPoolClient; DeleteUserPoolClient",
        "domains: CreateUserPoolDomain; DeleteUserPoolDomain",
        "groups: CreateGroup; DeleteGroup",
        "hostedUi: SetUICustomization; SetUICustomization",
        "identityProviders: CreateIdentityProvider; DeleteIdentityProvider",
        "replicas: CreateUserPoolReplica; DeleteUserPoolReplica",
        "resourceServers: CreateResourceServer; DeleteResourceServer",
        "risk: SetRiskConfiguration; SetRiskConfiguration",
        "terms: CreateTerms; DeleteTerms",
      ]
    `);
  });
});
