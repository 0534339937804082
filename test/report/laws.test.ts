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

/** Words, or what else shows a reader of this format, that a finding is new, known or gone. */
const TOLD: Readonly<Record<FormatName, Readonly<Record<'new' | 'known' | 'gone', (text: string) => boolean>>>> = {
  text: {
    new: says('new      since the last'),
    known: says('known    since 2026-01-01'),
    gone: says('Gone since the last'),
  },
  markdown: {
    new: says('- new: since the last'),
    known: says('- known: since 2026-01-01'),
    gone: says('Gone since the last'),
  },
  github: {
    new: says('%0Anew since the last'),
    known: says('%0Aknown since 2026-01-01'),
    gone: says('::group::Gone since'),
  },
  gitlab: {
    new: says('(new since the last report)'),
    known: says('(known since 2026-01-01 (1 night))'),
    // GitLab compares two reports by itself, so what is gone must not be there.
    gone: (text) => !text.includes('gone'),
  },
  junit: {
    new: says('new since the last'),
    known: says('known since 2026-01-01'),
    gone: says('name="gone: is-gone"/>'),
  },
  json: { new: says('"status": "new"'), known: says('"status": "known"'), gone: says('"status": "gone"') },
  sarif: { new: states('new'), known: states('unchanged'), gone: states('absent') },
  html: { new: says('data-status="new"'), known: says('data-status="known"'), gone: says('data-status="gone"') },
};

function says(words: string): (text: string) => boolean {
  return (text) => text.includes(words);
}

function states(state: string): (text: string) => boolean {
  return (text) => {
    const results: readonly { ruleId: string; baselineState?: string }[] = JSON.parse(text).runs[0].results;
    const rule = { new: 'is-new', unchanged: 'is-known', absent: 'is-gone' }[state];
    return (
      results.filter((one) => one.baselineState === state).every(({ ruleId }) => ruleId === rule) &&
      results.some((one) => one.baselineState === state)
    );
  };
}

describe.each(FORMAT_NAMES)('%s', (format) => {
  const age = { firstSeen: '2026-01-01T03:00:00.000Z', nights: 1 };
  const findings = [
    finding({ rule: 'is-new', fingerprint: 'a', status: 'new' }),
    finding({ rule: 'is-known', fingerprint: 'b', status: 'known', ...age }),
    finding({ rule: 'is-gone', fingerprint: 'c', message: 'It was there.', status: 'gone', ...age }),
  ];
  // Code scanning would take results that are absent for alerts, so SARIF has them for those who ask.
  const about = context({ comparesLive: true, verbose: format === 'sarif' });

  test.each(['new', 'known', 'gone'] as const)('tells what is %s since the last report', async (status) => {
    const told = TOLD[format][status];
    expect(told(await printed(format, report({ findings }), about))).toBe(true);
    const others = findings.filter((one) => one.status !== status);
    const without = await printed(format, report({ findings: others }), about);
    expect(told(without)).toBe(format === 'gitlab' && status === 'gone');
  });

  test('says nothing of it where no earlier report was read', async () => {
    const plain = await printed(format, report({ findings: [finding()] }), about);
    expect(plain).not.toMatch(/baselineState|since the last report|known since/);
  });
});

test('there is a blind spot exactly where the exit code says that something was not looked at', () => {
  const property = fc.property(anyReport, fc.boolean(), (sample, comparesLive) => {
    expect(blindSpots(sample, comparesLive).length > 0).toBe(leftUnchecked(sample, comparesLive));
  });
  fc.assert(property, { numRuns: 500 });
});
