import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { services } from '../../src/aws/services.js';
import { CHECKS } from '../../src/preflight/checks/index.js';
import { ACCOUNT, type PoolPreflight, preflightPool } from '../../src/preflight/preflight.js';
import { missing, PARTS } from '../harness/parts.js';
import { POOL, subjectOf } from '../harness/specs.js';
import { type Aws, startAws } from './aws.js';
import type { Case } from './cases/case.js';
import { CASES } from './cases/index.js';
import { seeder } from './seed.js';

const MOTO = PARTS[2];
const DAY_MS = 24 * 60 * 60 * 1000;

/** A spec of the sample pool; what a case says of `pool` comes on top. */
function specOf(yaml: string) {
  const [rest = '', own = ''] = yaml.split(/^pool:\n/m);
  const pool = Object.entries(POOL)
    .filter(([key]) => !own.includes(`${key}:`))
    .map(([key, value]) => `  ${key}: "${value}"\n`);
  return subjectOf(`pool:\n${pool.join('')}${own}${rest}`);
}

describe.skipIf(missing([MOTO]))('with moto', { timeout: 60_000 }, () => {
  let aws: Aws;
  const found = new Set<string>();

  beforeAll(async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
    aws = await startAws(MOTO.found ?? '');
  }, 60_000);
  afterAll(async () => {
    vi.unstubAllEnvs();
    await aws.close();
  });

  async function preflight({ spec, answers, poolId, days = 0 }: Case): Promise<PoolPreflight & { calls: number }> {
    await aws.reset();
    const { document, spec: wanted } = specOf(await spec(seeder(aws.url)));
    aws.answer(answers);
    const meter = { calls: 0, waitedMs: 0 };
    const now = new Date(Date.now() + days * DAY_MS);
    const seen = await preflightPool(
      { document, spec: wanted, poolId, now },
      services({ endpointUrl: aws.url }, meter),
    );
    return { ...seen, calls: meter.calls };
  }

  describe.each(Object.entries(CASES))('%s', (_, cases) => {
    it.each(cases.map((one) => [one.is, one] as const))('%s', async (_is, one) => {
      const { findings, coverage, calls } = await preflight(one);
      for (const { rule, severity } of findings) found.add(`${rule} ${severity}`);
      expect(findings.map(({ severity, rule, setting }) => `${severity} ${rule.split('/')[1]} ${setting}`)).toEqual(
        one.finds ?? [],
      );
      const unchecked = one.unchecked ?? {};
      expect(new Set(coverage.unchecked.map(({ setting }) => setting))).toEqual(new Set(Object.keys(unchecked)));
      for (const { setting, reason } of coverage.unchecked) expect(reason).toMatch(unchecked[setting] ?? /never/);
      expect(coverage.unverifiable.map(({ setting }) => setting)).toEqual(one.unverifiable ?? []);
      for (const { at, message, help } of findings) {
        expect(at?.start.line).toBeGreaterThan(1);
        expect(message).toMatch(/\.$/);
        expect(help).toMatch(/\.$/);
        if (one.helps) expect(help).toMatch(one.helps);
      }
      expect(calls).toBe(aws.log.length);
    });
  });

  it('is told whose the credentials are', async () => {
    await aws.reset();
    const cloud = services({ endpointUrl: aws.url }, { calls: 0, waitedMs: 0 });
    expect(await cloud.caller('eu-west-1')).toMatch(/^arn:aws:(iam|sts)::\d{12}:/);
  });

  it('finds everything that the checks say they find, in every severity', () => {
    const said = [ACCOUNT, ...CHECKS].flatMap(({ findings }) =>
      Object.entries(findings).flatMap(([name, { severity }]) => severity.map((one) => `preflight/${name} ${one}`)),
    );
    expect([...found].sort()).toEqual(said.sort());
  });
});

describe('the checks', () => {
  it('are sorted, and say of themselves what a policy and a page need', () => {
    expect(CHECKS.map(({ id }) => id)).toEqual(CHECKS.map(({ id }) => id).sort());
    for (const { id, summary, actions, references } of CHECKS) {
      expect(id).toMatch(/^[a-z-]+$/);
      expect(summary).toMatch(/\.$/);
      expect(actions.length).toBeGreaterThan(0);
      for (const action of actions) expect(action).toMatch(/^[a-z0-9-]+:(Get|List|Describe)\w+$/);
      for (const page of references) expect(page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    }
  });

  it('are all on the page', () => {
    const page = readFileSync('docs/preflight.md', 'utf8');
    const said = [ACCOUNT, ...CHECKS].flatMap(({ actions, findings }) => [...actions, ...Object.keys(findings)]);
    expect(said.filter((one) => !page.includes(`\`${one}\``))).toEqual([]);
  });
});
