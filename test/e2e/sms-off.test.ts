// The founding case with the real binaries: cdktf, Terraform and the AWS provider against the sandbox (other services by
// moto). What the deploys send is recorded for the demo: UPDATE_GOLDEN=1 writes recordings/sms-off.json.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Deployer, realDeployer } from '../../src/demo/deploy.js';
import { type Moto, startMoto } from '../../src/demo/moto.js';
import type { RealParts } from '../../src/demo/parts.js';
import { type Ran, runProgram } from '../../src/demo/process.js';
import { makeProject, type Project } from '../../src/demo/project.js';
import { type RecordedCall, type Recording, recordable, replayDeployer } from '../../src/demo/recording.js';
import { withSms } from '../../src/demo/specs.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { BINARY, ensureBuilt, ROOT } from '../harness/built.js';
import { REAL } from '../harness/parts.js';

const SPEC = 'configs/email-mfa.yaml';
const RECORDING = join(ROOT, 'recordings/sms-off.json');
const off = readFileSync(join(ROOT, SPEC), 'utf8');

let sandbox: Sandbox;
let moto: Moto | undefined;
let project: Project;
let env: Readonly<Record<string, string | undefined>>;

beforeAll(() => ensureBuilt(), 120_000);

const poolward = (...words: string[]): Promise<Ran> =>
  runProgram(process.execPath, [BINARY, ...words], { cwd: project.folder, env });

async function audit(): Promise<{
  code: number;
  report: { findings: { rule: string; setting: string; at: unknown; cause: string | null }[]; coverage: object };
}> {
  const { code, stdout } = await poolward('audit', SPEC, '--format', 'json');
  return { code, report: JSON.parse(stdout) };
}

async function open(url?: string): Promise<void> {
  sandbox = await startSandbox();
  project = makeProject(`${process.execPath} ${BINARY} synth`, process.env);
  env = project.env(sandbox.url, url);
}

async function close(): Promise<void> {
  moto?.close();
  await sandbox.close();
  project.remove();
}

/** The steps of the story; the deployer is real or a replay. */
function story(deployer: () => Deployer, afterDeploy: (plan: string) => void): void {
  it('deploys the spec with SMS on, and audits clean', async () => {
    project.write(SPEC, withSms(off));
    afterDeploy((await deployer().deploy()).plan);
    const { code, report } = await audit();
    expect(report.findings).toEqual([]);
    expect(code).toBe(0);
  });

  it('turns SMS off in the spec and deploys: Terraform plans no change, and the pool keeps SMS', async () => {
    project.write(SPEC, off);
    const { plan } = await deployer().deploy();
    afterDeploy(plan);
    expect(plan).toContain('No changes. Your infrastructure matches the configuration.');
    expect(stored().SmsConfiguration).toBeDefined();
  });

  it('reports SMS MFA at its line', async () => {
    const { code, report } = await audit();
    const line = off.split('\n').findIndex((text) => text.trim() === 'sms: false') + 1;
    expect(report.findings).toHaveLength(1);
    expect(report.findings[0]).toMatchObject({
      rule: 'drift/changed',
      severity: 'error',
      setting: 'mfa.sms',
      at: { file: SPEC, line },
      convergedBy: 'fix',
    });
    expect(code).toBe(1);
  });

  it('fixes nothing in a dry run', async () => {
    const before = sandbox.requests.length;
    const { code, stderr } = await poolward('fix', SPEC);
    const writes = sandbox.requests
      .slice(before)
      .filter(({ operation }) => /^(Set|Update|Delete|Create)/.test(operation));
    expect(writes).toEqual([]);
    expect(stderr).toContain('would send SetUserPoolMfaConfig');
    expect(code).toBe(1);
  });

  it('fixes it with --yes, and audits clean', async () => {
    const { code } = await poolward('fix', SPEC, '--yes');
    expect(code).toBe(0);
    expect(stored().SmsConfiguration).toBeUndefined();
    const after = await audit();
    expect(after.report.findings).toEqual([]);
    expect(after.code).toBe(0);
  });
}

function stored(): { SmsConfiguration?: unknown } {
  const described = sandbox.requests.findLast(({ operation }) => operation === 'DescribeUserPool');
  return sandbox.peek(String((described?.body as { UserPoolId?: string } | undefined)?.UserPoolId)).pool;
}

