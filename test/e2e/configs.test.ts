// Every example spec, deployed by plain Terraform from the synthesised stacks: it applies, plans nothing afterwards, and
// audits clean.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BINARY, ROOT } from '../harness/built.js';
import { REAL } from '../harness/parts.js';
import { makeStyles } from './managed-login-styles.js';
import { type Workbench, workbench } from './workbench.js';

const NAMES = readdirSync(join(ROOT, 'configs')).filter((name) => name.endsWith('.yaml'));
const SPECS = Object.fromEntries(NAMES.map((name) => [name, readFileSync(join(ROOT, 'configs', name), 'utf8')]));

describe.skipIf(REAL.missing !== undefined)(
  `configs/${REAL.missing ? ` [${REAL.missing}]` : ''}`,
  { timeout: 120_000 },
  () => {
    let bench: Workbench;

    beforeAll(async () => {
      bench = await workbench();
      await bench.add(SPECS);
      await bench.synth();
    }, 120_000);

    afterAll(() => bench.close());

    it.each(Object.entries(SPECS))('%s deploys, plans nothing, and audits clean', async (name, spec) => {
      const terraform = (...args: string[]) => bench.terraform(name.replace('.yaml', ''), ...args);
      await terraform('init', '-input=false', '-no-color');
      await terraform('apply', '-auto-approve', '-input=false', '-no-color');
      await terraform('plan', '-detailed-exitcode', '-input=false', '-no-color');
      await makeStyles(bench.sandbox.url, spec);
      const report = JSON.parse(
        await bench.must(process.execPath, [BINARY, 'audit', `configs/${name}`, '--format', 'json']),
      );
      expect(report.findings.filter(({ status }: { status: string }) => status !== 'accepted')).toEqual([]);
      expect(report.coverage.unchecked).toEqual([]);
      expect(report.coverage.checked).toBeGreaterThan(40);
    });
  },
);
