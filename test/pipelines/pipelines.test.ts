// What `init` writes and action.yml are run here: every shell step, with bash, the built command, and the sandbox as AWS.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { gitlabPipeline } from '../../src/cli/init/gitlab-pipeline.js';
import { auditWorkflow, checkWorkflow, deployWorkflow } from '../../src/cli/init/workflows.js';
import { ensureBuilt, ROOT } from '../harness/built.js';
import { type Artifact, type Bench, bench } from './bench.js';
import { actionFile, EXECUTED, gitlabScript, type JobRan, runGitlabJob, runSteps, type Step } from './pipeline.js';

const POOL = { id: 'email-mfa', name: 'email-mfa', region: 'eu-west-1', account: '123456789012' };
const GITLAB = gitlabPipeline(POOL);
const ACTION = actionFile(ROOT);

const WORKFLOWS = { check: checkWorkflow(POOL), deploy: deployWorkflow(POOL), audit: auditWorkflow(POOL) };

const steps = (text: string, job: string): Step[] => parse(text).jobs[job].steps;
const github = (name: keyof typeof WORKFLOWS, job: string) => (at: Bench) => runSteps(steps(WORKFLOWS[name], job), at);
const action = (inputs: Readonly<Record<string, string>>) => (at: Bench) => {
  const defaults = Object.entries(ACTION.inputs).map(([name, input]) => [name, input.default]);
  return runSteps(
    ACTION.runs.steps,
    { ...at, env: { ...at.env, GITHUB_ACTION_PATH: ROOT } },
    {
      ...Object.fromEntries(defaults),
      token: 'ghs_token',
      ...inputs,
    },
  );
};
const FORGE = {
  CI_API_V4_URL: 'https://gitlab.example/api/v4',
  CI_PROJECT_ID: '7',
  CI_JOB_URL: 'https://gitlab.example/acme/pools/-/jobs/9',
};
const gitlab =
  (job: string, env: object = { ...FORGE, POOLWARD_TOKEN: 'glpat-token' }) =>
  (at: Bench) =>
    runGitlabJob(job, GITLAB, at, { ...env });

let at: Bench;

beforeAll(() => ensureBuilt(), 120_000);
beforeEach(async () => {
  at = await bench();
});
afterEach(() => at.close());

const AUDITS: readonly (readonly [string, (at: Bench) => Promise<JobRan>])[] = [
  ['the workflow for GitHub', github('audit', 'audit')],
  ['the action', action({ command: 'audit', issue: 'true' })],
  ['the job for GitLab', gitlab('poolward-audit')],
];

const MARKER = '<!-- poolward-audit -->';
const bodyOf = (issue = at.issues()[0]): string => String(issue?.['body'] ?? issue?.['description']);

describe.each(AUDITS)('night after night, %s', { timeout: 180_000 }, (_, night) => {
  test('opens one issue, keeps it up to date and closes it', async () => {
    await at.deploy('on');
    expect(await night(at)).toMatchObject({ code: 0 });
    expect(at.issues()).toEqual([]);

    await at.deploy('off');
    expect(await night(at)).toMatchObject({ code: 1 });
    expect(at.issues()).toMatchObject([{ title: 'Nightly audit of the user pools' }]);
    expect(bodyOf().startsWith(`${MARKER}\n**1 error`)).toBe(true);
    expect(bodyOf()).toContain('SMS MFA is on in the live pool, but the spec turns it off.');

    setMinimumLength(12, 14);
    expect(await night(at)).toMatchObject({ code: 1 });
    expect(at.issues()).toHaveLength(1);
    expect(bodyOf()).toContain('passwordPolicy.minimumLength');

    setMinimumLength(14, 12);
    expect(await at.fix()).toMatchObject({ code: 0 });
    expect(await night(at)).toMatchObject({ code: 0 });
    expect(at.issues()).toMatchObject([{ state: 'closed' }]);

    setMinimumLength(12, 14);
    expect(await night(at)).toMatchObject({ code: 1 });
    expect(at.issues()).toHaveLength(2);
  });

  test('does not call it clean where nothing could be read, and leaves the issues of others alone', async () => {
    const theirs = { number: 1, iid: 1, body: 'ours', description: 'ours', labels: labelled(night) };
    at.addIssue({ ...theirs, title: 'by hand', state: night === AUDITS[2]?.[1] ? 'opened' : 'open' });
    // No pool was ever deployed.
    at.write('configs/email-mfa.yaml', readFileSync(join(ROOT, 'configs/email-mfa.yaml'), 'utf8'));
    expect((await night(at)).code).not.toBe(0);
    const [first, second] = at.issues();
    expect(first).toMatchObject({ title: 'by hand', body: 'ours', description: 'ours' });
    expect(bodyOf(second)).toContain(MARKER);
    expect((await night(at)).code).not.toBe(0);
    expect(at.issues()).toHaveLength(2);
  });

  test('leaves the issue open where nothing answers', async () => {
    await at.deploy('on');
    await at.deploy('off');
    expect(await night(at)).toMatchObject({ code: 1 });
    const nowhere = { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: 'http://127.0.0.1:9', AWS_MAX_ATTEMPTS: '1' };
    expect((await night({ ...at, env: { ...at.env, ...nowhere } })).code).not.toBe(0);
    expect(at.issues()).toHaveLength(1);
    expect(at.issues()[0]?.['state']).toMatch(/^open(ed)?$/);
    // What an earlier night found is told as that, where there is a memory.
    expect(bodyOf().includes('SMS MFA is on')).toBe(bodyOf().includes('It could not be looked at this time'));
  });

  test('an invalid spec has an issue too', async () => {
    at.write('configs/email-mfa.yaml', 'pool: { id: 7 }\n');
    expect(await night(at)).toMatchObject({ code: 2 });
    expect(at.issues()).toHaveLength(1);
    expect(bodyOf()).toContain('configs/email-mfa.yaml');
  });
});

