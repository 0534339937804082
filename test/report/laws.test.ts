// What every reporter keeps to.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import type { Report, ReportContext } from '../../src/model/report.js';
import { observed } from '../../src/model/state.js';
import { FORMAT_NAMES, type FormatName, reporters } from '../../src/report/index.js';
import { blindSpots } from '../../src/report/parts/blind-spots.js';
import { leftUnchecked } from '../../src/report/parts/verdict.js';
import { anyReport } from './arbitrary.js';
import { change, context, document, FILE, finding, GAPS, report, SMS } from './sample.js';

const printed = async (format: FormatName, sample: Report, about: ReportContext = context()) =>
  (await reporters[format]())(sample, about);

/** Whether a reader of this format alone would call it good. */
const GREEN: Readonly<Record<FormatName, (text: string) => boolean>> = {
  text: (text) => text.includes('; in sync, '),
  markdown: (text) => text.includes('; in sync, '),
  json: (text) => {
    const { findings, coverage, targets } = JSON.parse(text);
    const seen = targets.length > 0 && targets.every(({ poolId }: { poolId: unknown }) => poolId !== null);
    return seen && coverage.checked > 0 && findings.length + coverage.unchecked.length === 0;
  },
  sarif: (text) => {
    const [{ invocations, results }] = JSON.parse(text).runs;
    return invocations[0].executionSuccessful || results.length === 0;
  },
  junit: (text) => !/<(error|failure)\b/.test(text),
  github: (text) => !/^::(error|warning) /m.test(text),
  gitlab: (text) => JSON.parse(text).length === 0,
  html: (text) => text.includes('<header class="top good">'),
};

describe.each(FORMAT_NAMES)('%s', (format) => {
  test('prints any report, the same each time, and ends with one line break', async () => {
    const property = fc.asyncProperty(anyReport, fc.boolean(), async (sample, comparesLive) => {
      const about = context({ comparesLive });
      const text = await printed(format, sample, about);
      expect(text).toMatch(/[^\n]\n$/);
      expect(await printed(format, structuredClone(sample), about)).toBe(text);
    });
    await fc.assert(property, { numRuns: 100 });
  });

  test('calls a run good that looked at everything and found nothing', async () => {
    expect(GREEN[format](await printed(format, report(), context({ comparesLive: true })))).toBe(true);
  });

  test('never calls a run good that left something out', async () => {
    const property = fc.asyncProperty(anyReport, fc.boolean(), async (sample, comparesLive) => {
      fc.pre(leftUnchecked(sample, comparesLive));
      expect(GREEN[format](await printed(format, sample, context({ comparesLive })))).toBe(false);
    });
    await fc.assert(property, { numRuns: 150 });
  });

  test('prints nothing that it was not asked to', async () => {
    const SECRET = 'hunter2-hunter2';
    const hidden = { secret: SECRET, raw: { ClientSecret: SECRET } };
    const held = change({ desired: observed('<redacted>'), live: observed('<redacted>') });
    const findings = [SMS, finding({ change: { ...held, ...hidden } }), finding({ status: 'accepted' })];
    const sample = report({ findings: findings.map((one): Finding => ({ ...one, ...hidden })), coverage: GAPS });
    const kept = { ...document(), value: hidden };
    const about = context({ verbose: true, document: (file) => (file === FILE ? kept : undefined) });
    expect(await printed(format, { ...sample, ...hidden } as Report, about)).not.toContain(SECRET);
  });
});

/** The JSON report lists every finding, with its status. */
const ALARMS = FORMAT_NAMES.filter((format) => format !== 'json');

describe.each(ALARMS)('%s', (format) => {
  test.each(['gone', 'accepted'] as const)('raises no alarm for what is %s', async (status) => {
    const sample = report({ findings: [finding({ rule: 'weak', severity: 'error', status })] });
    expect(GREEN[format](await printed(format, sample, context({ comparesLive: true })))).toBe(true);
  });
});

test('there is a blind spot exactly where the exit code says that something was not looked at', () => {
  const property = fc.property(anyReport, fc.boolean(), (sample, comparesLive) => {
    expect(blindSpots(sample, comparesLive).length > 0).toBe(leftUnchecked(sample, comparesLive));
  });
  fc.assert(property, { numRuns: 500 });
});
