import { expect, it } from 'vitest';
import { planSpecs } from '../../src/cli/engine/plan.js';
import { exitCode } from '../../src/cli/exit-code.js';
import { cloud } from '../harness/cloud.js';
import { fakeIo } from './fake-io.js';

const SPEC = 'pool:\n  id: acme\n  name: acme\n  region: us-east-1\n  account: "123456789012"\n';

it('a pool that is not there yet is no reason to stop: the deploy makes it', async () => {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 's' });
  const { sandbox } = await cloud();
  const io = fakeIo({ 'configs/acme.yaml': SPEC });
  const nothing = () => undefined;
  const { report } = await planSpecs({
    specs: ['configs/acme.yaml'],
    environment: undefined,
    io,
    signal: io.signal,
    talk: { say: nothing, detail: nothing, progress: nothing },
    endpointUrl: sandbox.url,
    region: undefined,
    profile: undefined,
    roleArn: undefined,
    state: undefined,
    quotaShare: undefined,
    maxChange: 25,
  });
  expect(report.findings).toMatchObject([{ rule: 'audit/pool-not-found', severity: 'note' }]);
  expect(exitCode(report, { severity: 'warning', maxWarnings: undefined, comparesLive: false })).toBe(0);
});
