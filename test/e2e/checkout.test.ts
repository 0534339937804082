// The repository itself is a cdktf project: its own cdktf.json, its own configs, the real CLI.
import { copyFileSync, cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RealParts } from '../../src/demo/parts.js';
import { BINARY, ROOT } from '../harness/built.js';
import { REAL } from '../harness/parts.js';
import { type Workbench, workbench } from './workbench.js';

describe.skipIf(REAL.missing !== undefined)(
  `cdktf in a checkout${REAL.missing ? ` [${REAL.missing}]` : ''}`,
  { timeout: 180_000 },
  () => {
    let bench: Workbench;
    const cdktf = (...args: string[]) => bench.must(process.execPath, [(REAL.parts as RealParts).cdktf, ...args]);

    // State and output belong in the folder of the test; the rest is what a clone has after `npm ci`.
    beforeAll(async () => {
      bench = await workbench();
      const { folder } = bench.project;
      copyFileSync(join(ROOT, 'cdktf.json'), join(folder, 'cdktf.json'));
      cpSync(join(ROOT, 'configs'), join(folder, 'configs'), { recursive: true });
      for (const name of ['dist', 'node_modules']) symlinkSync(join(ROOT, name), join(folder, name));
    }, 120_000);
    afterAll(() => bench.close());

    it('synthesises, deploys and shows no difference of one of its configs', async () => {
      expect(await cdktf('synth')).toContain('Generated Terraform code for the stacks');
      // cdktf asks a registry for the provider unless the stack is initialised already.
      await bench.terraform('email-mfa', 'init', '-input=false', '-no-color');
      await cdktf('deploy', 'email-mfa', '--auto-approve');
      expect(await cdktf('diff', 'email-mfa')).toContain('No changes');
      const audit = await bench.must(process.execPath, [BINARY, 'audit', 'configs/email-mfa.yaml']);
      expect(audit).toContain('in sync');
    });
  },
);
