// The command, from its words to its exit code, against moto and the real SDK.
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { installedEngines } from '../../src/cli/engines.js';
import { run } from '../../src/cli/run.js';
import { fakeIo } from '../cli/fake-io.js';
import { missing, PARTS } from '../harness/parts.js';
import { type Aws, denied, identities, startAws } from './aws.js';

const MOTO = PARTS[2];
const FILE = 'configs/acme.yaml';
const HEAD = 'pool:\n  id: acme\n  name: acme\n  region: us-east-1\n  account: "123456789012"\n';
const SES = `${HEAD}emailSender:\n  service: ses\n  identity: a@example.com\n`;
/** Nothing listens there. */
const NOWHERE = 'http://127.0.0.1:9';

describe.skipIf(missing([MOTO]))('poolward preflight', { timeout: 60_000 }, () => {
  let aws: Aws;

  beforeAll(async () => {
    aws = await startAws(MOTO.found ?? '');
  }, 60_000);
  afterAll(() => aws.close());
  afterEach(() => vi.unstubAllEnvs());

  async function preflight(spec: string, options = '', env: Record<string, string> = {}) {
    const all = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_ENDPOINT_URL: aws.url, ...env };
    for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value);
    const io = fakeIo({ [FILE]: spec });
    const words = ['preflight', FILE, ...options.split(' ').filter(Boolean)];
    const code = await run(words, io, installedEngines);
    return { code, out: io.stdout(), err: io.stderr() };
  }

  it('asks nobody but STS for a spec that needs nothing', async () => {
    aws.answer();
    const { code, out } = await preflight(HEAD);
    expect([code, aws.log]).toEqual([0, ['sts:GetCallerIdentity']]);
    expect(out).toContain('no findings in 1 spec; 1 need of other services looked at; 0 not checked, 0 unverifiable.');
  });

  it('ends with 1 and points at the line where something is missing', async () => {
    aws.answer();
    const { code, out } = await preflight(SES);
    expect(code).toBe(1);
    expect(out).toContain(`error  ${FILE}:8:13  emailSender.identity  preflight/ses-identity-missing`);
    expect(out).toContain('SES in us-east-1 has no identity a@example.com');
  });

  it('ends with 3 where something may not be looked at', async () => {
    aws.answer(denied('ses'));
    const { code, out } = await preflight(SES);
    expect(code).toBe(3);
    expect(out).toContain('no findings in what could be read; 2 not checked');
    expect(out).toContain('ses-identity: AccessDeniedException: ');
  });

  it('ends with 3 where a service cannot be reached, and takes the variables of one service', async () => {
    aws.answer(identities({ 'a@example.com': true }));
    const { code, out } = await preflight(SES, '', { AWS_ENDPOINT_URL_SESV2: NOWHERE });
    expect([code, aws.log]).toEqual([3, ['sts:GetCallerIdentity']]);
    expect(out).toContain('ses-sandbox: ECONNREFUSED: ');
  });

  it('goes where --endpoint-url says, and has a report in JSON', async () => {
    aws.answer(identities({ 'a@example.com': true }));
    const { code, out } = await preflight(SES, `--endpoint-url ${aws.url} --format json`, {
      AWS_ENDPOINT_URL: NOWHERE,
    });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      command: 'preflight',
      targets: [{ spec: FILE, poolId: null, account: '123456789012' }],
      findings: [],
      coverage: { checked: 3, unchecked: [] },
      calls: 3,
    });
  });

  it('asks about another account nothing', async () => {
    aws.answer();
    const { code, out } = await preflight(SES.replace('123456789012', '210987654321'));
    expect([code, aws.log]).toEqual([1, ['sts:GetCallerIdentity']]);
    expect(out).toContain('The credentials are of account 123456789012, but the spec says 210987654321');
  });

  it('asks nobody with a spec that is not valid', async () => {
    aws.answer();
    const { code } = await preflight(`${HEAD}emailSender:\n  service: pigeon\n`);
    expect([code, aws.log]).toEqual([2, []]);
  });
});