describe.skipIf(REAL.missing !== undefined)(
  `with the real Terraform${REAL.missing ? ` [${REAL.missing}]` : ''}`,
  () => {
    const deploys: { calls: readonly RecordedCall[]; plan: string }[] = [];
    let from = 0;
    let deployer: Deployer;

    beforeAll(async () => {
      const parts = REAL.parts as RealParts;
      moto = await startMoto(parts.moto);
      await open(moto.url);
      deployer = realDeployer(parts, project, 'email-mfa', env);
    }, 60_000);
    afterAll(close);

    const remember = (plan: string): void => {
      const sent = sandbox.requests.slice(from);
      from = sandbox.requests.length;
      deploys.push({ calls: recordable(sent, outputs()), plan: verdict(plan) });
    };

    describe('the story', { timeout: 180_000 }, () => {
      story(() => deployer, remember);

      it('leaves Terraform content after the fix', async () => {
        const { plan } = await deployer.deploy();
        expect(plan).toContain('No changes.');
        expect(stored().SmsConfiguration).toBeUndefined();
      });

      it('tells apart what was changed since the deploy and what was not deployed yet', async () => {
        const UserPoolId = sandbox.requests.findLast(({ operation }) => operation === 'DescribeUserPool')?.body as {
          UserPoolId: string;
        };
        sandbox.seed(UserPoolId.UserPoolId, ({ pool }) => {
          pool.DeletionProtection = 'INACTIVE';
        });
        project.write(SPEC, off.replace('minimumLength: 12', 'minimumLength: 14'));
        const { report } = await audit();
        project.write(SPEC, off);
        sandbox.seed(UserPoolId.UserPoolId, ({ pool }) => {
          pool.DeletionProtection = 'ACTIVE';
        });
        const causes = Object.fromEntries(report.findings.map(({ setting, cause }) => [setting, cause]));
        expect(causes).toMatchObject({
          'pool.deletionProtection': expect.stringContaining('it was changed since'),
          'passwordPolicy.minimumLength': expect.stringContaining('not deployed yet'),
        });
      });

      it('shows what cdktf diff would change', async () => {
        project.write(SPEC, off.replace('minimumLength: 12', 'minimumLength: 14'));
        const { code, stdout } = await runProgram(process.execPath, [REAL.parts?.cdktf ?? '', 'diff', 'email-mfa'], {
          cwd: project.folder,
          env: { ...env, TF_CLI_CONFIG_FILE: join(project.folder, 'terraformrc') },
        });
        expect(stripVTControlCharacters(stdout)).toMatch(/minimum_length\s+= 12 -> 14/);
        expect(code).toBe(0);
      });

      it('is what the recording holds', () => {
        const recording: Recording = { of: versions(), deploys: deploys.slice(0, 2) };
        if (process.env['UPDATE_GOLDEN']) writeFileSync(RECORDING, `${JSON.stringify(recording, null, 2)}\n`);
        const kept = JSON.parse(readFileSync(RECORDING, 'utf8')) as Recording;
        expect(sorted(kept)).toEqual(sorted(recording));
      });
    });

    /** Ids that the deploy drew, by the placeholder they get. */
    function outputs(): ReadonlyMap<string, string> {
      const state = JSON.parse(readFileSync(join(project.folder, 'terraform.email-mfa.tfstate'), 'utf8'));
      const { userPoolId, clientIds } = state.outputs;
      const clients = Object.entries(clientIds.value as Record<string, string>);
      return new Map([
        ['userPoolId', userPoolId.value],
        ...clients.map(([key, id]): [string, string] => [`clientIds.${key}`, id]),
      ]);
    }

    function versions(): string {
      const terraform = JSON.parse(
        execFileSync('terraform', ['version', '-json'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      );
      const provider = readdirSync(join(REAL.parts?.mirror ?? '', 'registry.terraform.io/hashicorp/aws'))[0];
      return `terraform ${terraform.terraform_version}, hashicorp/aws ${provider}`;
    }
  },
);

describe('with the recorded deploys', () => {
  let deployer: Deployer;
  beforeAll(async () => {
    await open();
    const recording = JSON.parse(readFileSync(RECORDING, 'utf8')) as Recording;
    deployer = replayDeployer(recording, sandbox.url, 'eu-west-1');
  });
  afterAll(close);

  describe('the story', { timeout: 60_000 }, () =>
    story(
      () => deployer,
      () => undefined,
    ),
  );
});

/** The last paragraph: what Terraform says in the end. */
function verdict(plan: string): string {
  return plan.slice(plan.search(/^No changes/m)).trim();
}

/** Terraform works in parallel, and keeps some lists as maps: neither order is always the same. */
function sorted({ of, deploys }: Recording): unknown {
  const calls = (list: readonly RecordedCall[]) => list.map((call) => JSON.stringify(unordered(call))).sort();
  return { of, deploys: deploys.map((deploy) => ({ plan: deploy.plan, calls: calls(deploy.calls) })) };
}

function unordered(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(unordered).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, unordered(member)]));
}