describe.each([AUDITS[0], AUDITS[2]] as typeof AUDITS)(
  'the memory of the nights, %s',
  { timeout: 180_000 },
  (_, night) => {
    const body = () => bodyOf(at.issues().at(-1));

    test('is handed on from each night that could look', async () => {
      await at.deploy('on');
      await at.deploy('off');
      expect((await night(at)).stderr).toContain('There is no poolward-last.json yet');
      expect(body()).not.toContain('since the last report');
      const spec = at.read('configs/email-mfa.yaml');
      at.write('configs/email-mfa.yaml', 'pool: { id: 7 }\n');
      expect(await night(at)).toMatchObject({ code: 2 });
      at.write('configs/email-mfa.yaml', spec);
      expect(await night(at)).toMatchObject({ code: 1 });
      expect(body()).toContain('(0 new, 1 known and 0 gone since the last report)');
      expect(body()).toContain('- known: since ');
      expect(await at.fix()).toMatchObject({ code: 0 });
      setMinimumLength(12, 14);
      expect(await night(at)).toMatchObject({ code: 1 });
      expect(body()).toContain('(1 new, 0 known and 1 gone since the last report)');
      expect(body()).toContain('Gone since the last report: 1 finding');
    });

    test('that cannot be read costs one night, and not all of them', async () => {
      await at.deploy('on');
      await at.deploy('off');
      expect(await night(at)).toMatchObject({ code: 1 });
      const broken = (file: string) => at.write(file, '{"version": 2}');
      if (night === AUDITS[0]?.[1]) {
        broken('poolward-last.json');
        at.keep('poolward-audit', ['poolward-last.json']);
      } else broken('poolward-last.json');
      expect(await night(at)).toMatchObject({ code: 2 });
      expect(body()).toContain('is no report of an earlier audit');
      expect(await night(at)).toMatchObject({ code: 1 });
      expect(body()).not.toContain('since the last report');
    });
  },
);

describe('the memory of the nights on GitHub', { timeout: 180_000 }, () => {
  const night = github('audit', 'audit');

  test.each<[string, (one: Artifact) => Artifact]>([
    ['has expired', (one) => ({ ...one, expired: true })],
    ['is of another branch', (one) => ({ ...one, workflow_run: { ...one.workflow_run, head_branch: 'topic' } })],
    ['is of a fork', (one) => ({ ...one, workflow_run: { ...one.workflow_run, head_repository_id: 8 } })],
  ])('leaves out what %s', async (_what, changed) => {
    await at.deploy('on');
    expect(await night(at)).toMatchObject({ code: 0 });
    at.setArtifacts(at.artifacts().map(changed));
    const { code, stderr } = await night(at);
    expect([code, stderr]).toEqual([0, expect.stringContaining('There is no poolward-last.json yet')]);
  });

  test('that cannot be asked for does not stop the audit', async () => {
    await at.deploy('on');
    await at.deploy('off');
    const { code, stderr } = await night({ ...at, env: { ...at.env, FAKE_NO_ARTIFACTS: '1' } });
    expect([code, stderr]).toEqual([1, expect.stringContaining('There is no poolward-last.json yet')]);
    expect(at.issues()).toHaveLength(1);
  });
});

function setMinimumLength(before: number, after: number): void {
  const spec = at.read('configs/email-mfa.yaml');
  at.write('configs/email-mfa.yaml', spec.replace(`minimumLength: ${before}`, `minimumLength: ${after}`));
}

/** As the forge that the pipeline talks to lists them. */
function labelled(night: unknown): readonly unknown[] {
  return night === AUDITS[2]?.[1] ? ['poolward-audit'] : [{ name: 'poolward-audit' }];
}

