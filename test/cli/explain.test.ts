import { describe, expect, test } from 'vitest';
import { installedEngines } from '../../src/cli/engines.js';
import { call } from './call.js';

const explained = (line: string, world = {}) => call(line, { explainName: installedEngines.explainName }, world);

describe('explain', () => {
  test('prints one page', async () => {
    const { code, out, err } = await explained('explain mfa.sms');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^mfa\.sms {2}a setting of mfa: Multi-factor authentication\n/);
  });

  test('colours only where they are wanted', async () => {
    expect((await explained('explain mfa', { color: true })).out).toContain('\x1b[');
    expect((await explained('explain mfa')).out).not.toContain('\x1b[');
    expect((await explained('explain mfa --no-color', { color: true })).out).not.toContain('\x1b[');
  });

  test('without a name it lists all', async () => {
    const { code, out } = await explained('explain');
    expect(code).toBe(0);
    expect(out).toMatch(/\n {2}mfa +Multi-factor authentication\n[\s\S]*\n {2}drift\/changed /);
  });

  test('an unknown name is wrong usage, and the nearest are named', async () => {
    const { code, out, err } = await explained('explain mfa.smss');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('There is no rule, finding or setting "mfa.smss".');
    expect(err).toContain('Did you mean mfa.sms?');
  });

  test('a name cannot act on the terminal', async () => {
    expect((await explained('explain mfa\x1b[2J')).err).not.toContain('\x1b');
  });
});
