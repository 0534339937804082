import { describe, expect, test } from 'vitest';
import type { Engines, LiveArgs } from '../../src/cli/engines.js';
import { Interrupted } from '../../src/cli/interrupted.js';
import { call } from './call.js';
import { outcome } from './fake-engines.js';

describe('engines are given', () => {
  test('files, and where AWS is', async () => {
    let seen: LiveArgs | undefined;
    const auditSpecs = async (args: LiveArgs) => {
      seen = args;
      return outcome();
    };
    await call(
      'audit configs/*.yaml --region eu-west-1 --profile p --endpoint-url http://127.0.0.1:9 --state s.json',
      { auditSpecs },
      // The SDK reads this one itself, and prefers the form for one service.
      { env: { AWS_ENDPOINT_URL: 'http://127.0.0.1:8' } },
    );
    expect(seen).toMatchObject({
      specs: ['configs/*.yaml'],
      endpointUrl: 'http://127.0.0.1:9',
      region: 'eu-west-1',
      profile: 'p',
      roleArn: undefined,
      state: 's.json',
    });
  });

  test('the folder that the cdktf CLI reads', async () => {
    const folders: string[] = [];
    const synthSpecs: Engines['synthSpecs'] = async ({ outDir }) => {
      folders.push(outDir);
      return outcome();
    };
    const env = { CDKTF_OUTDIR: '/tmp/cdktf' };
    await call('synth', { synthSpecs });
    await call('synth', { synthSpecs }, { env });
    await call('synth --out here', { synthSpecs }, { env });
    expect(folders).toEqual(['cdktf.out', '/tmp/cdktf', 'here']);
  });

  test('--yes only when it was said', async () => {
    const said: boolean[] = [];
    const fixSpecs: Engines['fixSpecs'] = async ({ yes }) => {
      said.push(yes);
      return outcome();
    };
    await call('fix', { fixSpecs });
    await call('fix --yes', { fixSpecs });
    expect(said).toEqual([false, true]);
  });
});

describe('interruption', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends an audit with its own code, whatever the engine throws',
    async (name) => {
      const controller = new AbortController();
      const auditSpecs = async () => {
        controller.abort(new Interrupted(name));
        throw new Error('socket closed');
      };
      const { code, out, err } = await call('audit --format json', { auditSpecs }, { signal: controller.signal });
      expect(code).toBe(name === 'SIGINT' ? 130 : 143);
      expect(JSON.parse(out)).toMatchObject({ failure: { code: 'interrupted' } });
      expect(err).toBe(`poolward: interrupted by ${name}\n`);
    },
  );

  test('the sandbox prints its address first, and closes', async () => {
    const controller = new AbortController();
    let closed = false;
    const close = async () => {
      closed = true;
    };
    const startSandbox: Engines['startSandbox'] = async ({ port, smsOnOmit }) => {
      setTimeout(() => controller.abort(new Interrupted('SIGTERM')), 5);
      return { url: `http://127.0.0.1:${port}/${smsOnOmit}`, close };
    };
    const { code, out } = await call(
      'sandbox --port 9 --sms-on-omit kept',
      { startSandbox },
      { signal: controller.signal },
    );
    expect([code, out, closed]).toEqual([143, 'http://127.0.0.1:9/kept\n', true]);
  });
});