describe('an audit on GitHub', () => {
  test('annotates, and adds the report to the summary', async () => {
    await at.deploy('on');
    await at.deploy('off');
    const { stdout, summary } = await github('audit', 'audit')(at);
    expect(stdout).toMatch(/^::error file=configs\/email-mfa\.yaml,line=23,.*::SMS MFA is on/m);
    expect(summary).toMatch(/^\*\*1 error/);
    expect(bodyOf()).toContain('https://github.com/acme/pools/actions/runs/42');
  });

  test('by the action, opens no issue unless it is asked to', async () => {
    await at.deploy('on');
    await at.deploy('off');
    expect(await action({ command: 'audit', args: 'configs/email-mfa.yaml\n--severity error' })(at)).toMatchObject({
      code: 1,
    });
    expect(at.read('.output')).toBe('exit-code=1\n');
    expect(at.calls().map(([program]) => program)).toEqual(['npx']);
  });

  test('the action runs no command that writes', async () => {
    const { code, stdout } = await action({ command: 'fix', args: '--yes' })(at);
    expect([code, at.calls()]).toEqual([2, []]);
    expect(stdout).toContain('::error::');
  });

  test('the action takes the version that the project has, or else its own', async () => {
    at.write('configs/email-mfa.yaml', readFileSync(join(ROOT, 'configs/email-mfa.yaml'), 'utf8'));
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(await action({})(at)).toMatchObject({ code: 0 });
    expect(at.calls()[0]?.slice(0, 4)).toEqual(['npx', '--yes', `poolward@${version}`, 'validate']);
  });
});

test('an audit on GitLab whose token is missing says so, and is not clean', async () => {
  await at.deploy('on');
  const { code, stderr } = await gitlab('poolward-audit', FORGE)(at);
  expect(code).not.toBe(0);
  expect(stderr).toContain('POOLWARD_TOKEN: Set it to a project access token');
});

describe('on a pull request', () => {
  const invalid = () => at.write('configs/email-mfa.yaml', 'pool: { id: 7 }\n');

  test('GitHub gets annotations of an invalid spec', async () => {
    invalid();
    const { code, stdout } = await github('check', 'validate')(at);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error file=configs\/email-mfa\.yaml,line=1,/m);
  });

  test('GitLab gets them as code quality', async () => {
    invalid();
    expect(await gitlab('poolward-validate')(at)).toMatchObject({ code: 1 });
    const issues = JSON.parse(at.read('poolward-validate.json'));
    expect(issues[0].location).toMatchObject({ path: 'configs/email-mfa.yaml', lines: { begin: 1 } });
  });

  test('a spec that is deployed passes', async () => {
    await at.deploy('on');
    const jobs = [github('check', 'validate'), github('check', 'plan')];
    for (const job of [...jobs, gitlab('poolward-validate'), gitlab('poolward-plan')])
      expect(await job(at)).toMatchObject({ code: 0 });
  });

  test('a plan that would replace the pool is told at its line', async () => {
    await at.deploy('on');
    const spec = at.read('configs/email-mfa.yaml');
    at.write('configs/email-mfa.yaml', spec.replace('[email]', '[email, phone]'));
    const { code, stdout } = await github('check', 'plan')(at);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^::error file=configs\/email-mfa\.yaml,line=13,.*plan\/replace::signIn\.usernameAttributes is fixed/m,
    );
    expect(await gitlab('poolward-plan')(at)).toMatchObject({ code: 1 });
    expect(at.read('poolward-plan.json')).toContain('replace');
  });
});

describe('a deploy', () => {
  const deploys = [
    ['GitHub', github('deploy', 'deploy')],
    ['GitLab', gitlab('poolward-deploy')],
  ] as const;

  test.each(deploys)('on %s validates, deploys, and looks at what came of it', async (_, job) => {
    await at.deploy('on');
    expect(await job(at)).toMatchObject({ code: 0 });
    const words = at.calls().map((call) => call.join(' '));
    expect(words.filter((call) => !/^(curl|unzip)/.test(call))).toEqual([
      'npm ci',
      expect.stringMatching(/^npx poolward validate/),
      'npx cdktf deploy * --auto-approve',
      expect.stringMatching(/^npx poolward audit/),
    ]);
  });

  test.each(deploys)('on %s does not deploy an invalid spec', async (_, job) => {
    at.write('configs/email-mfa.yaml', 'pool: { id: 7 }\n');
    expect(await job(at)).toMatchObject({ code: 1 });
    expect(at.calls().flat()).not.toContain('cdktf');
  });

  test('on GitLab installs no Terraform whose checksum is wrong', async () => {
    await at.deploy('on');
    expect((await gitlab('poolward-deploy')(at)).code).toBe(0);
    expect(at.calls().filter(([program]) => program === 'unzip')).toHaveLength(1);
    expect((await gitlab('poolward-deploy', { ...FORGE, FAKE_CORRUPT: '1' })(at)).code).not.toBe(0);
    expect(at.calls().filter(([program]) => program === 'unzip' || program === 'npx')).toEqual([]);
  });
});

// The last, because it looks back.
test('no shell step is left that was not run', () => {
  const jobs = Object.values(WORKFLOWS).flatMap((text) => Object.values<{ steps: Step[] }>(parse(text).jobs));
  const scripts = [...jobs.flatMap((job) => job.steps), ...ACTION.runs.steps].flatMap(({ run }) => run ?? []);
  const onGitlab = Object.keys(parse(GITLAB)).flatMap((name) =>
    name.startsWith('.') ? [] : gitlabScript(GITLAB, name),
  );
  expect(onGitlab).toHaveLength(4);
  expect([...scripts, ...onGitlab].filter((script) => !EXECUTED.has(script))).toEqual([]);
});
