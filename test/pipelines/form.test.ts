import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateAction, validateWorkflow } from '@action-validator/core';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { GITHUB_ISSUE } from '../../src/cli/init/github-issue.js';
import { PLATFORMS, pipelineFiles } from '../../src/cli/init/platform.js';
import { ROOT } from '../harness/built.js';
import { actionFile, resolved, type Step } from './pipeline.js';

const POOL = { id: 'acme', name: 'acme', region: 'eu-west-1', account: '123456789012' };
const FILES = Object.fromEntries(PLATFORMS.map((platform) => [platform, pipelineFiles(platform, POOL)]));
const WORKFLOWS = Object.entries(FILES['github'] ?? {});
const ACTION = readFileSync(join(ROOT, 'action.yml'), 'utf8');

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly permissions?: object; readonly steps: readonly Step[] }>>;
}

describe('for GitHub', () => {
  test.each(WORKFLOWS)('%s is a workflow by its schema', (_, text) => {
    expect(validateWorkflow(text).errors).toEqual([]);
    expect(validateWorkflow(text.replace('runs-on', 'run-on')).errors).not.toEqual([]);
  });

  test('action.yml is an action by its schema, and keeps the same issue', () => {
    expect(validateAction(ACTION).errors).toEqual([]);
    expect(validateAction(ACTION.replace('using:', 'usings:')).errors).not.toEqual([]);
    expect(actionFile(ROOT).runs.steps.map(({ run }) => run)).toContain(GITHUB_ISSUE);
  });

  // What stands in ${{ }} becomes part of the script before the shell reads it, so nothing of it may be another's words.
  test.each([...WORKFLOWS.map(([, text]) => text), ACTION])('no script has an expression in it', (text) => {
    const { jobs, runs } = parse(text);
    const steps: Step[] = [...Object.values<Workflow['jobs'][string]>(jobs ?? {}), ...(runs ? [runs] : [])].flatMap(
      (job) => job.steps,
    );
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  test('a job may do no more than it has to', () => {
    const allowed = WORKFLOWS.flatMap(([file, text]) => {
      const { permissions, jobs }: Workflow = parse(text);
      return Object.entries(jobs).map(([name, job]) => [
        `${file.split('-').at(-1)} ${name}`,
        job.permissions ?? permissions,
      ]);
    });
    expect(Object.fromEntries(allowed)).toEqual({
      'check.yml validate': { contents: 'read' },
      'check.yml plan': { contents: 'read', 'id-token': 'write' },
      'deploy.yml deploy': { contents: 'read', 'id-token': 'write' },
      'audit.yml audit': { actions: 'read', contents: 'read', 'id-token': 'write', issues: 'write' },
    });
  });

  test.each(WORKFLOWS)('%s ends, and does not meet itself', (_, text) => {
    const { jobs, concurrency } = parse(text);
    expect(concurrency.group).toMatch(/^poolward-/);
    for (const job of Object.values<Record<string, unknown>>(jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });
});

describe('for GitLab', () => {
  const files = FILES['gitlab'] ?? {};
  const pipeline = parse(files['.gitlab/poolward.yml'] ?? '');
  const jobs = Object.keys(pipeline).filter((name) => !name.startsWith('.'));

  test('.gitlab-ci.yml includes the jobs', () => {
    expect(parse(files['.gitlab-ci.yml'] ?? '')).toEqual({ include: [{ local: '.gitlab/poolward.yml' }] });
  });

  test.each(jobs)('%s has what a job needs, and runs by a rule of its own', (name) => {
    const job = resolved(pipeline, name);
    expect(job['image']).toMatch(/^node:\d+$/);
    expect(job['stage']).toMatch(/^(test|deploy)$/);
    expect(job['timeout']).toBeDefined();
    expect(job['rules']).toHaveLength(1);
    for (const line of [...(job.before_script ?? []), ...(job.script ?? [])]) expect(line).toBeTypeOf('string');
  });

  test('only jobs that ask AWS get a token, and only main gets the role that writes', () => {
    const roles = jobs.map((name) => [name, resolved(pipeline, name).variables?.['AWS_ROLE_ARN']?.split('/')[1]]);
    expect(Object.fromEntries(roles)).toEqual({
      'poolward-validate': undefined,
      'poolward-plan': 'poolward-read',
      'poolward-deploy': 'poolward-deploy',
      'poolward-audit': 'poolward-read',
    });
    expect(resolved(pipeline, 'poolward-validate')['id_tokens']).toBeUndefined();
  });
});

test('the documentation names every job', () => {
  const text = readFileSync(join(ROOT, 'docs/pipelines.md'), 'utf8');
  const jobs = Object.keys(parse(FILES['gitlab']?.['.gitlab/poolward.yml'] ?? '')).filter(
    (name) => !name.startsWith('.'),
  );
  const names = [...jobs, ...WORKFLOWS.map(([file]) => file.split('/').at(-1) ?? '')];
  expect(names).toHaveLength(7);
  expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});
