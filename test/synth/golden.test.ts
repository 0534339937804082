// The Terraform JSON of every example spec. UPDATE_GOLDEN=1 writes it anew.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PoolSpec } from '../../src/facets/index.js';
import { desired, identityOf } from '../../src/spec/desired.js';
import { stackPlan } from '../../src/synth/plan.js';
import { writeStacks } from '../../src/synth/stack.js';
import { MINIMAL, subjectOf } from '../harness/specs.js';

const GOLDEN = 'test/synth/golden';
const names = readdirSync('configs').flatMap((file) => (file.endsWith('.yaml') ? [file.replace('.yaml', '')] : []));
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => void rmSync(folder, { recursive: true })));

/** The Terraform JSON of a spec as text, without cdktf's comments: they hold its version. */
async function terraformOf(spec: PoolSpec): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'poolward-golden-'));
  folders.push(folder);
  await writeStacks([stackPlan(desired(spec), identityOf(spec))], folder);
  const text = readFileSync(join(folder, 'stacks', spec.pool.id, 'cdk.tf.json'), 'utf8');
  return `${JSON.stringify(
    JSON.parse(text, (key, value) => (key === '//' ? undefined : value)),
    null,
    2,
  )}\n`;
}

describe.each(names)('configs/%s.yaml', (name) => {
  const { spec } = subjectOf(readFileSync(`configs/${name}.yaml`, 'utf8'));
  const file = `${GOLDEN}/${name}.golden.json`;

  it('is the Terraform that it was', async () => {
    const made = await terraformOf(spec);
    if (process.env['UPDATE_GOLDEN']) writeFileSync(file, made);
    expect(made).toBe(readFileSync(file, 'utf8'));
  });
});

it('has a golden for every example, and no other', () => {
  expect(readdirSync(GOLDEN).sort()).toEqual(names.map((name) => `${name}.golden.json`).sort());
});

describe('synthesis', () => {
  const { spec } = subjectOf(readFileSync('configs/email-mfa.yaml', 'utf8'));

  it('gives the same text twice', async () => {
    expect(await terraformOf(spec)).toBe(await terraformOf(spec));
  });

  it('never lets a text of the spec become an expression', async () => {
    const nasty = 'Code {####} ${file("/etc/passwd")} %{ if true }x%{ endif } $${a} %%{b}';
    const made = JSON.parse(await terraformOf({ ...MINIMAL, mfa: { smsMessage: nasty } }));
    const { sms_authentication_message: text } = made.resource.aws_cognito_user_pool.pool;
    expect(text).toBe('Code {####} $${file("/etc/passwd")} %%{ if true }x%%{ endif } $$${a} %%%{b}');
  });

  it('escapes keys of maps too', async () => {
    const made = JSON.parse(await terraformOf({ ...MINIMAL, pool: { ...MINIMAL.pool, tags: { '${a}': '%{b}' } } }));
    expect(made.resource.aws_cognito_user_pool.pool.tags).toEqual({ '$${a}': '%%{b}' });
  });
});
